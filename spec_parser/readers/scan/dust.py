"""Specks on the paper: tiny pieces of ink with no letter near them. Tesseract takes them for stops and commas."""

import numpy as np
from numpy.typing import NDArray

from spec_parser.readers.scan.components import Components, letter_height

# In heights of a small letter: the largest speck, the smallest letter, and how near to one a stop or an accent stands.
_SPECK, _LETTER, _NEAR = 0.3, 0.45, 0.6
# Paper with more of it than this is left as it is.
_MOST = 5_000


def dust(pieces: Components) -> NDArray[np.intp]:
    """Which of the pieces of ink of a page are specks."""
    left, top, right, bottom, _ = pieces
    unit = letter_height(pieces)
    length = np.maximum(right - left, bottom - top)
    tiny = np.nonzero(length <= _SPECK * unit)[0]
    letters = length > _LETTER * unit
    if not letters.any() or len(tiny) > _MOST:
        return tiny[:0]
    beside = left[letters], right[letters]
    above = top[letters], bottom[letters]
    alone = [
        bool(
            np.maximum(_away(left[place], right[place], *beside), _away(top[place], bottom[place], *above)).min()
            > _NEAR * unit
        )
        for place in tiny
    ]
    found: NDArray[np.intp] = tiny[np.array(alone, bool)]
    return found


def _away(begin: np.int32, end: np.int32, begins: NDArray[np.int32], ends: NDArray[np.int32]) -> NDArray[np.int32]:
    """How far a stretch is from each of some others."""
    away: NDArray[np.int32] = np.maximum(np.maximum(begins - end, begin - ends), 0)
    return away
