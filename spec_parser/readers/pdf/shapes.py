"""What a drawn shape can be by its measures, the same for both engines."""

from typing import Literal

Shape = Literal["mark", "rule", "box"]

# The sides of a shape that may be a bullet, in points.
_SMALLEST_MARK = 1.0
_LARGEST_MARK = 9.0
# The sides of a bullet are about equal.
_SQUARE = 1.6
_THICKEST_RULE = 2.0
_SHORTEST_RULE = 8.0


def shape(width: float, height: float) -> Shape | None:
    """What a shape of these measures, in points, can be: a bullet, a ruled line, or something with sides of its own."""
    shorter, longer = min(width, height), max(width, height)
    if shorter <= _THICKEST_RULE and longer >= _SHORTEST_RULE:
        return "rule"
    if shorter >= _SMALLEST_MARK and longer <= min(_LARGEST_MARK, _SQUARE * shorter):
        return "mark"
    return "box" if shorter >= _SHORTEST_RULE else None
