"""Parse one short text with one grammar, and say in a person's words why it could not be read.

Messages come from tables of bad examples (`bad_examples/NAME.toml`): each example is a text that goes wrong in
the way its message describes. A text that fails where an example fails gets that example's message; the idea is
that of lark's own load_grammar.py. Here the places where the examples fail are worked out once.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import msgspec

from spec_parser import grammar
from spec_parser.fields.reading import Problem, Stretch

if TYPE_CHECKING:
    from lark import Lark, Token
    from lark.exceptions import UnexpectedInput

Built = TypeVar("Built")

# No field that a specification has room for is longer; a longer text is something else.
LONGEST_FIELD = 4_000
_BAD_EXAMPLES = Path(__file__).parent / "bad_examples"
_LONGEST_QUOTE = 40
_UNEXPLAINED = "{found} was not expected here."


class BadExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Texts that go wrong in one way. `{found}` in the message stands for what was met instead."""

    message: str
    texts: tuple[str, ...]


class BadExamples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One grammar's table: what a good text looks like, and the ways to go wrong."""

    expected: str
    errors: tuple[BadExample, ...] = ()


def bad_examples(name: str) -> BadExamples:
    """The table of the grammar NAME."""
    path = _BAD_EXAMPLES / f"{name}.toml"
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), BadExamples)


def stretch_of(token: "Token") -> Stretch:
    """Where a token stands in the text that was parsed."""
    return cast("int", token.start_pos), cast("int", token.end_pos)


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
        self.name = name
        self._terminals = terminals
        self._builder = builder
        self._lark: Lark | None = None
        self._unexpected: type[Exception] = Exception
        self._messages: dict[tuple[int | None, str | None], str] = {}
        self._expected = ""

    def parse(self, text: str) -> Built | Problem:
        """What the builder makes of the text, or the problem that keeps it from being read."""
        if len(text) > LONGEST_FIELD:
            return self._problem(f"This text of {len(text)} characters is too long for this field.", (0, len(text)))
        lark = self._lark or self._load()
        try:
            return cast("Built", lark.parse(text))
        except self._unexpected as error:
            return self._explain(text, cast("UnexpectedInput", error))

    def attempt(self, text: str) -> Built | None:
        """What the builder makes of the text, or None where it is no text of this grammar, which is no problem."""
        lark = self._lark or self._load()
        try:
            return cast("Built", lark.parse(text))
        except self._unexpected:
            return None

    def problem(self, message: str, stretch: Stretch) -> Problem:
        """A problem of this field, with the hint what a good text looks like."""
        self._load_messages()
        return self._problem(message, stretch)

    def _load(self) -> "Lark":
        from lark.exceptions import UnexpectedInput

        self._unexpected = UnexpectedInput
        self._lark = grammar.load(self.name, self._terminals, transformer=self._builder)
        return self._lark

    def _problem(self, message: str, stretch: Stretch) -> Problem:
        expected = self._expected or bad_examples(self.name).expected
        return Problem(f"{self.name.replace('_', '-')}-unread", f"{message} Expected is {expected}.", stretch)

    def _explain(self, text: str, error: "UnexpectedInput") -> Problem:
        self._load_messages()
        place, kind, position = _failure(error)
        known = (self._messages.get(like) for like in ((place, kind), (place, None), (None, kind)))
        message = next(filter(None, known), _UNEXPLAINED)
        if position is None or position >= len(text):
            return self._problem(message.replace("{found}", "The end of the text"), (0, len(text)))
        return self._problem(message.replace("{found}", f'"{_shortened(text[position:])}"'), (position, len(text)))

    def _load_messages(self) -> None:
        if self._expected:
            return
        table = bad_examples(self.name)
        lark = self._lark or self._load()
        for row in table.errors:
            for text in row.texts:
                try:
                    lark.parse(text)
                except self._unexpected as error:
                    self._learn(row.message, *_failure(cast("UnexpectedInput", error))[:2])
        self._expected = table.expected

    def _learn(self, message: str, place: int, kind: str) -> None:
        """Note the message for this failure, for others at its place, and for its kind if no other row has it."""
        self._messages.setdefault((place, kind), message)
        self._messages.setdefault((place, None), message)
        if self._messages.setdefault((None, kind), message) != message:
            self._messages[None, kind] = ""


def _failure(error: "UnexpectedInput") -> tuple[int, str, int | None]:
    """Where a parse failed: the parser's state, the kind of token met, and its offset (None at the end)."""
    state: Any = error.state
    token: Any = getattr(error, "token", None)
    if token is None:
        return state.position, "", error.pos_in_stream
    return state.position, token.type, None if token.type == "$END" else token.start_pos


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()} …"
