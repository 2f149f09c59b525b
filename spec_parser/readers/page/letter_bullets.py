"""The letter `o` typed as a bullet, in a font like that of the text."""

from collections.abc import Sequence
from itertools import pairwise

from spec_parser.readers.page.model import Page, Word

_LETTER = "o"
# So many lines of a document begin with it where it is a bullet; one may be a word that was read badly.
_FEWEST = 3
# A word that goes on with its line begins so close behind the one before, in sizes of its font.
_NEAR = 1.0


def with_letter_bullets(pages: Sequence[Page]) -> Sequence[Page]:
    """Pages on which the letters that are bullets are told as pictures; the same pages where there are none.

    They are bullets if several stand in the document and each is the first word of its line.
    """
    alone = [
        _begins(before, word)
        for page in pages
        for before, word in pairwise((None, *page.words))
        if word is not None and word.text == _LETTER
    ]
    if len(alone) < _FEWEST or not all(alone):
        return pages
    return [page._replace(words=tuple(map(_told, page.words))) for page in pages]


def _begins(before: Word | None, word: Word) -> bool:
    """Whether a word stands on another line than the one before it in the file, or far from it."""
    if before is None:
        return True
    beside = min(before.bottom, word.bottom) - max(before.top, word.top) > 0
    return not beside or not -_NEAR * word.size < word.left - before.right < _NEAR * word.size


def _told(word: Word) -> Word:
    return word._replace(pictorial=True) if word.text == _LETTER else word
