"""The words of a text: what each is for the grammar of qualifications, and where it stands."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from spec_parser import grammar
from spec_parser.fields.qualifications.amounts import spelled
from spec_parser.fields.reading import Reading
from spec_parser.lexicon import Words
from spec_parser.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from spec_parser.profiles.profile import Profile

_HOURS = re.compile("(?:semester|credit|quarter|college)|credits?$")


class Word(Struct, frozen=True, gc=False):
    """A word or fixed phrase.

    Attributes:
        type: the terminal of grammars/qualification_words.lark, or of grammars/qualifications.lark once it is put
            together with its neighbours.
        start: its first code point in the text.
        end: the code point after its last one.
        value: the number of an amount, the name of a unit; None where there is none.
    """

    type: str
    start: int
    end: int
    value: str | None = None


def spanning(kind: str, words: list[Word], first: int, end: int) -> Word:
    """Several words, from the first one up to an end, as one."""
    return Word(kind, words[first].start, words[end - 1].end)


class WordReader:
    """Tells the words of a text by grammars/qualification_words.lark."""

    def __init__(self, profile: "Profile", quantities: "Callable[[str], Reading[tuple[Quantity, ...]]]") -> None:
        self._terminals = profile.grammar_terminals("qualification_words")
        self._quantities = quantities

    def read(self, text: str) -> list[Word]:
        """The words of the text in order. Every character but blanks belongs to one."""
        lower = text.lower()
        if len(lower) != len(text):  # letters whose lower case is longer, as in Turkish: offsets must hold
            lower = "".join([low if len(low := character.lower()) == 1 else character for character in text])
        numbers = self._numbers(text)
        return [
            _measuring(kind, start, end, lower, numbers) if kind in _MEASURING else Word(kind or "WORD", start, end)
            for kind, start, end in self._words.read(lower)
        ]

    def _numbers(self, text: str) -> dict[int, tuple[int, str | None]]:
        """For each quantity by the place where it ends, where it begins and its value."""
        reading = self._quantities(text)
        places = [part.stretches[0] for part in reading.parts if part.pointer.endswith("/text")]
        return {end: (start, quantity.value) for (start, end), quantity in zip(places, reading.value, strict=True)}

    @cached_property
    def _words(self) -> Words:
        return Words(grammar.words("qualification_words", self._terminals))


_MEASURING = frozenset({"AMOUNT", "UNIT"})


def _measuring(kind: str, start: int, end: int, lower: str, numbers: dict[int, tuple[int, str | None]]) -> Word:
    """An amount or a unit, with its value."""
    if kind == "UNIT":
        name = _unit(lower[start:end])
        return Word("HOURS" if _HOURS.search(name) else "UNIT", start, end, name)
    if end in numbers:
        first, value = numbers[end]
        return Word("AMOUNT" if first == start and value is not None else "ODD", start, end, value)
    value = spelled(lower[start:end])
    return Word("AMOUNT" if value is not None else "ODD", start, end, value)


_PLURAL = re.compile(r"(?:\(s\)|s)?['’]?\Z")
_PREFIX = re.compile(r"\A(?:full|calendar) |\Acollege (?=\w)")


def _unit(printed: str) -> str:
    """The name of a unit: "semester hours" is `semester_hour`, "credits" are `credit_hour`."""
    name = _PREFIX.sub("", printed)
    name = _PLURAL.sub("", name)
    if name.endswith(("credit", "hour credit")):
        name = f"{name.removesuffix('credit').strip() or 'credit'} hour" if name != "credit" else "credit hour"
        name = name.replace(" hour hour", " hour")
    return name.replace(" ", "_")
