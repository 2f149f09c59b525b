"""How far a page was turned when it was scanned, told by its lines of text.

Ink is thrown upon the page's edge along one direction after the other: along its lines of text the heap has the
sharpest peaks.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Angles in degrees that are tried, to either side: up to 10, as no page further askew goes through a scanner.
_COARSE, _STEPS = 0.25, 40
_FINE, _FINE_STEPS = 0.02, 12
# Angles of less than this move a line by less than a point from edge to edge, and are left.
_LEAST = 0.06
# So much sharper must the columns of ink be than its rows for the text to run up or down the page.
_SIDEWAYS = 1.5
_MOST_POINTS = 60_000


class Lie(NamedTuple):
    """How the text lies on a page.

    Attributes:
        angle: in degrees by which it is turned clockwise, -10 to 10.
        sideways: whether its lines run up or down the page.
    """

    angle: float
    sideways: bool


UPRIGHT = Lie(0.0, sideways=False)


def lie(ink: NDArray[np.bool_]) -> Lie:
    """How the text of a page lies whose ink is True."""
    y, x = np.nonzero(ink)
    if len(y) == 0:
        return UPRIGHT
    step = -(-len(y) // _MOST_POINTS)
    y, x = y[::step] - ink.shape[0] / 2, x[::step] - ink.shape[1] / 2
    angle, sharpness = _sharpest(x, y)
    _, across = _sharpest(-y, x)
    sideways = across > _SIDEWAYS * sharpness
    return Lie(0.0 if abs(angle) < _LEAST or sideways else angle, sideways)


def _sharpest(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float]:
    """The angle at which points lie in the sharpest rows, and how sharp they are."""

    def best(angles: NDArray[np.floating]) -> float:
        return float(max(angles, key=lambda angle: (_sharpness(x, y, angle), -abs(angle))))

    rough = best(np.arange(-_STEPS, _STEPS + 1) * _COARSE)
    angle = best(rough + np.arange(-_FINE_STEPS, _FINE_STEPS + 1) * _FINE)
    return round(angle, 3), _sharpness(x, y, angle)


def _sharpness(x: NDArray[np.float64], y: NDArray[np.float64], angle: float) -> float:
    rows = y - x * np.tan(np.radians(angle))
    heap = np.bincount((rows - rows.min()).astype(np.intp))
    return float(np.square(np.diff(heap)).sum())
