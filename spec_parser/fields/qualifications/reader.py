"""Understands a text of the minimum qualifications.

What is not understood keeps its words in an `unread` node; nothing is guessed.
"""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from spec_parser import grammar
from spec_parser.fields.qualifications.sentence import builder
from spec_parser.fields.qualifications.text import TextReader, is_understood
from spec_parser.fields.qualifications.words import WordReader
from spec_parser.fields.reading import Reading
from spec_parser.lalr import Parser
from spec_parser.model import Expression, Quantity, Understood
from spec_parser.profiles.profile import Profile

# No requirement that was ever printed is longer; a longer text keeps its words.
LONGEST = 6_000


class Understanding(NamedTuple):
    """What a text says, and whether that is all of it."""

    understood: Understood
    expression: Expression | None


NOTHING = Understanding("text", None)


class ExpressionReader:
    """Understands texts of the minimum qualifications."""

    def __init__(self, profile: Profile, quantities: Callable[[str], Reading[tuple[Quantity, ...]]]) -> None:
        self._profile = profile
        self._words = WordReader(profile, quantities)

    def read(self, text: str, breaks: tuple[int, ...] = ()) -> Understanding:
        """What a cleaned text says; total, and linear in the length of the text.

        Args:
            text: the text.
            breaks: where in it a line or item of a list begins; the first begins at 0.
        """
        if len(text) > LONGEST or not text.strip():
            return NOTHING
        expression = TextReader(text, self._words.read(text), self._parser).read(breaks)
        if expression is None:
            return NOTHING
        return Understanding("whole" if is_understood(expression) else "partial", expression)

    @cached_property
    def _parser(self) -> Parser:
        return Parser(grammar.table("qualifications", self._profile.grammar_terminals("qualifications")), builder())
