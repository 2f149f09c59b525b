"""Mends what engines make of a page's letters: ligatures, letters printed twice, words set with wide spaces."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from spec_parser.readers.page.model import Word

_LIGATURES = re.compile("[\ufb00-\ufb06\ufb13-\ufb17]")
# A word printed again within so many sizes of its font is printed bold by hand.
_DOUBLED = 0.2
# So many words of one letter each, one after the other, are one word set with spaces.
_FEWEST_SPACED = 6
# Between words set so the gap is this much wider than between their letters.
_WIDER = 1.6


def mended(words: Iterable[Word]) -> list[Word]:
    """Words of a page, in the order of the file, with ligatures taken apart and each printed once."""
    found: list[Word] = []
    places: dict[str, int] = {}
    for word in words:
        text = word.text
        if not text.isascii() and _LIGATURES.search(text):
            text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
            word = word._replace(text=text)  # noqa: PLW2901
        before = places.get(text)
        if before is not None and _is_again(found[before], word):
            found[before] = found[before]._replace(bold=True)
            continue
        places[text] = len(found)
        found.append(word)
    return found


def _is_again(first: Word, word: Word) -> bool:
    near = _DOUBLED * word.size
    return abs(first.left - word.left) <= near and abs(first.top - word.top) <= near


def joined(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a row, from left to right; those set with wide spaces (`P U R P O S E`) as one word each."""
    if len(words) < _FEWEST_SPACED or not all(len(word.text) == 1 and word.text.isalpha() for word in words):
        return words
    gaps = [after.left - before.right for before, after in pairwise(words)]
    usual = median(gaps)
    found: list[list[Word]] = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > _WIDER * usual:
            found.append([])
        found[-1].append(word)
    return [_one(letters) for letters in found]


def _one(letters: Sequence[Word]) -> Word:
    return letters[0]._replace(
        text="".join(letter.text for letter in letters),
        top=min(letter.top for letter in letters),
        right=letters[-1].right,
        bottom=max(letter.bottom for letter in letters),
    )
