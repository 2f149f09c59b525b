"""The size of the type on each line, and where its letters stand, told by the boxes of its words.

A word's box is that of its ink: "on" is lower than "by". Words of one line are given boxes of one height, as the font
has them, so that lines can be compared. The shares of a font's size are those of Arial and Times, which hardly differ.
"""

from collections.abc import Sequence
from statistics import median, median_low
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from spec_parser.readers.scan.tesseract import Reading

ASCENT, DESCENT = 0.9, 0.22
"""How far a font reaches above and below the line on which its letters stand, in shares of its size."""
_CAPITAL_HEIGHT = 0.72
# How far ink may stray from where it belongs.
_MARGIN = 0.05
# Letters as high as capitals; those that do not stand on the line, and how far below it they reach.
_TALL = frozenset("bdfhkl0123456789")
_DEEP, _SHALLOW = frozenset("gjpqyQ()[]{}|$@_"), frozenset(",;")
_DEPTH, _SHALLOW_DEPTH = 0.21, 0.14
# Sizes that differ by less are one.
_SIMILAR = 1.06


class Type(NamedTuple):
    """The type of a line, in pixels.

    Attributes:
        size: as it was meant.
        base: the height on the page at which its letters stand.
        measured: the size that the line itself shows.
    """

    size: float
    base: float
    measured: float


Pixel = TypeVar("Pixel", np.bool_, np.uint8)


def band(image: NDArray[Pixel], kind: Type) -> NDArray[Pixel]:
    """The rows of an image in which the letters of a line stand, from the top of a capital to the line."""
    top, bottom = kind.base - (_CAPITAL_HEIGHT + _MARGIN) * kind.measured, kind.base + _MARGIN * kind.measured
    rows: NDArray[Pixel] = image[max(round(top), 0) : max(round(bottom), 0)]
    return rows


def types(lines: Sequence[Sequence[Reading]]) -> list[Type]:
    """The type of each line of a page."""
    bases = [_base(line) for line in lines]
    measured = _filled([_size(line, base) for line, base in zip(lines, bases, strict=True)], lines)
    return [
        Type(size, base if base is not None else _base_of_deep(line, size), own)
        for line, base, own, size in zip(lines, bases, measured, _evened(measured), strict=True)
    ]


def _base(line: Sequence[Reading]) -> float | None:
    """Where the letters of a line stand; None where all of its words reach below it, or are no words."""
    standing = [
        word.bottom
        for word in line
        if _is_word(word) and _DEEP.isdisjoint(word.text) and _SHALLOW.isdisjoint(word.text)
    ]
    return float(median(standing)) if standing else None


def _base_of_deep(line: Sequence[Reading], size: float) -> float:
    return median(word.bottom - (_SHALLOW_DEPTH if _DEEP.isdisjoint(word.text) else _DEPTH) * size for word in line)


def _size(line: Sequence[Reading], base: float | None) -> float | None:
    """The size of a line's type; None where no word of it is as high as a capital."""
    heights = [
        (base - word.top) / _CAPITAL_HEIGHT
        if base is not None
        else (word.bottom - word.top) / (_CAPITAL_HEIGHT + depth)
        for word in line
        if any(letter in _TALL or letter.isupper() for letter in word.text)
        for depth in (_SHALLOW_DEPTH if _DEEP.isdisjoint(word.text) else _DEPTH,)
    ]
    return max(float(median_low(heights)), 1.0) if heights else None


def _is_word(word: Reading) -> bool:
    return any(character.isalnum() for character in word.text)


def _filled(sizes: Sequence[float | None], lines: Sequence[Sequence[Reading]]) -> list[float]:
    """The sizes, for a line that does not show its own that of the line before it, or of the first that does."""
    known = [size for size in sizes if size is not None]
    boxes = [word.bottom - word.top for line in lines for word in line]
    last = known[0] if known else max(median(boxes), 1) / (_CAPITAL_HEIGHT + _DEPTH) if boxes else 1.0
    found: list[float] = []
    for size in sizes:
        last = size or last
        found.append(last)
    return found


def _evened(sizes: Sequence[float]) -> list[float]:
    """Sizes as they were meant: those that hardly differ are made equal."""
    order = sorted(range(len(sizes)), key=lambda place: sizes[place])
    found = list(sizes)
    group: list[int] = []
    for place in [*order, None]:
        if group and (place is None or sizes[place] > _SIMILAR * sizes[group[-1]]):
            common = median(sizes[member] for member in group)
            for member in group:
                found[member] = common
            group = []
        if place is not None:
            group.append(place)
    return found
