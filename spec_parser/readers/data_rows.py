"""Which rows of a table are data, and which only lay a page out: one rule, whatever form the table comes in.

Class specifications are full of tables that hold no data: a frame round the whole page, a header beside its text, a
form with labels. Rows are data where several short cells stand in a grid of at least two rows, and none is a label of
what stands beside or behind it. Each reader says of its own cells what is asked here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from spec_parser.bullets import GLYPHS

# A cell of data holds a few words, no text: in characters, and in lines that were set by themselves.
_LONGEST = 160
_MOST_LINES = 3
# A lone row is blocks side by side, or a frame.
_FEWEST_ROWS = 2
# Whatever has fewer letters is a code, a number or a mark, and stands out from nothing.
_FEWEST_LETTERS = 3
_BULLET = re.compile(rf"(?<!\S)[{GLYPHS}](?!\S)")
_MARK = re.compile(rf"(?:\(?(?:\d{{1,2}}|[a-zA-Z]|[ivx]{{1,5}})[.)]|[{GLYPHS}o§*–—-])\Z")
_LABELLED = re.compile(r":(?:\s|\Z)")


class DataCell(NamedTuple):
    """A cell as far as it tells what its table is for.

    Attributes:
        text: what it shows, stripped, its lines with blanks between them.
        bold: whether all of that is bold; of a cell without text it says nothing.
        lines: how many lines were set by themselves, as paragraphs or by line breaks; wrapping does not count.
        is_head: whether the form declares it the head of a column.
        is_block: whether it holds a list or a table.
        is_numbered: whether a list gives it a number that is no character of it.
    """

    text: str
    bold: bool = False
    lines: int = 1
    is_head: bool = False
    is_block: bool = False
    is_numbered: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether it shows anything."""
        return bool(self.text) or self.is_numbered


_Row = Sequence[DataCell]


def data_rows(rows: Sequence[_Row]) -> frozenset[int]:
    """The numbers of the rows that are data.

    Args:
        rows: of one table from top to bottom, the cells of each from left to right; empty ones included. Rows that
            show no text part nothing and are never among the result.
    """
    return frozenset(number for run in _runs(rows) for number in _data(run, rows))


def stands_out(text: str, *, bold: bool) -> bool:
    """Whether a text looks like a header or a label: bold, in capitals, or with a colon at its end."""
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return False
    return bold or text.isupper() or text.endswith(":")


def _runs(rows: Sequence[_Row]) -> Iterator[list[int]]:
    """The numbers of rows below each other that each can be one of data."""
    shown = [number for number, row in enumerate(rows) if any(cell.text or cell.is_block for cell in row)]
    for can_be_data, run in groupby(shown, key=lambda number: _can_be_data(rows[number])):
        if can_be_data:
            yield list(run)


def _can_be_data(row: _Row) -> bool:
    """Whether several cells of a row hold something, none a paragraph or a list."""
    filled = _filled(row)
    return len(filled) > 1 and not _is_item(filled) and all(map(_is_short, row))


def _data(run: list[int], rows: Sequence[_Row]) -> Iterator[int]:
    """Those rows of a run that are data: all, or those of the same number of cells that are data by themselves.

    Labels and their texts right above a wider table belong to the layout round it.
    """
    widths = [len(rows[number]) for number in run]
    above = widths.index(max(widths))
    if above and _has_labels([rows[number] for number in run[:above]]):
        run = run[above:]
    if _is_data([rows[number] for number in run]):
        yield from run
        return
    for _, group in groupby(run, key=lambda number: len(rows[number])):
        alike = list(group)
        if len(alike) < len(run) and _is_data([rows[number] for number in alike]):
            yield from alike


def _is_data(rows: Sequence[_Row]) -> bool:
    if len(rows) < _FEWEST_ROWS:
        return False
    filled = [_filled(row) for row in rows]
    if all(cell.is_head for cell in rows[0]):
        return True
    if _is_form(filled):
        return False
    if max(map(len, filled)) > 2:
        return sum(len(row) > 2 for row in rows) >= _FEWEST_ROWS
    return _has_bold_head(filled) or not _has_labels(rows)


def _filled(row: _Row) -> list[DataCell]:
    return [cell for cell in row if cell.is_filled]


def _is_short(cell: DataCell) -> bool:
    if cell.is_block or cell.lines > _MOST_LINES or len(cell.text) > _LONGEST:
        return False
    return _BULLET.search(cell.text) is None


def _is_item(filled: Sequence[DataCell]) -> bool:
    """Whether a row is an item of a list that is set as a table: its number or bullet, and its text beside it."""
    return len(filled) == 2 and _MARK.match(filled[0].text) is not None


def _is_form(filled: Sequence[_Row]) -> bool:
    """Whether the cells are labels, and what is filled in stands behind them or in the next cell."""
    if any(cell.text.endswith(":") for row in filled[1:] for cell in row):
        return True
    cells = [cell for row in filled for cell in row]
    if 2 * sum(_LABELLED.search(cell.text) is not None for cell in cells) >= len(cells):
        return True
    bold = [[_is_bold(cell) for cell in row] for row in filled]
    return all(len(row) % 2 == 0 and row == [True, False] * (len(row) // 2) for row in bold)


def _has_bold_head(filled: Sequence[_Row]) -> bool:
    """Whether the first row is bold, and the column below it, which could hold labels, is not."""
    return all(map(_is_bold, filled[0])) and not any(_is_bold(row[0]) for row in filled[1:])


def _is_bold(cell: DataCell) -> bool:
    return cell.bold and bool(cell.text)


def _has_labels(rows: Sequence[_Row]) -> bool:
    """Whether the left one of two columns holds what is a header of what stands on its right.

    The head of a table of data stands out too, but all of it, and only in its first row.
    """
    body = [row for row in rows if not all(_stands_out(cell) for cell in row if cell.text)]
    labelled = [row for row in body if _stands_out(row[0]) and any(cell.text for cell in row[1:])]
    return bool(labelled) and all(_stands_out(row[0]) or not row[0].text for row in body)


def _stands_out(cell: DataCell) -> bool:
    return stands_out(cell.text, bold=cell.bold)
