"""What of some content a page of a dialect carries, so that two readings of it can be compared."""

from collections.abc import Iterable
from typing import Any

import msgspec

from spec_parser.model import Content
from spec_parser.render.dialects import DIALECTS, Dialect

_DEEPEST_TOLD = 2
_TEXTS = ("/sections", "/duties", "/knowledge_skill_ability", "/minimum_qualifications", "/cancellation", "/citations")


def carried(content: Content, dialect: str, truth: Content, page: str) -> dict[str, Any]:
    """The content as plain JSON types, less what the dialect cannot carry of the truth.

    Args:
        content: what was read, or the truth itself.
        dialect: a name of `DIALECTS`.
        truth: what was printed. What is lost can depend on it: the class code on its having a footer.
        page: the truth as it was printed.

    Returns:
        Content in which every loss is null and sections that are not printed are left out; where no header tells
        the sections apart, all that stands in them is there as `texts`. Expressions are null: they follow from texts.
    """
    chosen = DIALECTS[dialect]
    plain: dict[str, Any] = msgspec.to_builtins(content)
    _forget_expressions(plain["minimum_qualifications"])
    plain["sections"] = [section for section in plain["sections"] if section["kind"] not in chosen.unprinted]
    losses = [loss.pointer for loss in chosen.losses] + _accidents(chosen, truth, page)
    if "/sections" in losses and chosen.headers == "none":
        plain["texts"] = _texts(plain["sections"])
    forget(plain, losses)
    return plain


def _forget_expressions(value: Any) -> None:
    """Set what texts say as trees to null."""
    if isinstance(value, dict):
        value.update(dict.fromkeys(value.keys() & {"expression", "understood"}))
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    for one in inner:
        _forget_expressions(one)


def forget(plain: dict[str, Any], pointers: Iterable[str]) -> None:
    """Set what stands at these pointers to null; `*` in a pointer is every index."""
    for pointer in pointers:
        _forget(plain, pointer.split("/")[1:])


def torn(dialect: str, truth: Content, page: str) -> bool:
    """Whether a dash between words has come to stand at the beginning of a line of the page.

    Nobody can tell it from a bullet there.
    """
    return DIALECTS[dialect].width is not None and _dashes(page) > _bullets(truth)


def _accidents(dialect: Dialect, truth: Content, page: str) -> list[str]:
    """Pointers of what is lost because of this content only."""
    lost: list[str] = []
    if torn(dialect.name, truth, page):
        lost += _TEXTS
    if "masthead" in dialect.unprinted and (truth.footer is None or truth.footer.code is None):
        lost.append("/job_class/code")
    if not dialect.airy and any(
        item.level > _DEEPEST_TOLD
        for section in truth.sections
        if section.kind == "knowledge_skill_ability"
        for block in section.blocks
        for item in block.items
    ):
        lost.append("/knowledge_skill_ability")
    return lost


def _dashes(page: str) -> int:
    return sum(line.startswith("- ") for line in page.splitlines())


def _bullets(truth: Content) -> int:
    """How many bullets are printed; alternatives have none where nothing is indented."""
    blocks = (block for section in truth.sections for block in section.blocks if block.type != "alternatives")
    return sum(item.marker is None for block in blocks for item in block.items)


def _texts(sections: list[dict[str, Any]]) -> str:
    """Every text in order, with headers that nobody knows: without headers nobody can tell where one text ends."""
    found: list[str] = []
    for section in sections:
        found.extend([section["heading"]] if section["heading"] and section["kind"] == "unrecognised" else [])
        for block in section["blocks"]:
            found.extend(text for text in (block["text"], *(item["text"] for item in block["items"])) if text)
            found.extend(cell for row in block["rows"] for cell in row)
    return " ".join(found)


def _forget(node: Any, steps: list[str]) -> None:
    """Set what the steps lead to to null."""
    first, *rest = steps
    if first == "*":
        for child in node or ():
            _forget(child, rest)
    elif node is not None and node.get(first) is not None:
        if rest:
            _forget(node[first], rest)
        else:
            node[first] = None
