"""Tells a table of data, which is written row by row, from one that only lays a page out."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from spec_parser.readers.docx.blocks import MOST_COLUMNS, Block, Paragraph, Row, Table

# A cell of data holds a few words, not a text: in characters. It takes at most so many paragraphs.
_LONGEST_CELL = 120
_MOST_PARAGRAPHS = 3
_FEWEST_ROWS = 2
_LABEL = re.compile(r":(?:\s|$)")


class DataRow(NamedTuple):
    """A row of data: the paragraphs of each cell."""

    cells: tuple[tuple[Paragraph, ...], ...]


class Edge(NamedTuple):
    """The edge of a cell of layout: no list goes on across it."""


EDGE = Edge()
Cell = tuple[Block, ...]
Flat = Paragraph | DataRow | Edge


def flattened(blocks: Sequence[Block]) -> list[Flat]:
    """Paragraphs and rows of data in the order in which they are read: row by row, cell by cell."""
    found: list[Flat] = []
    _flatten(blocks, found)
    return found


def _flatten(blocks: Sequence[Block], found: list[Flat]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            _flatten_table(block, found)


def _flatten_table(table: Table, found: list[Flat]) -> None:
    """Rows of one cell lie across the table, and what is above and below them is told by itself.

    So are rows that have as many cells as their neighbours: a page that is laid out may hold a table.
    """
    found.append(EDGE)
    for across, group in groupby(table.rows, key=lambda row: len(row.cells) < 2):
        rows = list(group)
        if not across and _is_data(rows):
            found += map(_data, rows)
        else:
            for _, alike in groupby(rows, key=lambda row: len(row.cells)):
                _flatten_alike(list(alike), found)
    found.append(EDGE)


def _flatten_alike(rows: list[Row], found: list[Flat]) -> None:
    if _is_data(rows):
        found += map(_data, rows)
        return
    for row in rows:
        for cell in row.cells:
            found.append(EDGE)
            _flatten(cell, found)


def _data(row: Row) -> DataRow:
    return DataRow(tuple(tuple(block for block in cell if isinstance(block, Paragraph)) for cell in row.cells))


def _is_data(rows: list[Row]) -> bool:
    """Whether rows are data: short cells below a head, or in columns that are no labels."""
    width = max(len(row.cells) for row in rows)
    if not 1 < width <= MOST_COLUMNS or len(rows) < _FEWEST_ROWS:
        return False
    if not all(_is_short(cell) for row in rows for cell in row.cells):
        return False
    columns = [[row.cells[column] for row in rows if column < len(row.cells)] for column in range(width)]
    filled = [column for column in columns if any(map(_is_filled, column))]
    if len(filled) < 2:
        return False
    return rows[0].is_head or not (_is_form(rows) or (len(filled) == 2 and _is_labelled(*filled)))


def _is_form(rows: list[Row]) -> bool:
    """Whether the cells are labels with a colon, and what is filled in behind them or in the next cell."""
    if any(_text(cell).endswith(":") for row in rows[1:] for cell in row.cells):
        return True
    texts = [text for row in rows for cell in row.cells if (text := _text(cell))]
    return 2 * sum(_LABEL.search(text) is not None for text in texts) >= len(texts)


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


def _is_filled(cell: Cell) -> bool:
    """Whether a cell shows anything: text, or the number that a list gives it."""
    return bool(_text(cell)) or any(isinstance(block, Paragraph) and block.item is not None for block in cell)


def _stands_out(cell: Cell) -> bool:
    """Whether a cell is bold or in capitals."""
    pieces = [piece for block in cell if isinstance(block, Paragraph) for piece in block.pieces if piece.text.strip()]
    return bool(pieces) and (all(piece.bold for piece in pieces) or _text(cell).isupper())


def _text(cell: Cell) -> str:
    return " ".join(
        piece.text for block in cell if isinstance(block, Paragraph) for piece in block.pieces if piece.text.strip()
    ).strip()
