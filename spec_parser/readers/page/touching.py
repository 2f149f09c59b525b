"""Which cells make a table together, and which cell a table stands in."""

from itertools import pairwise
from typing import NamedTuple

from spec_parser.readers.page.grid import Cell, Grid


class Table(NamedTuple):
    """Cells that share edges, by their numbers, and the box round all of them."""

    cells: tuple[int, ...]
    left: float
    top: float
    right: float
    bottom: float


def tables(found: Grid) -> dict[int, list[Table]]:
    """The tables in each cell, by its number, and on the page outside of all (-1); from top to bottom."""
    held: dict[int, list[Table]] = {}
    holders = [_holder(found, cell) for cell in found.cells]
    for cells in _groups(found, holders):
        boxes = [found.cells[number] for number in cells]
        table = Table(
            tuple(cells),
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )
        held.setdefault(holders[cells[0]], []).append(table)
    for group in held.values():
        group.sort(key=lambda table: (table.top, table.left))
    return held


def _holder(found: Grid, cell: Cell) -> int:
    """The number of the cell that goes round a cell on all sides; -1 where none does. It has a field on its left."""
    for number in reversed(found.fields[cell.rows[0]][: cell.columns[0]]):
        if number >= 0 and _holds(found.cells[number], cell):
            return number
    return -1


def _holds(outer: Cell, inner: Cell) -> bool:
    return (
        outer.rows[0] < inner.rows[0]
        and outer.rows[1] > inner.rows[1]
        and outer.columns[0] < inner.columns[0]
        and outer.columns[1] > inner.columns[1]
    )


def _groups(found: Grid, holders: list[int]) -> list[list[int]]:
    """The cells in the same holder that share edges, in groups."""
    leaders = list(range(len(found.cells)))

    def leader(number: int) -> int:
        while leaders[number] != number:
            leaders[number] = number = leaders[leaders[number]]
        return number

    for lines in (found.fields, zip(*found.fields, strict=True)):
        for line in lines:
            for one, other in pairwise(line):
                if one != other and min(one, other) >= 0 and holders[one] == holders[other]:
                    leaders[leader(one)] = leader(other)
    groups: dict[int, list[int]] = {}
    for number in range(len(leaders)):
        groups.setdefault(leader(number), []).append(number)
    return list(groups.values())
