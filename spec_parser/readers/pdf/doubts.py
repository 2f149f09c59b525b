"""Signs that an engine has read a file's words wrongly, told from the words alone and cheaply: every file is asked."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from spec_parser.readers.page.model import Page, Word

# So many letters in a row are several words glued together; the longest of the language have 20 to 25.
_GLUED = re.compile(r"[^\W\d_]{28,}")
# What stands for a character that nobody knows: private use, replacement, controls. Single ones are bullets.
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Shares of characters, or of neighbouring words, beyond which a file is doubted.
_MOST_GLUED = 0.02
_MOST_UNKNOWN = 0.01
_MOST_SINGLE = 0.5
_MOST_OVERLAPPING = 0.08
_MOST_JUMPS = 0.08
# Shares of fewer words than this say nothing.
_FEWEST_WORDS = 30
# Words overlap if one begins so many sizes of its font before the end of the other.
_OVERLAP = 0.5


class Signs(NamedTuple):
    """What is counted of a file's words.

    Attributes:
        words: how many there are.
        characters: how many they have.
        glued: characters in words that are several.
        unknown: characters that stand for none.
        single: words of one character, which are letters that lie apart.
        overlapping: words that begin within the one before them.
        jumps: words that stand above the one before them on the same page.
        empty: pages without words that no image covers.
    """

    words: int = 0
    characters: int = 0
    glued: int = 0
    unknown: int = 0
    single: int = 0
    overlapping: int = 0
    jumps: int = 0
    empty: int = 0

    def doubts(self) -> tuple[str, ...]:
        """What looks wrong, each in a few words; nothing for nearly all files."""
        if self.words == 0:
            return ("no words were found on pages that are no images",) if self.empty else ()
        if self.words < _FEWEST_WORDS:
            return ()
        shares = (
            (self.glued / self.characters, _MOST_GLUED, "of the characters stand in words glued together"),
            (self.unknown / self.characters, _MOST_UNKNOWN, "of the characters stand for none that is known"),
            (self.single / self.words, _MOST_SINGLE, "of the words are single letters"),
            (self.overlapping / self.words, _MOST_OVERLAPPING, "of the words overlap the one before"),
            (self.jumps / self.words, _MOST_JUMPS, "of the words stand above the one before"),
        )
        return tuple(f"{share:.0%} {what}" for share, most, what in shares if share > most)

    def wrong(self) -> float:
        """How wrong the words look, as a share of them; for comparing two engines' words of one file."""
        return (self.glued + self.unknown) / max(self.characters, 1) + (
            self.single + self.overlapping + self.jumps
        ) / max(self.words, 1)


def signs(pages: Sequence[Page]) -> Signs:
    """The signs that all pages of a file show together."""
    words = characters = glued = unknown = single = overlapping = jumps = empty = 0
    for page in pages:
        texts = [word.text for word in page.words]
        words += len(texts)
        text = " ".join(texts)
        characters += len(text) - max(len(texts) - 1, 0)
        glued += sum(map(len, _GLUED.findall(text)))
        unknown += 0 if text.isascii() else sum(len(_UNKNOWN.findall(one)) for one in texts if len(one) > 1)
        single += sum(len(one) == 1 and one.isalpha() for one in texts)
        for before, word in pairwise(page.words):
            if word.bottom < before.top:
                jumps += 1
            elif before.left < word.left < before.right - _OVERLAP * word.size and _is_over(before, word):
                overlapping += 1
        empty += not texts and page.images < 0.5
    return Signs(words, characters, glued, unknown, single, overlapping, jumps, empty)


def _is_over(before: Word, word: Word) -> bool:
    """Whether a word that begins within another is printed over it, and is not the same one made bold so."""
    return word.top < before.bottom and word.text != before.text
