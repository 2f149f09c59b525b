"""The text of a Word file: paragraphs, list items and tables, each in a style of parts/word/styles.xml."""

from collections.abc import Iterator, Sequence

from lxml import etree

from spec_parser.render.numbers import Entry, entries
from spec_parser.render.outline import Outline, Outlined
from spec_parser.render.word.markup import RELATIONSHIP, W, paragraph, value
from spec_parser.render.word.numbering import Numbering, indent

_STYLES = {
    "title": "Title",
    "pay": "Pay",
    "label": "Heading2",
    "note": "Note",
    "or": "Alternative",
    "footer": "ClassFooter",
    "paragraph": None,
}
# US Letter with margins of an inch, in twentieths of a point.
_PAGE = {"w": 12240, "h": 15840}
_MARGINS = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 720, "footer": 720, "gutter": 0}
_TEXT_WIDTH = _PAGE["w"] - _MARGINS["left"] - _MARGINS["right"]


def document(page: Outline, numbering: Numbering) -> etree._Element:
    """The part word/document.xml; `numbering` is told of every list."""
    paragraphs = (element for section in page.sections for element in _section(section, numbering))
    margins = W(
        "sectPr",
        W("headerReference", attributes={"type": "default", RELATIONSHIP: "rIdHeader"}),
        W("footerReference", attributes={"type": "default", RELATIONSHIP: "rIdFooter"}),
        W("footerReference", attributes={"type": "first", RELATIONSHIP: "rIdFooter"}),
        W("pgSz", attributes=_PAGE),
        W("pgMar", attributes=_MARGINS),
        W("titlePg"),
    )
    return W("document", W("body", *paragraphs, margins))


def _section(section: Outlined, numbering: Numbering) -> Iterator[etree._Element]:
    if section.heading is not None:
        yield paragraph("Heading1", section.heading)
    for part in section.parts:
        if part.kind == "table":
            yield _table(part.rows)
            yield paragraph("AfterTable", "")  # Word joins tables that touch
            continue
        if part.kind != "list":
            masthead = section.kind == "masthead" and part.kind == "paragraph"
            yield paragraph("Masthead" if masthead else _STYLES[part.kind], part.text)
        for entry in entries(part.items):
            yield _item(entry, numbering)


def _item(entry: Entry, numbering: Numbering) -> etree._Element:
    item = entry.item
    if item.marker is not None and entry.counting is None:  # nothing counts to it: it is typed
        return paragraph("ListParagraph", f"{item.marker} {item.text}", indent(item.level))
    counted = W("numPr", value("ilvl", item.level - 1), value("numId", numbering.instance(entry)))
    return paragraph("ListParagraph", item.text, counted)


def _table(rows: Sequence[Sequence[str]]) -> etree._Element:
    """A table of data; its first row names the columns, where there is more than one row, on every page."""
    columns = max((len(row) for row in rows), default=0) or 1
    width = _TEXT_WIDTH // columns
    return W(
        "tbl",
        W("tblPr", value("tblStyle", "TableGrid"), W("tblW", attributes={"w": 0, "type": "auto"})),
        W("tblGrid", *(W("gridCol", attributes={"w": width}) for _ in range(columns))),
        *(_row(row, width, head=number == 0 and len(rows) > 1) for number, row in enumerate(rows)),
    )


def _row(cells: Sequence[str], width: int, *, head: bool) -> etree._Element:
    style = "TableHead" if head else "TableText"
    properties = [W("trPr", W("cantSplit"), *([W("tblHeader")] if head else []))]
    return W("tr", *properties, *(_cell(cell, width, style) for cell in cells or ("",)))


def _cell(text: str, width: int, style: str) -> etree._Element:
    return W("tc", W("tcPr", W("tcW", attributes={"w": width, "type": "dxa"})), paragraph(style, text))
