"""Write docs/rules/ from what the rules say of themselves: `python -m spec_parser.generate_rule_pages`."""

from pathlib import Path

from spec_parser.rules.catalogue import entries, load
from spec_parser.rules.pages import index, page

PAGES = Path(__file__).parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """What each file of docs/rules/ should hold, by its name."""
    rules = [load(code).rule for code in entries()]
    return {"README.md": index(rules), **{f"{rule.code}.md": page(rule) for rule in rules}}


if __name__ == "__main__":
    PAGES.mkdir(parents=True, exist_ok=True)
    for stale in {path.name for path in PAGES.glob("*.md")} - set(pages()):
        (PAGES / stale).unlink()
    for name, text in pages().items():
        (PAGES / name).write_text(text, encoding="utf-8")
