"""The paragraphs and tables of a part, wherever they stand, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spec_parser.limits import beyond
from spec_parser.readers.docx.alternatives import ALTERNATIVES, branches
from spec_parser.readers.docx.inline import Inline, Note, Piece
from spec_parser.readers.docx.numbering import Numbering
from spec_parser.readers.docx.placing import Item, begins, item
from spec_parser.readers.docx.properties import Mark
from spec_parser.readers.docx.properties import paragraph as said
from spec_parser.readers.docx.remarks import Remarks
from spec_parser.readers.docx.styles import Styles
from spec_parser.readers.docx.xml import Element, W, children, number_of, switch_of

_PARAGRAPH, _TABLE, _ROW, _CELL = W + "p", W + "tbl", W + "tr", W + "tc"
# Elements without paragraphs in them.
_SILENT = frozenset(W + name for name in ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr"))
_EMBEDDED = frozenset((W + "altChunk", W + "subDoc"))

MOST_COLUMNS = 63
"""Columns of a table: Word's own limit."""

# Of one part. More than a class specification can need, and each costs time before its text is looked at.
_MOST_PARAGRAPHS = 50_000


class Paragraph(NamedTuple):
    """A paragraph.

    Attributes:
        part: number of the part in which it stands.
        number: of the paragraph in the part, from 0.
        pieces: its text.
        hidden: text in it that does not show.
        struck: text in it that is struck through.
        item: its list and level, if it is an item.
        begins: where its first line begins, in twips from the margin.
        is_heading: whether it stands in the document's outline.
    """

    part: int
    number: int
    pieces: tuple[Piece, ...]
    hidden: tuple[Piece, ...]
    struck: tuple[Piece, ...]
    item: Item | None
    begins: int
    is_heading: bool


class Row(NamedTuple):
    """A row of a table. `is_head` says that it is repeated on each page."""

    cells: tuple[tuple[Block, ...], ...]
    is_head: bool


class Table(NamedTuple):
    """A table."""

    rows: tuple[Row, ...]


Block = Paragraph | Table


class PartReader:
    """Reads the blocks of one part.

    Args:
        root: of the part.
        part: its number.
        styles: of the document.
        numbering: of the document.
        remarks: takes note of what is left out.

    Raises:
        LimitError: the part has more paragraphs than a class specification can need.

    Attributes:
        notes: footnotes and endnotes that are called, in order.
    """

    def __init__(self, root: Element, part: int, styles: Styles, numbering: Numbering, remarks: Remarks) -> None:
        self.notes: list[Note] = []
        self._numbers = {element: number for number, element in enumerate(root.iter(_PARAGRAPH))}
        if len(self._numbers) > _MOST_PARAGRAPHS:
            raise beyond(_MOST_PARAGRAPHS, "paragraphs")
        self._part = part
        self._styles = styles
        self._numbering = numbering
        self._remarks = remarks

    def blocks(self, container: Element) -> tuple[Block, ...]:
        """The blocks of an element: of the body, a cell, a text box. Text boxes follow what they are anchored in."""
        found: list[Block] = []
        halves: list[tuple[Paragraph, Mark]] = []  # the last of them, or all, have lost their marks
        boxes: list[Block] = []
        for element in self._elements(container, (_PARAGRAPH, _TABLE)):
            if element.tag == _PARAGRAPH:
                paragraph, anchored, mark = self._paragraph(element)
                halves.append((paragraph, mark))
                boxes += anchored
                if mark == "shows":
                    found += [_joined(halves), *boxes]
                    halves, boxes = [], []
                continue
            if halves:
                found += [_joined(halves), *boxes]
                halves, boxes = [], []
            found.append(self._table(element))
        return (*found, _joined(halves), *boxes) if halves else tuple(found)

    def _elements(self, container: Element, tags: tuple[str, ...]) -> Iterator[Element]:
        """The elements of these names in a container, but for those that stand in one another."""
        for child in container:
            tag = child.tag
            if tag in tags:
                yield child
            elif tag == ALTERNATIVES:
                chosen, _ = branches(child)
                if chosen is not None:
                    yield from self._elements(chosen, tags)
            elif tag in _EMBEDDED:
                self._remarks.embedded += 1
            elif tag not in _SILENT:
                yield from self._elements(child, tags)

    def _paragraph(self, element: Element) -> tuple[Paragraph, list[Block], Mark]:
        """A paragraph, the blocks of the text boxes that are anchored in it, and what became of its mark."""
        number = self._numbers[element]
        own = said(children(element.find(W + "pPr")))
        style = self._styles.of_paragraph(own.style)
        inline = Inline(element, number, own.style, self._styles, self._remarks)
        self.notes += inline.notes
        listed = item(own, style, self._numbering)
        outline = own.outline if own.outline is not None else style.paragraph.outline
        paragraph = Paragraph(
            self._part,
            number,
            tuple(inline.pieces),
            tuple(inline.hidden),
            tuple(inline.struck),
            listed,
            begins(own, style, listed),
            is_heading=outline is not None and outline < 9,
        )
        boxes = [block for box in inline.boxes for block in self.blocks(box)]
        return paragraph, boxes, own.mark

    def _table(self, element: Element) -> Table:
        """A table. What a broken file has between its rows or cells is a row or cell by itself."""
        rows = []
        for row in self._elements(element, (_ROW, _PARAGRAPH, _TABLE)):
            if row.tag != _ROW:
                rows.append(Row((self._cell(row),), is_head=False))
                continue
            looks = children(row.find(W + "trPr"))
            if W + "del" in looks:
                continue
            left = min(number_of(looks, W + "gridBefore") or 0, MOST_COLUMNS)
            cells = map(self._cell, self._elements(row, (_CELL, _PARAGRAPH, _TABLE)))
            rows.append(Row((*[()] * left, *cells), switch_of(looks, W + "tblHeader") is True))
        return Table(tuple(rows))

    def _cell(self, element: Element) -> tuple[Block, ...]:
        if element.tag == _CELL:
            return self.blocks(element)
        if element.tag == _TABLE:
            return (self._table(element),)
        paragraph, boxes, _ = self._paragraph(element)
        return (paragraph, *boxes)


def _joined(halves: list[tuple[Paragraph, Mark]]) -> Paragraph:
    """Paragraphs as one, which looks as the one whose mark is left, or as the first whose mark is only hidden."""
    if len(halves) == 1:
        return halves[0][0]
    shown = next((one for one, mark in halves if mark != "deleted" and (one.pieces or mark == "shows")), halves[-1][0])
    return shown._replace(
        pieces=tuple(piece for one, _ in halves for piece in one.pieces),
        hidden=tuple(piece for one, _ in halves for piece in one.hidden),
        struck=tuple(piece for one, _ in halves for piece in one.struck),
    )
