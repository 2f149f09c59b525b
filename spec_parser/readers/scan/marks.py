"""Bullets in an image: small round or square pieces of ink, alone before a line of text."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from spec_parser.readers.scan.components import Components, letter_height

# Lengths in heights of a small letter, which is the usual height of a piece of ink.
_SMALLEST, _LARGEST = 0.2, 1.1
_TALLEST = 4.0
# No two words of a text stand that far apart; no bullet stands further from its text, nor any text closer before it.
_NEAREST, _FURTHEST = 0.8, 8.0
_FREE_BEFORE = 3.0
# The share of its box that is ink of a bullet; a circle fills 0.79 of it.
_FULL, _HOLLOW = 0.6, 0.25
_ROUND = 1.4
# With more pieces of this form a page is grain, or a picture.
_MOST = 5_000


class Dot(NamedTuple):
    """A bullet: its box in pixels, half open, and whether it is filled."""

    left: int
    top: int
    right: int
    bottom: int
    filled: bool

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Its edges."""
        return self[:4]


def dots(ink: NDArray[np.bool_], pieces: Components) -> list[Dot]:
    """The bullets of a page, from its ink and the pieces of it."""
    left, top, right, bottom, area = pieces
    width, height = right - left, bottom - top
    unit = letter_height(pieces)
    longer, shorter = np.maximum(width, height), np.minimum(width, height)
    compact = (longer <= _LARGEST * unit) & (shorter >= _SMALLEST * unit) & (longer <= _ROUND * shorter)
    compact &= area >= _HOLLOW * width * height
    tall = height > _LARGEST * unit / 2
    text = height < _TALLEST * unit
    candidates = np.nonzero(compact)[0]
    if len(candidates) > _MOST:
        return []
    found: list[Dot] = []
    for place in candidates:
        middle = (top[place] + bottom[place]) / 2
        line = text & (top < middle + unit) & (bottom > middle - unit)
        before = left[place] - right[line & (left < left[place])]
        if (before < _FREE_BEFORE * unit).any():
            continue
        gap = left - right[place]
        beside = gap[line & (gap >= 0)]
        after = gap[line & tall & (top < middle) & (bottom > middle) & (gap >= 0)]
        if not len(after) or beside.min() < _NEAREST * unit or after.min() > _FURTHEST * unit:
            continue
        dot = Dot(int(left[place]), int(top[place]), int(right[place]), int(bottom[place]), filled=False)
        filled = _is_filled(ink, dot)
        if not filled or area[place] >= _FULL * width[place] * height[place]:
            found.append(dot._replace(filled=filled))
    return found


def _is_filled(ink: NDArray[np.bool_], dot: Dot) -> bool:
    """Whether the inner third of a bullet is ink."""
    across, down = (dot.right - dot.left) // 3, (dot.bottom - dot.top) // 3
    inner = ink[dot.top + down : dot.bottom - down, dot.left + across : dot.right - across]
    return bool(inner.mean() > 0.5)
