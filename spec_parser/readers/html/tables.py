"""Which rows of a table are data and which are only set beside each other.

Class specifications are full of tables that hold no data: one cell round the whole page, a header beside its text.
A row is data where several short cells stand in a grid: below a row of column heads, or at least three beside each
other in at least two rows. Two columns without heads are a layout, since the left one holds headers; so is an item
of a list with its number in a column of its own.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.readers.html.drafts import Draft, Manner
from spec_parser.readers.html.entities import Piece

# A cell of data has no more lines than this, and no more characters.
_MOST_LINES = 3
_LONGEST = 160
_MARK = re.compile(r"(?:\(?(?:\d{1,2}|[a-z])[.)]|[•●○▪■·o§–-])$")


class Cell(NamedTuple):
    """A cell: the lines of the page that stand in it, from the first to before the last; where its tag stands."""

    first: int
    last: int
    place: tuple[int, int]
    head: bool


class Table:
    """A table in the making. `is_grid` is over as soon as another table stands in it."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.is_grid = True

    def fold(self, lines: list[Draft]) -> None:
        """Put each row of data on one line, in place of the lines of its cells."""
        if not self.is_grid or not self.rows:
            return
        data = {number for run in _runs(self.rows, lines) if _is_data(run, self.rows, lines) for number in run}
        if not data:
            return
        cells = [cell for row in self.rows for cell in row]
        begin = at = cells[0].first
        folded: list[Draft] = []
        for number, row in enumerate(self.rows):
            if not row:
                continue
            folded += lines[at : row[0].first]
            at = row[-1].last
            within = lines[row[0].first : at]
            if number in data:
                folded.append(_row(row, lines))
                within = [line for line in within if line.furniture]
            folded += within
        lines[begin:at] = folded


def _shown(cell: Cell, lines: list[Draft]) -> list[Draft]:
    return [line for line in lines[cell.first : cell.last] if line.pieces and not line.furniture]


def _filled(row: Sequence[Cell], lines: list[Draft]) -> list[list[Draft]]:
    return [shown for cell in row if (shown := _shown(cell, lines)) and any(line.text.strip() for line in shown)]


def _runs(rows: list[list[Cell]], lines: list[Draft]) -> list[list[int]]:
    """The numbers of rows that stand below each other and have several cells, all of them short."""
    runs: list[list[int]] = [[]]
    for number, row in enumerate(rows):
        filled = _filled(row, lines)
        if len(filled) > 1 and all(_is_short(cell) for cell in filled) and not _is_item(filled):
            runs[-1].append(number)
        elif filled and runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 1]


def _is_item(filled: list[list[Draft]]) -> bool:
    """Whether a row is an item of a list that is set as a table: its number or bullet, and its text beside it."""
    return len(filled) == 2 and _MARK.match("".join(line.text for line in filled[0]).strip()) is not None


def _is_short(cell: list[Draft]) -> bool:
    return (
        len(cell) <= _MOST_LINES
        and sum(len(piece.text) for line in cell for piece in line.pieces) <= _LONGEST
        and not any(line.depth for line in cell)
    )


def _is_data(run: list[int], rows: list[list[Cell]], lines: list[Draft]) -> bool:
    grid = [_filled(rows[number], lines) for number in run]
    bold = [[all(line.bold for line in cell) for cell in row] for row in grid]
    if _is_labelled(bold):
        return False
    widest = max(len(row) for row in grid)
    heads = all(bold[0]) and (all(cell.head for cell in rows[run[0]]) or not any(row[0] for row in bold[1:]))
    return heads or (widest > 2 and sum(len(row) > 2 for row in grid) > 1)


def _is_labelled(bold: list[list[bool]]) -> bool:
    """Whether every row is made of labels, bold, each before its text: a form, set in columns."""
    return all(len(row) % 2 == 0 and all(cell is (number % 2 == 0) for number, cell in enumerate(row)) for row in bold)


def _row(row: Sequence[Cell], lines: list[Draft]) -> Draft:
    """A row of data on one line, each of its bars coming from the tag of the cell behind it."""
    shown = [_shown(cell, lines) for cell in row]
    whole = Draft(Manner(), goes_on=False)
    for cell, within in zip(row, shown, strict=True):
        whole.pieces.append(Piece("| ", *cell.place, exact=False))
        for line in within:
            manner = Manner(bold=line.bold)
            for piece in line.pieces:
                whole.add(piece, manner)
            whole.pieces.append(Piece(" ", line.pieces[-1].end - 1, line.pieces[-1].end, exact=False))
    whole.pieces.append(Piece("|", *row[-1].place, exact=False))
    return whole
