"""What is no text on the paper: specks with no letter near them, and ruled lines, broken ones too.

Tesseract takes specks for stops and commas, and the pieces of a line under a header for another header.
"""

import numpy as np
from numpy.typing import NDArray

from spec_parser.readers.scan.components import Components, letter_height

# In heights of a small letter: the largest speck, the smallest letter, and how near to one a stop or an accent stands.
_SPECK, _LETTER, _NEAR = 0.3, 0.45, 0.6
# Pieces no higher than this that cover so much of a row of pixels are a ruled line.
_THIN, _LONG = 0.25, 15.0
# Paper with more of it than this is left as it is.
_MOST = 5_000


def rules(pieces: Components) -> NDArray[np.intp]:
    """Which of the pieces of ink of a page belong to ruled lines across it."""
    left, top, right, bottom, _ = pieces
    unit = letter_height(pieces)
    thin = np.nonzero(bottom - top <= max(_THIN * unit, 1))[0]
    if not len(thin):
        return thin
    steps = np.zeros(bottom.max() + 1)
    np.add.at(steps, top[thin], right[thin] - left[thin])
    np.add.at(steps, bottom[thin], left[thin] - right[thin])
    covered = steps.cumsum() >= _LONG * unit
    ruled = np.convolve(covered, np.ones(3), "same") > 0  # a line that is not quite level
    found: NDArray[np.intp] = thin[ruled[top[thin]] | ruled[bottom[thin] - 1]]
    return found


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
