"""From an image made straight back to the page as it was scanned."""

import math
from typing import NamedTuple

POINTS = 72.0

Box = tuple[float, float, float, float]


class View(NamedTuple):
    """How a straight image came from a scanned one: by quarter turns, then by an angle, then enlarged.

    Attributes:
        width: of the scanned image in pixels.
        height: likewise.
        dpi: its pixels an inch.
        quarters: how often it was turned counterclockwise by 90 degrees.
        angle: in degrees by which it was then turned counterclockwise about its centre.
        straight_width: of the straight image in its own pixels.
        straight_height: likewise.
        scale: how many of its pixels one of the scanned image has become.
    """

    width: int
    height: int
    dpi: float
    quarters: int
    angle: float
    straight_width: int
    straight_height: int
    scale: float

    def straight(self, box: Box) -> Box:
        """A box of the straight image in points."""
        per_pixel = POINTS / (self.dpi * self.scale)
        left, top, right, bottom = (edge * per_pixel for edge in box)
        return left, top, right, bottom

    def scanned(self, box: Box) -> Box:
        """The box on the scanned page, in points, round a box of the straight image."""
        left, top, right, bottom = box
        corners = [self._back(x, y) for x in (left, right) for y in (top, bottom)]
        per_pixel = POINTS / self.dpi
        across, down = zip(*corners, strict=True)
        return min(across) * per_pixel, min(down) * per_pixel, max(across) * per_pixel, max(down) * per_pixel

    def _back(self, x: float, y: float) -> tuple[float, float]:
        x, y = (x - self.straight_width / 2) / self.scale, (y - self.straight_height / 2) / self.scale
        turn = math.radians(self.angle)
        x, y = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
        for _ in range(self.quarters):  # clockwise again
            x, y = -y, x
        return x + self.width / 2, y + self.height / 2
