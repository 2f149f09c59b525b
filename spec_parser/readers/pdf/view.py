"""From a page's own coordinates, which grow upwards and know no rotation, to those in which it is seen."""

from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left corner of the page as it shows."""


class View(NamedTuple):
    """The part of a page that shows, in the page's own coordinates, and by how many quarters it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def width(self) -> float:
        """Of the page as it shows, in points."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Of the page as it shows, in points."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page as it shows, from its edges in the page's own coordinates."""
        if self.quarters == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarters == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarters == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left

    def down(self, x: float, y: float) -> float:
        """How far below the top of the page as it shows a point of the page's own coordinates stands."""
        return (self.top - y, x - self.left, y - self.bottom, self.right - x)[self.quarters]
