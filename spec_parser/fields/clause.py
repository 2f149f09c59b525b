"""The parts of a cancellation clause, as grammars/cancellation.lark finds them."""

from typing import Any, Literal, NamedTuple

from spec_parser.fields.parsing import stretch_of
from spec_parser.fields.reading import Stretch
from spec_parser.lalr import Token


class Piece(NamedTuple):
    """What a rule of the grammar found, and where; a reference has its tokens."""

    rule: Literal["title", "salary_group", "reasons", "reference", "unclosed"]
    stretch: Stretch
    tokens: tuple[Token, ...] = ()


class Clause(NamedTuple):
    """A clause: its kind, and its tokens and pieces in order."""

    kind: Literal["replaces", "new"]
    children: tuple[Token | Piece, ...]

    def token(self, name: str) -> Token | None:
        """The first token of that name."""
        return next((child for child in self.children if not isinstance(child, Piece) and child.type == name), None)

    def pieces(self, rule: str) -> list[Piece]:
        """What the rule found, in order."""
        return [child for child in self.children if isinstance(child, Piece) and child.rule == rule]

    def piece(self, rule: str) -> Piece | None:
        """The first piece that the rule found."""
        return next(iter(self.pieces(rule)), None)

    def remainder(self) -> Stretch | None:
        """From the first to the last stretch that belongs to no part of the clause."""
        words = [stretch_of(one) for one in self.children if not isinstance(one, Piece) and one.type == "WORD"]
        odd = [piece.stretch for piece in (*self.pieces("reference")[1:], *self.pieces("unclosed"))]
        found = sorted(words + odd)
        return (found[0][0], found[-1][1]) if found else None


class _Builder:
    """Makes a Clause of what grammars/cancellation.lark finds."""

    def group(self, children: list[Token]) -> Stretch:
        return _outer(children)

    def title(self, children: list[Any]) -> Piece:
        return Piece("title", _outer(children))

    def salary_group(self, children: list[Any]) -> Piece:
        label = stretch_of(children[0])[1]
        return Piece("salary_group", (label, _outer(children)[1]))

    def reasons(self, children: list[Token]) -> Piece:
        return Piece("reasons", (stretch_of(children[0])[1], stretch_of(children[-1])[0]))

    remark = reasons

    def unclosed(self, children: list[Token]) -> Piece:
        return Piece("unclosed", _outer(children))

    def reference(self, children: list[Token]) -> Piece:
        return Piece("reference", _outer(children), tuple(children))

    def replaces(self, children: list[Token | Piece]) -> Clause:
        return Clause("replaces", tuple(children))

    def new(self, children: list[Token | Piece]) -> Clause:
        return Clause("new", tuple(children))


def builder() -> object:
    """What the parser of the clause makes its Clause with: a method for each rule of the grammar."""
    return _Builder()


def _outer(children: list[Any]) -> Stretch:
    """From the start of the first to the end of the last: tokens, or groups by their stretch."""
    first, last = children[0], children[-1]
    return (
        first[0] if isinstance(first, tuple) else stretch_of(first)[0],
        last[1] if isinstance(last, tuple) else stretch_of(last)[1],
    )
