"""Tells a table of data, which is written row by row, from one that only lays a page out."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.readers.data_rows import DataCell, data_rows
from spec_parser.readers.docx.blocks import Block, Paragraph, Row, Table


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
    """A row without text between rows of data goes with them: a list may count it."""
    rows = [[_plain(cell, is_head=row.is_head) for cell in row.cells] for row in table.rows]
    data = data_rows(rows)
    found.append(EDGE)
    for number, row in enumerate(table.rows):
        if number in data or (data and not any(cell.text or cell.is_block for cell in rows[number])):
            found.append(_data(row))
            continue
        for cell in row.cells:
            found.append(EDGE)
            _flatten(cell, found)
    found.append(EDGE)


def _data(row: Row) -> DataRow:
    return DataRow(tuple(tuple(block for block in cell if isinstance(block, Paragraph)) for cell in row.cells))


def _plain(cell: Cell, *, is_head: bool) -> DataCell:
    """A cell as the rule for data sees it."""
    paragraphs = [block for block in cell if isinstance(block, Paragraph)]
    pieces = [piece for one in paragraphs for piece in one.pieces if piece.text.strip()]
    items = [one.item for one in paragraphs if one.item is not None]
    return DataCell(
        " ".join(piece.text for piece in pieces).strip(),
        bold=all(piece.bold for piece in pieces),
        lines=sum(bool(one.pieces) for one in paragraphs),
        is_head=is_head,
        is_block=len(paragraphs) < len(cell) or any(item.items.level(item.level).is_bullet for item in items),
        is_numbered=bool(items),
    )
