"""Bullets, ruled lines and images among what pdfplumber finds drawn on a page."""

from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Any

from spec_parser.readers.page.model import Mark, Rule
from spec_parser.readers.pdf.shapes import shape

Shape = dict[str, Any]
"""A line, rectangle, curve or image as pdfplumber gives it."""
Box = tuple[float, float, float, float]

# A side is straight if it strays no more than this, in points.
_STRAIGHT = 1.0


def shapes(drawn: Iterable[Shape], left: float, top: float) -> tuple[tuple[Mark, ...], tuple[Rule, ...]]:
    """What may be bullets, and what may be edges of tables.

    Args:
        drawn: the lines, rectangles and curves of a page.
        left: of what shows of the page, in their coordinates.
        top: likewise.
    """
    marks: list[Mark] = []
    rules: list[Rule] = []
    for found in drawn:
        box = found["x0"] - left, found["top"] - top, found["x1"] - left, found["bottom"] - top
        width, height = box[2] - box[0], box[3] - box[1]
        if not isfinite(width + height):
            continue
        match shape(width, height):
            case "rule":
                rules.append(Rule(*box))
            case "mark":
                marks.append(Mark(*box, bool(found["fill"])))
            case "box" if found["stroke"]:
                rules.extend(_outline(found, box, left, top))
    marks.sort(key=lambda mark: (mark.top, mark.left))
    return tuple(marks), tuple(rules)


def _outline(found: Shape, box: Box, left: float, top: float) -> Iterator[Rule]:
    """The straight horizontal and vertical sides of a shape whose outline is drawn."""
    if found["object_type"] == "rect":
        x0, y0, x1, y1 = box
        yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))
        return
    before: tuple[float, float] | None = None
    for command, *points in found["path"]:
        if not points:
            continue
        x, y = points[-1][0] - left, points[-1][1] - top
        if command == "l" and before is not None and min(abs(x - before[0]), abs(y - before[1])) <= _STRAIGHT:
            yield Rule(min(x, before[0]), min(y, before[1]), max(x, before[0]), max(y, before[1]))
        before = x, y


def image_cover(images: Iterable[Shape], shown: Box) -> float:
    """How much of what shows of a page images cover, from 0 to 1."""
    left, top, right, bottom = shown
    covered = 0.0
    for image in images:
        width = min(image["x1"], right) - max(image["x0"], left)
        height = min(image["bottom"], bottom) - max(image["top"], top)
        covered += max(width, 0.0) * max(height, 0.0)
    return min(covered / ((right - left) * (bottom - top)), 1.0)
