"""Puts right whether a word begins with a capital, by how high its first letter is in print.

Tesseract tells "S" from "s" by its language model as much as by the image, and takes "I" for "i".
"""

import numpy as np
from numpy.typing import NDArray

from spec_parser.readers.scan.tesseract import Reading
from spec_parser.readers.scan.type_sizes import Type, band

# Capitals that are larger small letters. In sizes of the font, small letters are lower than this, capitals higher.
_SAME_SHAPE = frozenset("SCOVWXZ")
_HEIGHT = 0.62
# Small letters as high as capitals, or nearly; a capital's share of the height of a word that has one of them.
_TALL = frozenset("bdfhklt")
_AS_TALL = 0.88
# The first letter's ink is no wider.
_WIDEST, _WIDEST_STROKE = 1.0, 0.35


def cased(word: Reading, kind: Type, ink: NDArray[np.bool_]) -> Reading:
    """A word with its first letter a capital or a small letter, as the image has it.

    Args:
        word: one of a line.
        kind: the type of the line.
        ink: where the image has ink.
    """
    first = word.text[0]
    if len(word.text) < 2 or not (first == "i" or (first in _SAME_SHAPE and word.text[1].islower())):
        return word
    letter = _first_letter(band(ink, kind)[:, max(word.left - 2, 0) : word.right])
    if letter is None or letter.shape[1] > (_WIDEST_STROKE if first == "i" else _WIDEST) * kind.measured:
        return word
    rows = np.nonzero(letter.any(axis=1))[0]
    if first == "i":
        breaks = np.nonzero(np.diff(rows) > 1)[0]
        stroke = rows[-1] - rows[breaks[-1] + 1 if len(breaks) else 0] + 1
        return word._replace(text="I" + word.text[1:]) if stroke >= _HEIGHT * kind.measured else word
    height = rows[-1] - rows[0] + 1
    whole = np.nonzero(band(ink, kind)[:, word.left : word.right].any(axis=1))[0]
    is_lower = _TALL.isdisjoint(word.text) or height < _AS_TALL * (whole[-1] - whole[0] + 1)
    is_small = is_lower and height < _HEIGHT * kind.measured
    return word._replace(text=first.lower() + word.text[1:]) if is_small else word


def _first_letter(ink: NDArray[np.bool_]) -> NDArray[np.bool_] | None:
    """The ink of the first columns that have any, up to the next one without."""
    columns: NDArray[np.bool_] = np.any(ink, axis=0)
    inked = np.nonzero(columns)[0]
    if not len(inked):
        return None
    begin = inked[0]
    blank = np.nonzero(~columns[begin:])[0]
    letter: NDArray[np.bool_] = ink[:, begin : begin + blank[0] if len(blank) else None]
    return letter
