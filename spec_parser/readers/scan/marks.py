"""Bullets in an image: small round or square pieces of ink, alone before a line of text."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from spec_parser.readers.scan.components import Components, is_letter, letter_height

# Lengths in heights of a small letter, which is the usual height of a piece of ink.
_SMALLEST, _LARGEST = 0.2, 1.1
_TALLEST = 4.0
# No two words of a text stand that far apart; no bullet stands further from its text, nor any text closer before it.
_NEAREST, _FURTHEST = 0.8, 8.0
_FREE_BEFORE = 3.0
# The share of its box that is ink of a bullet; a circle fills 0.79 of it.
_FULL, _HOLLOW = 0.6, 0.25
_ROUND = 1.4


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
    text = is_letter(pieces) & (height < _TALLEST * unit)
    found: list[Dot] = []
    for place in np.nonzero(compact)[0]:
        middle = (top[place] + bottom[place]) / 2
        beside = (top < middle) & (bottom > middle)
        gap = left - right[place]
        after = gap[beside & tall & (gap >= 0)]
        before = left[place] - right[text & (top < middle + unit) & (bottom > middle - unit) & (left < left[place])]
        if not len(after) or not _NEAREST * unit <= after.min() <= _FURTHEST * unit:
            continue
        if (before < _FREE_BEFORE * unit).any():
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
