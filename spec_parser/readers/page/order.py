"""The order in which the rows of a page are read.

Without columns it is from top to bottom. With columns it is that of the file, which has one column after the other,
but for three things: what stands above something comes before it, whenever it was drawn; columns that the file has
line by line are unwoven; and a foot that was drawn before all else comes last.
"""

from collections.abc import Sequence

from spec_parser.readers.page.gutters import FEWEST_PAIRS, Gap, beside, parted, standing, unwoven
from spec_parser.readers.page.rows import Row, shares_line

# Rows of which one begins this share of a font's size above the end of the other stand one above the other.
_TOLERANCE = 0.4
# A page's head and foot, where a program draws them before its text, have no more rows than this.
_MOST_EARLY = 8
# Of more rows than any page of text has, each is not compared with each.
_MOST = 1000


def in_order(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, given in the order of the file, in that of reading."""
    columns = beside(rows)
    if len(columns) > 1 and beside(rows, FEWEST_PAIRS):
        rows = parted(rows, columns)
    return list(unwoven(rows)) if _descends(rows) else _mended(rows, columns)


def _descends(rows: Sequence[Row]) -> bool:
    top = float("-inf")
    for row in rows:
        if row.top < top - _TOLERANCE * row.size:
            return False
        top = row.top
    return True


def _mended(rows: Sequence[Row], columns: Sequence[Gap]) -> list[Row]:
    """The rows of a page that the file does not have from top to bottom."""
    if not columns or len(rows) > _MOST:
        return sorted(rows, key=lambda row: (row.top, row.left))
    rows = _without_early_foot(rows)
    reaches = [_reach(row, columns) for row in rows]
    late = _late(rows)
    above = [
        [other for other in late if other > place and _is_above(rows[other], row) and _meet(reaches[other], reach)]
        for place, (row, reach) in enumerate(zip(rows, reaches, strict=True))
    ]
    done: list[Row] = []
    state = [0] * len(rows)  # 1: what is above is being read, 2: read
    for first in range(len(rows)):
        pending = [first]
        while pending:
            place = pending[-1]
            if state[place] == 0:
                state[place] = 1
                pending.extend(other for other in reversed(above[place]) if state[other] == 0)
            else:
                pending.pop()
                if state[place] == 1:
                    state[place] = 2
                    done.append(rows[place])
    return done


def _without_early_foot(rows: Sequence[Row]) -> Sequence[Row]:
    """Rows of which those that stand below all others, though the file begins with them, come last."""
    head: list[Row] = []
    foot: list[Row] = []
    rest = list(rows)
    while len(rest) > 1 and len(head) + len(foot) < _MOST_EARLY:
        first = rest[0]
        others = [other for other in rest[1:] if not shares_line(first, other)]
        if not others:
            break
        if first.top >= max(other.bottom for other in others):
            foot.append(rest.pop(0))
        elif first.bottom <= min(other.top for other in others):
            head.append(rest.pop(0))
        else:
            break
    return [*head, *rest, *foot] if foot else rows


def _late(rows: Sequence[Row]) -> list[int]:
    """The places of rows that stand above one that the file has before them."""
    found: list[int] = []
    lowest = float("-inf")
    for place, row in enumerate(rows):
        if row.top < lowest:
            found.append(place)
        lowest = max(lowest, row.top)
    return found


def _reach(row: Row, columns: Sequence[Gap]) -> Gap:
    """From where to where a row keeps others from standing beside it: its column, or the whole page."""
    place = standing(row, columns)
    return columns[place] if place is not None else (float("-inf"), float("inf"))


def _meet(one: Gap, other: Gap) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_above(one: Row, other: Row) -> bool:
    return one.top < other.top and one.bottom <= other.top + _TOLERANCE * min(one.size, other.size)
