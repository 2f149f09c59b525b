"""The cells that ruled lines enclose on a page.

The lines are snapped to the rows and columns of one grid over the page, and the fields of the grid that no line parts
are one cell. So cells that span others, tables within cells and frames round a whole page come out by themselves; an
underline or a strike-through meets no line across, encloses nothing and so is none of a table. Filling a grid takes
time in proportion to its fields, whatever a hostile page draws; looking for the four corners of each cell does not.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spec_parser.readers.page.model import Mark, Rule, Word

# Lines that are nearer to each other are one: a browser parts the frames of neighbouring cells by up to 3 points.
_SNAP = 4.0
# No page of text has more rows or columns of cells: it is a drawing.
_MOST_ROWS = 150
_MOST_COLUMNS = 50
_OUTSIDE = -1
_UNSEEN = -2


class Cell(NamedTuple):
    """A cell: the box round it, in points, and the rows and columns of the grid that the box takes up, half open."""

    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[int, int]
    columns: tuple[int, int]


class Grid(NamedTuple):
    """What ruled lines enclose.

    Attributes:
        cells: each one once.
        across: where its vertical lines stand, from left to right.
        down: where its horizontal lines stand, from top to bottom.
        fields: for each field of the grid, row by row, the number of its cell; -1 outside of all.
    """

    cells: tuple[Cell, ...]
    across: tuple[float, ...]
    down: tuple[float, ...]
    fields: tuple[tuple[int, ...], ...]

    def cell_of(self, held: Word | Mark) -> int:
        """The number of the cell in which the middle of a word or mark stands; -1 where none does."""
        row = bisect_right(self.down, (held.top + held.bottom) / 2) - 1
        column = bisect_right(self.across, (held.left + held.right) / 2) - 1
        if not (0 <= row < len(self.down) - 1 and 0 <= column < len(self.across) - 1):
            return -1
        return self.fields[row][column]


def grid(rules: Iterable[Rule]) -> Grid | None:
    """The cells that the ruled lines of a page enclose; None where they enclose none."""
    level: list[_Stroke] = []
    upright: list[_Stroke] = []
    for rule in rules:
        if rule.right - rule.left >= rule.bottom - rule.top:
            level.append(_Stroke((rule.top + rule.bottom) / 2, rule.left, rule.right))
        else:
            upright.append(_Stroke((rule.left + rule.right) / 2, rule.top, rule.bottom))
    across = _places(stroke.place for stroke in upright)
    columns = _joined(upright, across)
    level.extend(_open_ends(across, columns))
    down = _places(stroke.place for stroke in level)
    if not (2 <= len(down) <= _MOST_ROWS and 2 <= len(across) <= _MOST_COLUMNS):
        return None
    above, before = _drawn(_joined(level, down), across), _drawn(columns, down)
    fields = _filled(above, before, len(down) - 1, len(across) - 1)
    cells = _cells(fields, across, down)
    return Grid(cells, across, down, fields) if cells else None


class _Stroke(NamedTuple):
    """A level or upright line: where it stands, and from where to where it goes."""

    place: float
    begin: float
    end: float


def _places(places: Iterable[float]) -> tuple[float, ...]:
    """Where lines stand, those near each other as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SNAP:
            found.append(place)
    return tuple(found)


def _joined(strokes: Iterable[_Stroke], places: Sequence[float]) -> list[list[tuple[float, float]]]:
    """For each line of the grid from where to where it is drawn; what nearly touches is drawn through."""
    pieces: list[list[tuple[float, float]]] = [[] for _ in places]
    for place, begin, end in strokes:
        pieces[bisect_right(places, place) - 1].append((begin, end))
    joined: list[list[tuple[float, float]]] = []
    for line in pieces:
        line.sort()
        whole = [line[0]]
        for begin, end in line[1:]:
            if begin <= whole[-1][1] + _SNAP:
                whole[-1] = whole[-1][0], max(whole[-1][1], end)
            else:
                whole.append((begin, end))
        joined.append(whole)
    return joined


def _open_ends(across: Sequence[float], columns: Sequence[Sequence[tuple[float, float]]]) -> Iterator[_Stroke]:
    """Level lines where several upright ones end together: the end of a page cuts cells, and their frame is open."""
    for side in (0, 1):
        ends = sorted((stretch[side], place) for place, line in zip(across, columns, strict=True) for stretch in line)
        for end in _places(end for end, _ in ends):
            here = [place for at, place in ends if end <= at <= end + _SNAP]
            if len(here) > 1:
                yield _Stroke(end, min(here), max(here))


def _drawn(joined: Sequence[Sequence[tuple[float, float]]], crossing: Sequence[float]) -> list[list[bool]]:
    """For each line of the grid, which of its parts between two lines across are drawn from end to end."""
    drawn = [[False] * (len(crossing) - 1) for _ in joined]
    for number, line in enumerate(joined):
        for begin, end in line:
            for part in range(bisect_right(crossing, begin - _SNAP), bisect_right(crossing, end + _SNAP) - 1):
                drawn[number][part] = True
    return drawn


def _filled(
    above: Sequence[Sequence[bool]], before: Sequence[Sequence[bool]], rows: int, columns: int
) -> tuple[tuple[int, ...], ...]:
    """The number of its cell for each field of a grid; -1 where one can walk out of the grid from it.

    Args:
        above: for each horizontal line of the grid, whether it is drawn above the field of each column.
        before: for each vertical line, whether it is drawn on the left of the field of each row.
        rows: of fields.
        columns: likewise.
    """
    fields = [[_UNSEEN] * columns for _ in range(rows)]
    cells = 0
    for row in range(rows):
        for column in range(columns):
            if fields[row][column] != _UNSEEN:
                continue
            reached, is_open = _reached(above, before, row, column)
            for at, along in reached:
                fields[at][along] = _OUTSIDE if is_open else cells
            cells += not is_open
    return tuple(tuple(row) for row in fields)


def _reached(
    above: Sequence[Sequence[bool]], before: Sequence[Sequence[bool]], row: int, column: int
) -> tuple[set[tuple[int, int]], bool]:
    """The fields that no drawn line parts from one field, and whether one can walk out of the grid from there."""
    reached, pending, is_open = {(row, column)}, [(row, column)], False
    rows, columns = len(above) - 1, len(before) - 1
    while pending:
        at, along = pending.pop()
        for is_drawn, beside in (
            (above[at][along], (at - 1, along)),
            (above[at + 1][along], (at + 1, along)),
            (before[along][at], (at, along - 1)),
            (before[along + 1][at], (at, along + 1)),
        ):
            if is_drawn or beside in reached:
                continue
            if 0 <= beside[0] < rows and 0 <= beside[1] < columns:
                reached.add(beside)
                pending.append(beside)
            else:
                is_open = True
    return reached, is_open


def _cells(fields: Sequence[Sequence[int]], across: Sequence[float], down: Sequence[float]) -> tuple[Cell, ...]:
    extents: dict[int, tuple[int, int, int, int]] = {}
    for row, numbers in enumerate(fields):
        for column, number in enumerate(numbers):
            if number >= 0:
                top, bottom, left, right = extents.get(number, (row, row, column, column))
                extents[number] = min(top, row), max(bottom, row), min(left, column), max(right, column)
    return tuple(
        Cell(across[left], down[top], across[right + 1], down[bottom + 1], (top, bottom + 1), (left, right + 1))
        for top, bottom, left, right in (extents[number] for number in sorted(extents))
    )
