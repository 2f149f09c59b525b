"""A grammar's parse table as data: made of lark's by `from_lark`, stored as bytes, run by `lalr`."""

import msgspec
from msgspec import Struct


class Rule(Struct, frozen=True, array_like=True):
    """How a rule makes one value of those of its parts.

    Attributes:
        origin: its name in the grammar.
        method: of the builder, which is given the children; None for a rule whose children become its parent's.
        size: how many parts it has.
        taken: which of them are children; whether it is the part's own children that are; how many None, for
            optional parts that are not there, stand before. None where every part is a child.
        absent: how many None stand after the last one.
        grows: whether it has two parts, the first its own children so far, to which it adds those of the second.
    """

    origin: str
    method: str | None
    size: int
    taken: tuple[tuple[int, bool, int], ...] | None
    absent: int
    grows: bool = False


class Lexer(Struct, frozen=True, array_like=True):
    """The terminals that may come next, as one pattern with a group for each."""

    pattern: str
    flags: int


class Table(Struct, frozen=True, array_like=True):
    """A grammar as it is run.

    Attributes:
        states: for each state, by the name of the terminal or rule that comes next, the state to go to; or, negative,
            the complement of the number of the rule that ends here.
        rules: by number.
        lexers: each once.
        lexer_of: for each state the number of its lexer.
        ignored: the terminals that are left out.
        start: the first state.
        end: the last one.
    """

    states: tuple[dict[str, int], ...]
    rules: tuple[Rule, ...]
    lexers: tuple[Lexer, ...]
    lexer_of: tuple[int, ...]
    ignored: tuple[str, ...]
    start: int
    end: int


def dump(table: Table) -> bytes:
    """A table as bytes: the same bytes for the same table."""
    return msgspec.msgpack.encode(table)


def restore(stored: bytes) -> Table:
    """The table that `dump` made the bytes from."""
    return msgspec.msgpack.decode(stored, type=Table)
