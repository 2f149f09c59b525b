"""How deep in lists each row stands: the places of bullets, clustered over the whole document."""

from collections.abc import Sequence

from spec_parser.readers.page.rows import Row

# Levels are no less than this apart, in points.
_LEAST_STEP = 4.5


def depths(rows: Sequence[Row]) -> list[int]:
    """For each row the depth of its item from 1; 0 for those that are none."""
    places = sorted({row.bullet.left for row in rows if row.bullet is not None})
    level = 0
    levels: dict[float, int] = {}
    last = float("-inf")
    for place in places:
        if place - last > _LEAST_STEP:
            level += 1
            last = place
        levels[place] = level
    # What a tagged file declares; tags that nest nothing were made by looks, and know less than looks do here.
    declared = max((row.level for row in rows), default=0) > 1
    return [0 if row.bullet is None else (declared and row.level) or levels[row.bullet.left] for row in rows]
