"""The page of a report."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from spec_parser.archive.manifest import Refused
from spec_parser.archive.report.facts import Example, Facts
from spec_parser.plotting.charts import Bar, bars, columns, dollars
from spec_parser.plotting.page import page_of, section, table, tiles

_MOST_GROUPS = 30
_MOST_UNKNOWN = 25
_MOST_REFUSED = 50
_FORMS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word file",
    "application/msword": "Word file, old",
    "application/pdf": "PDF",
    "application/rtf": "Rich text",
    "application/vnd.oasis.opendocument.text": "OpenDocument text",
    "image/jpeg": "JPEG image",
    "image/png": "PNG image",
    "image/tiff": "TIFF image",
    "text/html": "Web page",
    "text/plain": "Text",
}
_OUTCOMES = (("converted", "Converted"), ("refused", "In quarantine"), ("unreadable", "Could not be read"))


def page(facts: Facts, forms: Mapping[tuple[str | None, str], int], refused: Iterable[Refused]) -> str:
    """The whole page as HTML.

    Args:
        facts: of the archive.
        forms: how many sources there are of each media type and outcome.
        refused: the sources that gave no record.
    """
    parts = (
        _head(facts, forms),
        section("Sources by form", _forms(forms)),
        section("How much of the text was understood", _coverage(facts)),
        section("Findings", _findings(facts)),
        section("Quarantine", _quarantine(list(refused))),
        section("Sections that the latest revisions have", _sections(facts)),
        section("Yearly pay by salary group", _pay(facts)),
        section("Revisions by year", columns(dict(facts.years), "Revisions by year")),
        section("To extend the profile", _unknown(facts)),
        section("Where forms of one revision disagree", _disagreements(facts)),
    )
    return page_of("Class specifications: report of the archive", parts)


def _head(facts: Facts, forms: Mapping[tuple[str | None, str], int]) -> str:
    outcomes: Counter[str] = Counter()
    for (_, outcome), count in forms.items():
        outcomes[outcome] += count
    unrecognised = sum(pieces["unrecognised"] for pieces in facts.coverage.values())
    characters = sum(sum(pieces.values()) for pieces in facts.coverage.values())
    figures = (
        (sum(outcomes.values()), "sources"),
        (outcomes["converted"], "converted"),
        (sum(outcomes.values()) - outcomes["converted"], "in quarantine"),
        (facts.classes, "classes"),
        (facts.revisions, "revisions"),
        (sum(facts.findings.values()), "findings"),
    )
    share = f"{1 - unrecognised / characters:.2%}" if characters else "–"
    return (
        "<header><h1>Class specifications</h1><p>Report of the archive. "
        f"{share} of its {characters:,} characters belong to something that was understood; the rest is kept, with a"
        f" finding.</p></header>\n{tiles(figures)}"
    )


def _form(media_type: str | None) -> str:
    return "Refused, form not told" if media_type is None else _FORMS.get(media_type, media_type)


def _forms(forms: Mapping[tuple[str | None, str], int]) -> str:
    counts: dict[str, Counter[str]] = {}
    for (media_type, outcome), count in forms.items():
        counts.setdefault(_form(media_type), Counter())[outcome] += count
    ordered = sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    rows = [
        [escape(form), f"{sum(found.values()):,}", *(f"{found[outcome]:,}" for outcome, _ in _OUTCOMES)]
        for form, found in ordered
    ]
    return table(["Form", "Sources", *(shown for _, shown in _OUTCOMES)], rows)


def _coverage(facts: Facts) -> str:
    rows = []
    for media_type, pieces in sorted(facts.coverage.items()):
        total = sum(pieces.values()) or 1
        shares = (pieces[kind] / total for kind in ("value", "header", "mark", "space", "furniture", "unrecognised"))
        rows.append([escape(_form(media_type)), f"{total:,}", *(f"{share:.2%}" for share in shares)])
    head = ["Form", "Characters", "Values", "Headers", "Marks", "Space", "Page furniture", "Unrecognised"]
    return table(head, rows)


def _findings(facts: Facts) -> str:
    order = {"error": 0, "warning": 1, "info": 2}
    codes = sorted(facts.findings, key=lambda code: (order[facts.severities[code]], -facts.findings[code], code))
    rows = [
        [
            f'<span class="{facts.severities[code]}">{facts.severities[code]}</span>',
            f"<code>{escape(code)}</code>",
            f"{facts.findings[code]:,}",
            "<br>".join(_link(example) for example in facts.examples[code]),
        ]
        for code in codes
    ]
    return table(["Severity", "Code", "Findings", "For example"], rows)


def _link(example: Example) -> str:
    text = example.text if len(example.text) <= 160 else example.text[:157] + "..."
    return f'<a href="records/{quote(example.key)}.json">{escape(example.key)}</a> <small>{escape(text)}</small>'


def _quarantine(refused: Sequence[Refused]) -> str:
    reasons = Counter(one.reason for one in refused)
    common = table(
        ["Sources", "Reason"], ([f"{count:,}", escape(reason)] for reason, count in reasons.most_common(_MOST_UNKNOWN))
    )
    listed = table(["Source", "Reason"], ([escape(one.path), escape(one.reason)] for one in refused[:_MOST_REFUSED]))
    more = len(refused) - _MOST_REFUSED
    note = f"<p>{more:,} more are in <code>quarantine.ndjson</code>.</p>" if more > 0 else ""
    if not refused:
        return common
    return f"{common}\n<details><summary>The sources</summary>\n{listed}{note}</details>"


def _sections(facts: Facts) -> str:
    found = [
        Bar(kind.replace("_", " "), count / max(facts.latest, 1), f"{count / max(facts.latest, 1):.0%}")
        for kind, count in sorted(facts.sections.items(), key=lambda item: (-item[1], item[0]))
    ]
    return bars(found, "Sections that the latest revisions have")


def _pay(facts: Facts) -> str:
    found = [
        Bar(
            f"{one.group}",
            float(one.highest),
            f"{dollars(one.lowest)} to {dollars(one.highest)}" if one.lowest < one.highest else dollars(one.highest),
            float(one.lowest),
        )
        for one in facts.pay(_MOST_GROUPS)
    ]
    return bars(found, "Yearly pay by salary group", label_width=90)


def _unknown(facts: Facts) -> str:
    parts = []
    for code, title in (
        ("header-unknown", "Unknown headers"),
        ("header-near", "Headers worded otherwise"),
        ("code-unlisted", "Codes that the profile does not list"),
        ("label-assumed", "Lines in capitals taken as labels"),
    ):
        ranked = sorted(facts.unknown[code].items(), key=lambda item: (-item[1], item[0]))[:_MOST_UNKNOWN]
        if ranked:
            rows = [[f"{count:,}", f"<code>{escape(text)}</code>"] for text, count in ranked]
            parts.append(f"<h3>{title}</h3>\n{table(['Times', 'As it stands'], rows)}")
    return "\n".join(parts) or '<p class="none">The profile knows all that the archive has.</p>'


def _disagreements(facts: Facts) -> str:
    several = sum(count for sources, count in facts.sources.items() if sources > 1)
    ranked = sorted(facts.disagreements.items(), key=lambda item: (-item[1], item[0]))
    shown = table(["Field", "Values"], ([escape(name.replace("_", " ")), f"{count:,}"] for name, count in ranked))
    return f"<p>{several:,} revisions are shown by more than one source.</p>\n{shown}"
