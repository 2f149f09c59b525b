"""The order in which the rows of a page are read.

It is that of the file, which has columns one after the other and the cells of a table too, but for two things: what
stands above something comes before it, whenever it was drawn; and columns that the file has line by line are unwoven.
"""

from collections.abc import Sequence

from spec_parser.readers.page.gutters import unwoven
from spec_parser.readers.page.rows import Row

# Rows of which one begins this share of a font's size above the end of the other stand one above the other.
_TOLERANCE = 0.4
# Of more rows than any page of text has, each is not compared with each.
_MOST = 1000


def in_order(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, given in the order of the file, in that of reading."""
    found = unwoven(rows) if _descends(rows) else _mended(rows)
    return list(found)


def _descends(rows: Sequence[Row]) -> bool:
    top = float("-inf")
    for row in rows:
        if row.top < top - _TOLERANCE * row.size:
            return False
        top = row.top
    return True


def _mended(rows: Sequence[Row]) -> list[Row]:
    """The rows in the order of the file, each after all that stand above it."""
    if len(rows) > _MOST:
        return sorted(rows, key=lambda row: (row.top, row.left))
    above = [
        [other for other, candidate in enumerate(rows) if other != place and _is_above(candidate, row)]
        for place, row in enumerate(rows)
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


def _is_above(one: Row, other: Row) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.bottom <= other.top + _TOLERANCE * min(one.size, other.size)
        and one.top < other.top
    )
