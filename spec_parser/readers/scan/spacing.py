"""Puts right where words begin and end, by the blank paper between their letters.

Tesseract tells blanks from its language model as much as from the paper: it glues "A landing" and tears "$47.04".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from spec_parser.readers.scan.tesseract import Reading
from spec_parser.readers.scan.type_sizes import Type, band

# In sizes of the font: letters of one word are no further apart than the first, and words further than the second;
# in 15 scans of 7,800 words no word that was read right lay beyond either (benchmarks/README.md).
_TORN, _GLUED = 0.18, 0.3
# How wide characters are in print, in thousandths of the font's size (Arial's metrics; those of others differ little).
_WIDTHS = {
    letter: width
    for letters, width in (
        ("ijl'|", 222), ("ft.,:;!I/\\", 278), ("r()-[]", 333), ("csvxyzkJ*", 500), ("FTZ", 611),
        ("ABEKPSVXY&", 667), ("CDHNRUw", 722), ("GOQ", 778), ("mM", 833), ("W—@", 1000),
    )
    for letter in letters
}  # fmt: skip
_USUAL = 556


def respaced(line: Sequence[Reading], kind: Type, ink: NDArray[np.bool_]) -> list[Reading]:
    """The words of a line, those put together that were torn, and those taken apart that were glued.

    Args:
        line: from left to right.
        kind: its type.
        ink: where the image has ink.
    """
    columns: NDArray[np.bool_] = np.any(band(ink, kind), axis=0)
    words = [part for place, word in enumerate(line) for part in _apart(word, line, place, kind.measured, columns)]
    found: list[Reading] = []
    for word in words:
        if found and _is_torn(found[-1], word, kind.measured, columns):
            before = found[-1]
            found[-1] = before._replace(
                text=before.text + word.text,
                right=max(before.right, word.right),
                top=min(before.top, word.top),
                bottom=max(before.bottom, word.bottom),
                confidence=min(before.confidence, word.confidence),
            )
        else:
            found.append(word)
    return found


def _is_torn(one: Reading, other: Reading, size: float, columns: NDArray[np.bool_]) -> bool:
    """Whether two neighbours are one word: at most one of the characters that meet is a letter or a digit."""
    if one.text[-1].isalnum() and other.text[0].isalnum():
        return False
    begin, end = (one.left + one.right) // 2, (other.left + other.right) // 2
    return end > begin and max((stop - start for start, stop in _gaps(columns, begin, end)), default=0) < _TORN * size


def _apart(
    word: Reading, line: Sequence[Reading], place: int, size: float, columns: NDArray[np.bool_]
) -> Iterator[Reading]:
    """The words that stand in the box of one, if blank paper parts it."""
    follows = line[place + 1].left if place + 1 < len(line) else word.right
    inked = np.nonzero(columns[word.left : word.right])[0]
    gaps: list[tuple[int, int]] = []
    if len(inked) and follows >= word.right:
        begin, end = word.left + int(inked[0]), word.left + int(inked[-1]) + 1
        gaps = [gap for gap in _gaps(columns, begin, end) if gap[1] - gap[0] > _GLUED * size]
    if not 0 < len(gaps) < len(word.text):
        yield word
        return
    cuts = _cuts(word, gaps)
    if any("1" in word.text[max(cut - 1, 0) : cut + 1] and word.text[cut - 1 : cut + 1].isdigit() for cut in cuts):
        yield word  # a one has blank paper of its own
        return
    edges = [word.left, *(edge for gap in gaps for edge in gap), word.right]
    for number, (first, last) in enumerate(pairwise([0, *cuts, len(word.text)])):
        yield word._replace(text=word.text[first:last], left=edges[2 * number], right=edges[2 * number + 1])


def _cuts(word: Reading, gaps: Sequence[tuple[int, int]]) -> list[int]:
    """Before which characters of a word the gaps lie: there as much stands before them as in print."""
    reach = [0]
    for letter in word.text:
        reach.append(reach[-1] + _WIDTHS.get(letter, _USUAL))
    blank = sum(stop - start for start, stop in gaps)
    per_pixel = reach[-1] / max(word.right - word.left - blank, 1)
    cuts: list[int] = []
    passed = 0
    for number, (start, stop) in enumerate(gaps):
        before = (start - word.left - passed) * per_pixel
        passed += stop - start
        # Each part has a character at least.
        possible = range(cuts[-1] + 1 if cuts else 1, len(word.text) - len(gaps) + number + 1)
        cuts.append(min(possible, key=lambda place: abs(reach[place] - before)))
    return cuts


def _gaps(columns: NDArray[np.bool_], begin: int, end: int) -> list[tuple[int, int]]:
    """The stretches without ink between two columns."""
    edges = np.diff(np.concatenate(([True], columns[max(begin, 0) : end], [True])).astype(np.int8))
    starts, stops = np.nonzero(edges == -1)[0] + begin, np.nonzero(edges == 1)[0] + begin
    return list(zip(starts.tolist(), stops.tolist(), strict=True))
