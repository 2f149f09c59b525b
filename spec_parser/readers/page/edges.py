"""Where the lines of a text end for want of room: the columns of a document and their right edges."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from spec_parser.readers.page.rows import Column, Row, shares_line

# A right end that no other one comes as near to, in points, is that of a line too long for its column.
_COMPANY = 24.0
# Ends of justified lines differ by no more than this, and so many of the long lines end so.
_EVEN = 1.5
_JUSTIFIED = 0.5
_LONG = 0.7
_FEWEST = 4
_UNTOLD = Column()
# The ends of one column differ by less from page to page, in points.
_SIMILAR = 36.0


class Edge(NamedTuple):
    """The right end of a column, and whether its lines were stretched to reach it."""

    right: float
    justified: bool


def with_columns(rows: Sequence[Row], widths: Mapping[int, float]) -> list[Row]:
    """The rows of a document, each with the column that it stands in.

    A cell that goes on in the same column of the next page does not open there.

    Args:
        rows: those of furniture left out.
        widths: of the pages, by number.
    """
    known: list[tuple[Column, float]] = []  # with their right ends
    found: list[Row] = []
    for number, members in groupby(rows, key=lambda row: row.page):
        on_page = list(members)
        whole = Column(round(widths[number]))
        free = [row for row in on_page if row.column == _UNTOLD]
        columns = [_known(Column(whole.width, left), right, known) for left, right in _beside(free)]
        for row in on_page:
            if row.column != _UNTOLD:  # a table's, or that of texts with labels beside them
                same_page = not found or found[-1].page == row.page
                found.append(row if same_page or found[-1].column != row.column else row._replace(opens=False))
                continue
            fitting = (column for column, right in columns if row.left > column.left - 1 and row.right < right + 1)
            found.append(row._replace(column=next(fitting, whole)))
    return found


def _known(column: Column, right: float, known: list[tuple[Column, float]]) -> tuple[Column, float]:
    """A column of another page that is about the same, or the column itself; and its right end on this page."""
    for other, end in known:
        if other.width == column.width and abs(other.left - column.left) < _SIMILAR and abs(end - right) < _SIMILAR:
            return other, right
    known.append((column, right))
    return column, right


def _beside(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The left and right ends of the columns that rows beside each other make; empty where all are below each other."""
    beside: set[int] = set()
    order = sorted((place for place, row in enumerate(rows) if not row.is_data), key=lambda place: rows[place].top)
    for one, other in pairwise(order):
        if shares_line(rows[one], rows[other]) and not _overlap(rows[one], rows[other]):
            beside.update((one, other))
    found: list[tuple[float, float]] = []
    for row in sorted((rows[place] for place in beside), key=lambda row: row.left):
        left = row.left if row.bullet is None else row.bullet.left
        if found and left < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], row.right)
        else:
            found.append((left, row.right))
    return found if len(found) > 1 else []


def _overlap(one: Row, other: Row) -> bool:
    return one.left < other.right and other.left < one.right


def edges(rows: Iterable[Row]) -> dict[Column, Edge]:
    """The right edge of each column."""
    by_column: dict[Column, list[Row]] = {}
    for row in rows:
        if row.is_data:
            continue
        by_column.setdefault(row.column, []).append(row)
    return {column: _edge(members) for column, members in by_column.items()}


def _edge(rows: Sequence[Row]) -> Edge:
    ends = sorted((row.right for row in rows), reverse=True)
    place = 0
    if len(ends) >= _FEWEST:
        while place + 2 < len(ends) and ends[place] - ends[place + 1] > _COMPANY:
            place += 1
    right = ends[place]
    left = min(row.left for row in rows)
    long = [end for end in ends[place:] if end - left > _LONG * (right - left)]
    even = sum(right - end <= _EVEN for end in long)
    return Edge(right, len(long) >= _FEWEST and even >= _JUSTIFIED * len(long))
