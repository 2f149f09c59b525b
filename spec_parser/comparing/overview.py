"""What stands above a redline: what both are, what differs, what the clause says, and how to read it."""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from spec_parser.comparing.model import Comparison, Difference
from spec_parser.comparing.words import (
    PayRow,
    class_name,
    part_name,
    pay_rows,
    sentence,
    shifts_in_words,
    summary,
    what,
)
from spec_parser.render.elements import Markup

_H = Markup()
_COLUMNS = ("Pay", "old", "new", "change", "in percent")
_LONGEST = 70
_MASTHEAD = ("title", "code", "pay")


def overview(comparison: Comparison, prefix: str, remark: str | None) -> etree._Element:
    """The head of a redline; `prefix` begins the names of its sections, which it links to."""
    old, new = class_name(comparison.old), class_name(comparison.new)
    above = [] if remark is None else [_H("p", remark)]
    names = [_H("h1", new)] if old == new else [_H("h1", new), _H("p", f"Compared with {old}.")]
    parts = [_H("p", summary(comparison))]
    places = _places(comparison, prefix)
    if comparison.differences:
        parts.append(_H("dl", *_list(comparison, places)))
    if comparison.verdicts:
        parts.append(_H("h2", "What the cancellation clause says"))
        parts.append(_H("ul", *_verdicts(comparison)))
    legend = _H(
        "p",
        "What is ",
        _H("del", "[deleted]"),
        " stands in brackets; what is ",
        _H("ins", "new"),
        " is underlined.",
        attributes={"class": "legend"},
    )
    return _H("header", *above, *names, *parts, legend, attributes={"class": "comparison"})


def _places(comparison: Comparison, prefix: str) -> dict[str, str]:
    """The name of the section in which each part stands."""
    places: dict[str, str] = {}
    for number, pair in enumerate(comparison.sections):
        if pair.step != "left":
            places.setdefault(pair.kind, f"{prefix}{number}")
    if "masthead" in places:
        places.update(dict.fromkeys(_MASTHEAD, places["masthead"]))
    return places


def _list(comparison: Comparison, places: dict[str, str]) -> Iterator[etree._Element]:
    for part, group in groupby(comparison.differences, key=lambda one: one.part):
        name = part_name(part)
        link = _H("a", name, attributes={"href": f"#{places[part]}"}) if part in places else name
        yield _H("dt", link)
        for one in group:
            if one.part == "pay" and one.shifts:
                yield _H("dd", _pay(one))
            else:
                yield _H("dd", _sentence(one))


def _sentence(one: Difference) -> str:
    said = ", ".join(filter(None, (what(one), shifts_in_words(one))))
    text = one.other_value or one.value or ""
    if one.kind not in ("added", "removed", "moved") or one.texts is not None:
        return said
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"
    return f"{said}: {shown}"


def _pay(one: Difference) -> etree._Element:
    """A table; its roles are said, because on a narrow page its rows are no table rows to the eye."""
    head = (_H("th", name, attributes={"scope": "col", "role": "columnheader"}) for name in _COLUMNS)
    rows = (_H("tr", *_cells(row), attributes={"role": "row"}) for row in pay_rows(one))
    thead = _H("thead", _H("tr", *head, attributes={"role": "row"}), attributes={"role": "rowgroup"})
    tbody = _H("tbody", *rows, attributes={"role": "rowgroup"})
    return _H("div", _H("table", thead, tbody, attributes={"role": "table"}), attributes={"class": "wide"})


def _cells(row: PayRow) -> Iterator[etree._Element]:
    yield _H("th", row.what, attributes={"scope": "row", "role": "rowheader"})
    yield from (_H("td", cell, attributes={"role": "cell"}) for cell in row[1:])


def _verdicts(comparison: Comparison) -> Iterator[etree._Element]:
    for verdict in comparison.verdicts:
        attributes = {} if verdict.kind == "found" else {"class": "doubt"}
        yield _H("li", f"It {sentence(verdict)}.", attributes=attributes)
