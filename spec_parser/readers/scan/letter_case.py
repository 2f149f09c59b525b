"""Puts right whether a word begins with a capital, by how high its first letter is in print.

Tesseract tells "S" from "s" by its language model as much as by the image, and takes "I" for "i".
"""

import numpy as np
from numpy.typing import NDArray

from spec_parser.readers.scan.preparing import WHITE
from spec_parser.readers.scan.tesseract import Reading
from spec_parser.readers.scan.type_sizes import Type, band

# Capitals that are larger small letters. In sizes of the font, small letters are lower than this, capitals higher.
_SAME_SHAPE = frozenset("SCOVWXZ")
_HEIGHT = 0.62
# Small letters as high as capitals, or nearly; a capital's share of the height of a word that has one of them.
_TALL = frozenset("bdfhklt")
_AS_TALL = 0.88
# A stroke without a dot is as dark as this everywhere but at its soft ends, in shares of its usual darkness.
_UNBROKEN, _EDGE = 0.7, 2
# The first letter's ink is no wider.
_WIDEST, _WIDEST_STROKE = 1.0, 0.35


def cased(word: Reading, kind: Type, ink: NDArray[np.bool_], gray: NDArray[np.uint8]) -> Reading:
    """A word with its first letter a capital or a small letter, as the image has it.

    Args:
        word: one of a line.
        kind: the type of the line.
        ink: where the image has ink.
        gray: the image.
    """
    first = word.text[0]
    if len(word.text) < 2 or not (first == "i" or (first in _SAME_SHAPE and word.text[1].islower())):
        return word
    rows_of_line = band(ink, kind)
    columns = _first_letter(rows_of_line[:, max(word.left - 2, 0) : word.right])
    if columns.stop - columns.start > (_WIDEST_STROKE if first == "i" else _WIDEST) * kind.measured:
        return word
    columns = slice(columns.start + max(word.left - 2, 0), columns.stop + max(word.left - 2, 0))
    rows = np.nonzero(rows_of_line[:, columns].any(axis=1))[0]
    if not len(rows):
        return word
    if first == "i":
        darkness = WHITE - band(gray, kind)[rows[0] : rows[-1] + 1, columns].min(axis=1).astype(float)
        is_tall = len(darkness) >= max(_HEIGHT * kind.measured, 3 * _EDGE)
        is_unbroken = is_tall and darkness[_EDGE:-_EDGE].min() >= _UNBROKEN * np.median(darkness)
        return word._replace(text="I" + word.text[1:]) if is_unbroken else word
    height = rows[-1] - rows[0] + 1
    whole = np.nonzero(rows_of_line[:, max(word.left - 2, 0) : word.right].any(axis=1))[0]
    is_lower = _TALL.isdisjoint(word.text) or height < _AS_TALL * (whole[-1] - whole[0] + 1)
    is_small = is_lower and height < _HEIGHT * kind.measured
    return word._replace(text=first.lower() + word.text[1:]) if is_small else word


def _first_letter(ink: NDArray[np.bool_]) -> slice:
    """The first columns that have any ink, up to the next one without."""
    columns: NDArray[np.bool_] = np.any(ink, axis=0)
    inked = np.nonzero(columns)[0]
    if not len(inked):
        return slice(0, 0)
    begin = int(inked[0])
    blank = np.nonzero(~columns[begin:])[0]
    return slice(begin, begin + int(blank[0]) if len(blank) else len(columns))
