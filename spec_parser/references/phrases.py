"""Capitalised phrases of running text, among which titles, agencies and licences are found."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = r"(?!(?:OR|AND)\b)[A-Z][A-Za-z0-9'’&/-]{0,30}"
_JOINT = r"(?: (?:(?:of|for|and|to|in|on)(?: the)?|&|-|–))? "
# A level may be in the plural itself, "Property Agent 1s"; what "1-800" and "2.5" begin with is none.
_NUMERAL = r"(?: [1-9](?:['’]?s)?(?![\w'’])(?![-–.,/:]\d))?"
_QUALIFIERS = r"(?: \([A-Z0-9][^()]{0,40}\)){0,3}"
# A word where a phrase begins: after no other word, and no OR or AND itself. Its capital comes first, and is looked at
# last, so that a text is passed over in leaps from capital to capital.
_FIRST = r"[A-Z](?<![\w'’&/.-][A-Z])(?!(?<=O)R\b|(?<=A)ND\b)[A-Za-z0-9'’&/-]{0,30}"
_PHRASE = re.compile(rf"(?P<words>{_FIRST}(?:{_JOINT}{_WORD}){{0,14}}(?P<numeral>{_NUMERAL}))(?P<rest>{_QUALIFIERS})")
_ROMAN = re.compile(r" (?:I{1,3}|IV|VI{0,3}|IX|X)(?:['’]?s)?$")
_BETWEEN = re.compile(r" (?:(?:of|for|and|to|in|on)(?: the)?|&|-|–) ")
_LATER = re.compile(r"[A-Z0-9](?<=\W.)")
_START = re.compile(r"(?:^|[.!?:;•*\"]|\s[-–—])\s{0,2}$")


class Phrase(NamedTuple):
    """Capitalised words that stand together, with a numeral and parentheses after them.

    Attributes:
        text: that it stands in.
        start: its first code point there.
        words_end: where its words and its numeral end.
        end: where it ends, parentheses included.
        opens: whether it opens a sentence, so that its first word is capitalised in any case.
    """

    text: str
    start: int
    words_end: int
    end: int
    opens: bool

    @property
    def words(self) -> str:
        """Its words and its numeral."""
        return self.text[self.start : self.words_end]

    @property
    def leveled(self) -> bool:
        """Whether a numeral from 1 to 10, arabic or roman, ends its words."""
        return self.words.rstrip("'’s")[-1:].isdigit() or _ROMAN.search(self.words) is not None

    def joints(self) -> list[tuple[int, int]]:
        """Where in the text the lower-case words stand that join its parts."""
        if self.text.find(" ", self.start, self.words_end) < 0:
            return []
        return [found.span() for found in _BETWEEN.finditer(self.text, self.start, self.words_end)]

    def part(self, start: int, end: int) -> "Phrase":
        """A part of it; what reaches to the end of its words has its parentheses too."""
        if start == self.start and end == self.words_end:
            return self
        return Phrase(
            self.text, start, end, self.end if end == self.words_end else end, self.opens and start == self.start
        )


def may_have_phrases(text: str) -> bool:
    """Whether a text can have capitalised phrases: a word but its first begins with a capital or a figure.

    Of a sentence's first word nothing can be told.
    """
    return _LATER.search(text) is not None


def phrases(text: str) -> Iterator[Phrase]:
    """All capitalised phrases of a text, each as long as it goes, in order."""
    if not may_have_phrases(text):
        return
    for found in _PHRASE.finditer(text):
        start, end = found.span("words")
        yield Phrase(text, start, end, found.end(), _opens(text, start))


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at a place; not after a word and a blank, which is where nearly all stand."""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False
    return _START.search(text, max(0, start - 4), start) is not None
