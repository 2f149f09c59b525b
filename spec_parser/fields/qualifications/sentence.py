"""The parts of a sentence as grammars/qualifications.lark finds them, with the words that they consist of."""

from typing import Any

from msgspec import Struct

from spec_parser.fields.qualifications.words import Word

Stretch = tuple[int, int]


class Uncertain(Exception):  # noqa: N818 - no error: the sentence keeps its text
    """A sentence is of the grammar, but what it means is not certain."""


class Found(Struct, frozen=True, gc=False):
    """What a rule of the grammar found.

    Attributes:
        rule: its name.
        parts: words or what other rules found, in order.
        start: its first code point in the text.
        end: the code point after its last one.
    """

    rule: str
    parts: tuple["Word | Found", ...]
    start: int
    end: int

    def word(self, *types: str) -> Word | None:
        """The first word of one of these types."""
        for part in self.parts:
            if part.__class__ is Word and part.type in types:
                return part
        return None

    def words(self, *types: str) -> list[Word]:
        """The words of these types, in order."""
        return [part for part in self.parts if part.__class__ is Word and part.type in types]

    def has(self, *types: str) -> bool:
        """Whether a word of one of these types is among its parts."""
        return self.word(*types) is not None

    def all(self, *rules: str) -> list["Found"]:
        """What these rules found, in order."""
        return [part for part in self.parts if part.__class__ is Found and part.rule in rules]

    def one(self, *rules: str) -> "Found | None":
        """What the first of these rules found."""
        for part in self.parts:
            if part.__class__ is Found and part.rule in rules:
                return part
        return None


class _Builder:
    """Makes a Found of each rule; the grammar's rules are told by their names."""

    def __getattr__(self, rule: str) -> Any:
        if rule.startswith("_"):
            raise AttributeError(rule)
        return lambda children: Found(rule, tuple(children), children[0].start, children[-1].end)


def builder() -> object:
    """What the parser of a sentence makes its parts with."""
    return _Builder()
