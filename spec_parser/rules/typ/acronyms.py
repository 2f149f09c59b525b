"""Acronyms in parentheses behind what they may stand for: `Certified Harbor Pilot (CHP)`."""

import re
from typing import NamedTuple

from spec_parser.rules.memory import once
from spec_parser.rules.subject import Passage, Subject

_IN_PARENTHESES = re.compile(r"\((?P<acronym>[A-Z]{2,7})s?\)")
_WORD = re.compile(r"[A-Za-z][\w'’]*")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
_FIELDS = frozenset({"bargaining_unit", "designation", "eeo", "occupational_group", "salary", "effective_date"})
_LONG_WORD = 25


class Spelling(NamedTuple):
    """Words that an acronym may stand for: as many as it has letters.

    Attributes:
        text: from the first of them to the parentheses.
        words: the words, with small ones between them or without.
    """

    text: str
    words: tuple[str, ...]


class Acronym(NamedTuple):
    """An acronym in parentheses.

    Attributes:
        number: of the passage among those that are no coded fields.
        passage: in which it stands.
        start: its first character in the text of the passage.
        letters: the acronym, without an `s` for several.
        spellings: what may be spelt out before it.
    """

    number: int
    passage: Passage
    start: int
    letters: str
    spellings: tuple[Spelling, ...]

    @property
    def meaning(self) -> str | None:
        """The words that it stands for by their first letters; None where they are others."""
        return next((one.text for one in self.spellings if initials(one.words) == self.letters), None)


def initials(words: tuple[str, ...]) -> str:
    """The first letters of words, in capitals."""
    return "".join(word[0] for word in words).upper()


@once
def running(subject: Subject) -> tuple[Passage, ...]:
    """The passages that are no coded fields."""
    return tuple(passage for passage in subject.passages if passage.kind not in _FIELDS)


@once
def acronyms(subject: Subject) -> tuple[Acronym, ...]:
    """The acronyms in parentheses, in order."""
    return tuple(
        Acronym(number, passage, found.start("acronym"), found["acronym"], _spellings(passage.value.text, found))
        for number, passage in enumerate(running(subject))
        if "(" in passage.value.text
        for found in _IN_PARENTHESES.finditer(passage.value.text)
    )


def _spellings(text: str, found: re.Match[str]) -> tuple[Spelling, ...]:
    """The words before an acronym, small words counted, and not."""
    count = len(found["acronym"])
    before = text[max(found.start() - count * _LONG_WORD, 0) : found.start()]
    words = list(_WORD.finditer(before))
    spellings = []
    for counted in (words, [word for word in words if word[0].lower() not in _SMALL]):
        last = counted[-count:]
        if len(last) == count:
            spellings.append(Spelling(before[last[0].start() :].strip(), tuple(word[0] for word in last)))
    return tuple(spellings)
