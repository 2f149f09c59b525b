"""Tables while a page is written: their cells are lines like others until their rows are found to be data."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.readers.data_rows import DataCell, data_rows
from spec_parser.readers.html.drafts import Draft, Manner
from spec_parser.readers.html.entities import Piece


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
        data = data_rows([[_plain(cell, lines) for cell in row] for row in self.rows])
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


def _plain(cell: Cell, lines: list[Draft]) -> DataCell:
    """A cell as the rule for data sees it."""
    shown = [line for line in _shown(cell, lines) if line.text.strip()]
    return DataCell(
        " ".join(line.text.strip() for line in shown),
        bold=all(line.bold for line in shown),
        lines=len(shown),
        is_head=cell.head,
        is_block=any(line.depth for line in shown),
    )


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
