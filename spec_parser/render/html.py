"""Renders content as a web page: one file, readable on a phone, on paper and in the dark, and to screen readers."""

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from spec_parser.model import Content
from spec_parser.render.elements import Markup
from spec_parser.render.numbers import Entry, entries
from spec_parser.render.outline import Outlined, Part, outline

_H = Markup()
_STYLE = Path(__file__).with_name("page.css")
_DOCTYPE = "<!DOCTYPE html>"
_TAGS = {"title": "h1", "label": "h3"}


def render_html(content: Content) -> str:
    """Print a class specification as a web page.

    Args:
        content: what it says; a record will do.

    Returns:
        The page, with its style inside and nothing to load from elsewhere. It depends on the content only.
    """
    page = outline(content)
    head = _H(
        "head",
        _H("meta", attributes={"charset": "utf-8"}),
        _H("title", page.name),
        _H("meta", attributes={"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        _H("meta", attributes={"name": "color-scheme", "content": "light dark"}),
        _H("style", "\n" + style()),
    )
    article = _H("article", *(_section(number, section) for number, section in enumerate(page.sections, start=1)))
    html = _H("html", head, _H("body", _H("main", article)), attributes={"lang": "en"})
    etree.indent(html)
    serialized = etree.tostring(html, method="html", encoding="unicode", doctype=_DOCTYPE)
    return f"{serialized}\n"


def style() -> str:
    """The look of published pages, as CSS."""
    return _STYLE.read_text(encoding="utf-8")


def _section(number: int, section: Outlined) -> etree._Element:
    parts = [element for part in section.parts for element in _part(part)]
    if section.heading is not None:
        label = f"section-{number}"
        heading = _H("h2", section.heading, attributes={"id": label})
        return _H("section", heading, *parts, attributes={"aria-labelledby": label})
    if section.kind == "footer":
        return _H("footer", *parts)
    return _H("div", *parts, attributes={"class": section.kind})


def _part(part: Part) -> list[etree._Element]:
    lists = _lists(list(entries(part.items)))
    if part.kind == "list":
        return lists
    if part.kind == "table":
        return [_table(part.rows)]
    attributes = {"class": part.kind} if part.kind in ("pay", "or") else {}
    element = _H(_TAGS.get(part.kind, "p"), part.text, attributes=attributes)
    return [_H("div", element, *lists, attributes={"role": "note"})] if part.kind == "note" else [element]


def _table(rows: Sequence[Sequence[str]]) -> etree._Element:
    """A table of data; its first row names the columns, where there is more than one row."""
    made = [_H("tr", *(_H("td", cell) for cell in row)) for row in rows]
    if len(made) < 2:
        return _H("table", _H("tbody", *made))
    heads = (_H("th", cell, attributes={"scope": "col"}) for cell in rows[0])
    return _H("table", _H("thead", _H("tr", *heads)), _H("tbody", *made[1:]))


def _lists(found: Sequence[Entry]) -> list[etree._Element]:
    """The items as lists within lists; where the counting changes at a level another list begins."""
    made: list[etree._Element] = []
    nested: list[etree._Element] = []  # the lists that are open, by level
    for entry in found:
        del nested[entry.item.level :]
        if entry.opens and len(nested) == entry.item.level:
            nested.pop()
        while len(nested) < entry.item.level:
            one = _list(entry) if len(nested) + 1 == entry.item.level else _H("ul")
            if nested:
                _last_item(nested[-1]).append(one)
            else:
                made.append(one)
            nested.append(one)
        nested[-1].append(_item(entry))
    return made


def _list(entry: Entry) -> etree._Element:
    """An empty list that the entry is the first item of."""
    if _typed(entry):
        return _H("ul", attributes={"role": "list", "style": "list-style-type: none"})  # unmarked, still a list
    if entry.counting is None:
        return _H("ul")
    letters = {"type": "a"} if entry.counting.style == "letter" else {}
    start = {"start": entry.number} if entry.number != 1 else {}
    return _H("ol", attributes={**letters, **start})


def _typed(entry: Entry) -> bool:
    """Whether the marker must stand in the text: HTML itself counts `1.` and `a.` only."""
    return entry.item.marker is not None and (entry.counting is None or entry.counting[::2] != ("", "."))


def _item(entry: Entry) -> etree._Element:
    item = entry.item
    return _H("li", f"{item.marker} {item.text}" if _typed(entry) else item.text)


def _last_item(one: etree._Element) -> etree._Element:
    """The item that a list within a list belongs to; one without a text where there is none."""
    if not len(one):
        one.append(_H("li"))
    return one[-1]
