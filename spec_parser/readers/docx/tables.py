"""Tells a table of data, which is written row by row, from one that only lays a page out."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from spec_parser.readers.docx.blocks import Block, Paragraph, Row, Table

# A cell of data holds a few words, not a text: in characters. It takes at most so many paragraphs.
_LONGEST_CELL = 120
_MOST_PARAGRAPHS = 3
_FEWEST_ROWS = 2


class DataRow(NamedTuple):
    """A row of data: the paragraphs of each cell."""

    cells: tuple[tuple[Paragraph, ...], ...]


class Edge(NamedTuple):
    """The edge of a cell of layout: no list goes on across it."""


EDGE = Edge()
Cell = tuple[Block, ...]
Flat = Paragraph | DataRow | Edge


def flattened(blocks: Sequence[Block]) -> Iterator[Flat]:
    """Paragraphs and rows of data in the order in which they are read: row by row, cell by cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield EDGE
            yield from _table(block)
            yield EDGE


def _table(table: Table) -> Iterator[Flat]:
    """Rows of one cell lie across the table, and what is above and below them is told by itself.

    So are rows that have as many cells as their neighbours: a page that is laid out may hold a table.
    """
    for across, group in groupby(table.rows, key=lambda row: len(row.cells) < 2):
        rows = list(group)
        if not across and _is_data(rows):
            yield from map(_data, rows)
        else:
            for _, alike in groupby(rows, key=lambda row: len(row.cells)):
                yield from _alike(list(alike))


def _alike(rows: list[Row]) -> Iterator[Flat]:
    if _is_data(rows):
        yield from map(_data, rows)
        return
    for row in rows:
        for cell in row.cells:
            yield EDGE
            yield from flattened(cell)


def _data(row: Row) -> DataRow:
    return DataRow(tuple(tuple(block for block in cell if isinstance(block, Paragraph)) for cell in row.cells))


def _is_data(rows: list[Row]) -> bool:
    """Whether rows are data: short cells below a head, or in columns that are no labels."""
    width = max(len(row.cells) for row in rows)
    if width < 2 or len(rows) < _FEWEST_ROWS or not all(_is_short(cell) for row in rows for cell in row.cells):
        return False
    columns = [[row.cells[column] for row in rows if column < len(row.cells)] for column in range(width)]
    filled = [column for column in columns if any(_text(cell) for cell in column)]
    if len(filled) < 2:
        return False
    return rows[0].is_head or not (_is_form(rows) or (len(filled) == 2 and _is_labelled(*filled)))


def _is_form(rows: list[Row]) -> bool:
    """Whether a label with a colon stands anywhere below the first row: what is right of it is filled in."""
    return any(_text(cell).endswith(":") for row in rows[1:] for cell in row.cells)


def _is_labelled(left: list[Cell], right: list[Cell]) -> bool:
    """Whether the left one of two columns holds headers or labels, and the right one their texts.

    A head that stands out from the column below it shows that it is a table of data.
    """
    if _stands_out(right[0]) and not any(map(_stands_out, right[1:])):
        return False
    return any(map(_stands_out, left))


def _is_short(cell: Cell) -> bool:
    paragraphs = [block for block in cell if isinstance(block, Paragraph)]
    if len(paragraphs) < len(cell) or sum(bool(one.pieces) for one in paragraphs) > _MOST_PARAGRAPHS:
        return False
    if any(one.item is not None and one.item.items.level(one.item.level).is_bullet for one in paragraphs):
        return False
    return len(_text(cell)) <= _LONGEST_CELL


def _stands_out(cell: Cell) -> bool:
    """Whether a cell is bold or in capitals."""
    pieces = [piece for block in cell if isinstance(block, Paragraph) for piece in block.pieces if piece.text.strip()]
    return bool(pieces) and (all(piece.bold for piece in pieces) or _text(cell).isupper())


def _text(cell: Cell) -> str:
    return " ".join(
        piece.text for block in cell if isinstance(block, Paragraph) for piece in block.pieces if piece.text.strip()
    ).strip()
