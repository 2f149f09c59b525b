"""Parse one short text with one grammar, and say in a person's words why it could not be read."""

from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeVar, cast

from spec_parser import grammar
from spec_parser.fields.explaining import Explainer
from spec_parser.fields.reading import Problem, Stretch
from spec_parser.lalr import Parser, Token

Built = TypeVar("Built")

# No field that a specification has room for is longer; a longer text is something else.
LONGEST_FIELD = 4_000


def stretch_of(token: Token) -> Stretch:
    """Where a token stands in the text that was parsed."""
    return token.start_pos, token.end_pos


def trimmed(text: str, start: int, end: int, marks: str = "") -> Stretch:
    """The stretch without white space at its ends, and without these marks at its end."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


class FieldParser(Generic[Built]):
    """One grammar, with the object whose methods make values of its rules.

    The grammar is loaded when the first text is parsed, so that making a parser costs nothing.
    """

    def __init__(self, name: str, terminals: Mapping[str, str], builder: object) -> None:
        self._name = name
        self._terminals = terminals
        self._builder = builder

    def parse(self, text: str) -> Built | Problem:
        """What the builder makes of the text, or the problem that keeps it from being read."""
        if len(text) > LONGEST_FIELD:
            return self.problem(f"This text of {len(text)} characters is too long for this field.", (0, len(text)))
        found = self.attempt(text)
        return self._explainer.explain(text) if found is None else found

    def attempt(self, text: str) -> Built | None:
        """What the builder makes of the text, or None where it is no text of this grammar, which is no problem."""
        return cast("Built | None", self._parser.parse(text))

    def problem(self, message: str, stretch: Stretch) -> Problem:
        """A problem of this field, with the hint what a good text looks like."""
        return self._explainer.problem(message, stretch)

    @cached_property
    def _parser(self) -> Parser:
        return Parser(grammar.table(self._name, self._terminals), self._builder)

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self._name, self._terminals)
