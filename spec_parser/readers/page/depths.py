"""How deep in lists each item stands: the places of marks, clustered over the whole document."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.readers.page.flow import marker_style
from spec_parser.readers.page.rows import Row

# Levels are further apart than this, in points; marks of one level less.
_STEP = 4.5
# Numbers of one level that are set to the right end at one place, give or take so many points.
_EVEN = 1.5


class _Place(NamedTuple):
    """Where a mark stands in its column: from where to where."""

    left: float
    right: float
    numbered: bool


def depths(rows: Sequence[Row], goes_on: Sequence[bool | None]) -> list[int]:
    """For each row the depth of the item that it opens or goes on with, from 1; 0 for those of no item."""
    places = [None if on else _place(row) for row, on in zip(rows, goes_on, strict=True)]
    levels = _levels({place for place in places if place is not None})
    # What a tagged file declares; tags that nest nothing were made by looks, and know less than looks do here.
    is_declared = any(row.level > 1 for row in rows)
    found: list[int] = []
    for row, place, on in zip(rows, places, goes_on, strict=True):
        if on:
            found.append(found[-1])
        elif place is None:
            found.append(0)
        else:
            found.append((is_declared and row.level) or levels[place])
    return found


def _place(row: Row) -> _Place | None:
    """Where the mark of a row stands, bullet or number; None if it has none."""
    begin = row.column.left
    if row.bullet is not None:
        return _Place(row.bullet.left - begin, row.bullet.right - begin, numbered=False)
    first = row.words[0]
    if len(row.words) < 2 or marker_style(first) is None:
        return None
    return _Place(first.left - begin, first.right - begin, numbered=True)


def _levels(places: set[_Place]) -> dict[_Place, int]:
    """The level of each place: those less than a step apart are one level."""
    levels: dict[_Place, int] = {}
    level = 0
    first = float("-inf")
    ends: list[float] = []  # of the numbers of the last level
    for place in sorted(places):
        is_even = place.numbered and any(abs(place.right - end) <= _EVEN for end in ends)
        if place.left - first > _STEP and not is_even:
            level += 1
            first = place.left
            ends = []
        if place.numbered:
            ends.append(place.right)
        levels[place] = level
    return levels
