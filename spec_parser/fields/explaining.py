"""Say in a person's words why a text is not of a grammar.

Messages come from tables of bad examples (`bad_examples/NAME.toml`): each example is a text that goes wrong in
the way its message describes. A text that fails where an example fails gets that example's message; the idea is
that of lark's own load_grammar.py. Here the places where the examples fail are worked out once.
"""

import tomllib
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from spec_parser import grammar
from spec_parser.fields.reading import Problem, Stretch

if TYPE_CHECKING:
    from lark import Lark

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


@lru_cache(maxsize=32)
def bad_examples(name: str) -> BadExamples:
    """The table of the grammar NAME."""
    path = _BAD_EXAMPLES / f"{name}.toml"
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), BadExamples)


class _Failure(NamedTuple):
    """Where a parse failed: the parser's state, the kind of token met, and its offset (None at the end)."""

    place: int
    kind: str
    position: int | None


_Like = tuple[int | None, str | None]


class Explainer:
    """Explains texts that are not of one grammar. Lark parses them once more, since it can tell where it stopped."""

    def __init__(self, name: str, terminals: Mapping[str, str]) -> None:
        self._name = name
        self._terminals = terminals

    def explain(self, text: str) -> Problem:
        """What is wrong with a text that is not of the grammar."""
        place, kind, position = _failure(self._lark, text)
        likes: tuple[_Like, ...] = (place, kind), (place, None), (None, kind)
        message = next(filter(None, map(self._messages.get, likes)), _UNEXPLAINED)
        if position is None or position >= len(text):
            return self.problem(message.replace("{found}", "The end of the text"), (0, len(text)))
        return self.problem(message.replace("{found}", f'"{_shortened(text[position:])}"'), (position, len(text)))

    def problem(self, message: str, stretch: Stretch) -> Problem:
        """A problem of this field, with the hint what a good text looks like."""
        expected = bad_examples(self._name).expected
        return Problem(f"{self._name.replace('_', '-')}-unread", f"{message} Expected is {expected}.", stretch)

    @cached_property
    def _lark(self) -> "Lark":
        return grammar.load(self._name, self._terminals)

    @cached_property
    def _messages(self) -> dict[_Like, str]:
        """The message for each failure of an example, for others at its place, and for its kind if no other has it."""
        messages: dict[_Like, str] = {}
        for row in bad_examples(self._name).errors:
            for text in row.texts:
                place, kind, _ = _failure(self._lark, text)
                messages.setdefault((place, kind), row.message)
                messages.setdefault((place, None), row.message)
                if messages.setdefault((None, kind), row.message) != row.message:
                    messages[None, kind] = ""
        return messages


def _failure(lark: "Lark", text: str) -> _Failure:
    """Where lark fails to parse a text that is not of the grammar."""
    from lark.exceptions import UnexpectedInput

    try:
        lark.parse(text)
    except UnexpectedInput as error:
        state: Any = error.state
        token: Any = getattr(error, "token", None)
        if token is None:
            return _Failure(state.position, "", error.pos_in_stream)
        return _Failure(state.position, token.type, None if token.type == "$END" else token.start_pos)
    raise ValueError(f"lark parses {text!r}: there is nothing to explain")


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()} …"
