"""Where the lines of a text end for want of room: the columns of a document and their right edges."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from spec_parser.readers.page.gutters import Gap, beside, standing
from spec_parser.readers.page.rows import Column, Row

# A right end so far beyond the margin and beyond those of several other lines, in points, is of a line too long for its
# column.
_COMPANY = 24.0
_SEVERAL = 2
_MOST_LONG = 8
# Ends of justified lines differ by no more than this, and so many of the long lines end so.
_EVEN = 1.5
_JUSTIFIED = 0.5
_LONG = 0.7
_FEWEST = 4
# Text that reaches this share of the way to where something else begins (the margin on the left counted on the right
# too) may be wrapped at its right end. Other text is, if most lines below its longest ones begin with a small letter.
_REACHED = 0.8
_NEARLY = 0.88
_FEWEST_SMALL = 2
# Between columns of text there is at least so much blank paper, in points.
_GUTTER = 6.0
# The ends of one column differ by less from page to page, in points.
_SIMILAR = 36.0


class Edge(NamedTuple):
    """The right end of a column, whether its lines were stretched to reach it, and its left end."""

    right: float
    justified: bool
    left: float


def with_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows of a document, those of columns beside each other with the column that each stands in.

    A cell that goes on in the same column of the next page does not open there.

    Args:
        rows: those of furniture left out; each in a cell's column or in that of its whole page.
    """
    known: list[tuple[Column, float]] = []  # with their right ends
    found: list[Row] = []
    for _, members in groupby(rows, key=lambda row: row.page):
        on_page = list(members)
        free = [row for row in on_page if row.column.is_page]
        texts = beside(free)
        columns = _columns(free, texts, known)
        for row in on_page:
            if not row.column.is_page:  # a table's, or that of texts with labels beside them
                same_page = not found or found[-1].page == row.page
                found.append(row if same_page or found[-1].column != row.column else row._replace(opens=False))
                continue
            place = standing(row, texts)
            found.append(row if place is None else row._replace(column=columns[place]))
    return found


def _columns(rows: Sequence[Row], texts: Sequence[Gap], known: list[tuple[Column, float]]) -> list[Column]:
    """The columns of text on a page, from the ends of each."""
    if not texts:
        return []
    width = rows[0].column.width
    ends = [*(left - _GUTTER for left, _ in texts[1:]), width - min(row.left for row in rows)]
    return [_known(Column(width, left, end), right, known) for (left, right), end in zip(texts, ends, strict=True)]


def _known(column: Column, right: float, known: list[tuple[Column, float]]) -> Column:
    """A column of another page that is about the same, or the column itself; `right` is where its rows end."""
    for other, end in known:
        if other.width == column.width and abs(other.left - column.left) < _SIMILAR and abs(end - right) < _SIMILAR:
            return other
    known.append((column, right))
    return column


def edges(rows: Sequence[Row]) -> dict[Column, Edge]:
    """The right edge of each column, from the rows of a document in reading order."""
    by_column: dict[Column, list[Row]] = {}
    for row in rows:
        if not row.is_data:
            by_column.setdefault(row.column, []).append(row)
    return {column: _edge(column, members) for column, members in by_column.items()}


def _edge(column: Column, rows: Sequence[Row]) -> Edge:
    left = min(row.left for row in rows)
    margin = column.right - (left - column.left)
    ends = sorted((row.right for row in rows), reverse=True)
    right = _without_too_long(rows, ends, margin)
    long = [end for end in ends if end <= right and end - left > _LONG * (right - left)]
    even = sum(right - end <= _EVEN for end in long)
    justified = len(long) >= _FEWEST and even >= _JUSTIFIED * len(long)
    if right - left >= _REACHED * (margin - left) or justified or _is_wrapped(rows, left, right):
        return Edge(right, justified, left)
    return Edge(margin, justified=False, left=left)


def _without_too_long(rows: Sequence[Row], ends: Sequence[float], margin: float) -> float:
    """The furthest right end of a line that is not too long; `ends` are those of the rows, the furthest first."""
    # A line that goes on with a small letter was wrapped where it ends.
    wrapped = max((above.right for above, below in pairwise(rows) if below.words[0].text[0].islower()), default=0.0)
    for number, end in enumerate(ends[:_MOST_LONG], 1):
        rest = ends[number : number + _SEVERAL]
        is_alone = len(rest) == _SEVERAL and end - rest[0] > _COMPANY and rest[0] - rest[-1] <= _COMPANY
        if not is_alone or end <= max(margin + _COMPANY, wrapped):
            return end
    return ends[0]


def _is_wrapped(rows: Sequence[Row], left: float, right: float) -> bool:
    """Whether lines that end near the right end mostly go on with a small letter."""
    near = left + _NEARLY * (right - left)
    after = [below.words[0].text[0] for above, below in pairwise(rows) if above.right > near and below.bullet is None]
    small = sum(first.islower() for first in after)
    return small >= _FEWEST_SMALL and small * 2 >= len(after)
