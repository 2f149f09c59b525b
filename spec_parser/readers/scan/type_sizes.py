"""The size of the type on each line, and where its letters stand, told by the boxes of its words.

A word's box is that of its ink: "on" is lower than "by". Words of one line are given boxes of one height, as the font
has them, so that lines can be compared. The shares of a font's size are those of Arial and Times, which hardly differ.
"""

from collections.abc import Sequence
from statistics import median

from spec_parser.readers.scan.tesseract import Reading

_DESCENDING = frozenset("gjpqy,;Q()[]{}/\\|$@_")
_LOW = frozenset("acegmnopqrsuvwxyz.,:;-–—_~•·«»")
_CAPITAL_HEIGHT, _LETTER_HEIGHT = 0.72, 0.53
ASCENT, DESCENT = 0.9, 0.22
# Sizes that differ by less are one.
_SIMILAR = 1.06


def baseline(words: Sequence[Reading]) -> float:
    """Where the letters of a line stand."""
    standing = [word.bottom for word in words if _DESCENDING.isdisjoint(word.text) and _is_letters(word)]
    if standing:
        return float(median(standing))
    return median(word.bottom for word in words) - DESCENT * median(word.bottom - word.top for word in words)


def size(words: Sequence[Reading], base: float) -> float:
    """The size of the type of a line whose letters stand at `base`."""
    tall = [
        (base - word.top) / _CAPITAL_HEIGHT for word in words if _is_letters(word) and not _LOW.issuperset(word.text)
    ]
    low = [(base - word.top) / _LETTER_HEIGHT for word in words if _is_letters(word) and _LOW.issuperset(word.text)]
    known = tall or low or [(word.bottom - word.top) / (ASCENT + DESCENT) for word in words]
    return max(float(median(known)), 1.0)


def _is_letters(word: Reading) -> bool:
    return any(character.isalnum() for character in word.text)


def evened(sizes: Sequence[float]) -> list[float]:
    """Sizes as they were meant: those that hardly differ are made equal."""
    order = sorted(range(len(sizes)), key=lambda place: sizes[place])
    found = list(sizes)
    group: list[int] = []
    for place in order:
        if group and sizes[place] > _SIMILAR * sizes[group[-1]]:
            _even(found, sizes, group)
            group = []
        group.append(place)
    _even(found, sizes, group)
    return found


def _even(found: list[float], sizes: Sequence[float], group: Sequence[int]) -> None:
    if group:
        common = median(sizes[place] for place in group)
        for place in group:
            found[place] = common
