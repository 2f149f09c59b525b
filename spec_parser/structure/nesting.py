"""Sets the tokens that open and close what belongs together, as indentation does in Python."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from spec_parser.structure.logical_line import LogicalLine

DEEPEST = 8
"""Deeper items are recorded at this level, with a finding."""


class Bracket(Struct, frozen=True, gc=False):
    """A token that stands for no line.

    Attributes:
        type: its name in the grammar.
        inside: what goes on with the group that it opens, where that takes certain lines only.
    """

    type: str
    inside: tuple[str, ...] = ()


OPEN_LIST = Bracket("_OPEN_LIST")
OPEN_NOTE = Bracket("_OPEN_NOTE")
OPEN_TABLE = Bracket("_OPEN_TABLE", ("ROW", "CLASS_ROW", "CODE_ROW"))
OPEN_ALTERNATIVES = Bracket("_OPEN_ALTERNATIVES", ("EITHER", "ITEM", "TEXT"))
CLOSE = Bracket("_CLOSE")

Token = LogicalLine | Bracket

# What opens a group. A head begins a table of its own.
_OPENS = dict.fromkeys((*OPEN_TABLE.inside, "CLASS_HEAD", "CODE_HEAD"), OPEN_TABLE) | {"EITHER": OPEN_ALTERNATIVES}


class Nested(NamedTuple):
    """The tokens of a document, and the items that are nested too deep."""

    tokens: list[Token]
    clamped: list[LogicalLine]


def nest(lines: Iterable[LogicalLine]) -> Nested:
    """The lines with brackets round lists, tables, alternatives and notes that a list belongs to.

    Gives each item its level.
    """
    nester = _Nester()
    nester.take(lines)
    return Nested(nester.tokens, nester.clamped)


class _Nester:
    """Keeps what is open while the lines go by. What is open always nests: a note, a list or other, inner lists."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.clamped: list[LogicalLine] = []
        self._columns: list[int] = []  # of the open lists, outermost first
        self._lists = 0  # how many of them the grammar sees: DEEPEST at most
        self._group: Bracket | None = None  # the table or the alternatives that are open
        self._note = False

    def take(self, lines: Iterable[LogicalLine]) -> None:
        """Take all lines, and close what is open then."""
        tokens, columns = self.tokens, self._columns
        for line in lines:
            kind, group = line.type, self._group
            if group is not None and kind in group.inside:
                tokens.append(line)
                if group is OPEN_ALTERNATIVES and kind != "EITHER":  # the last of them
                    self._close_group()
                continue
            if kind == "ITEM":
                if group is not None:
                    self._close_group()
                if not columns or line.column != columns[-1]:
                    self._move(line.column)
                if len(columns) > DEEPEST:
                    self.clamped.append(line)
                line.level = self._lists
            else:
                self._close()
                if kind in _OPENS:
                    self._group = _OPENS[kind]
                    tokens.append(self._group)
                elif kind == "NOTE" and line.text.endswith(":"):
                    tokens.append(OPEN_NOTE)
                    self._note = True
            tokens.append(line)
        self._close()

    def _move(self, column: int) -> None:
        """Open and close lists until an item of a column stands in its own: a list for every step to the right."""
        columns = self._columns
        while len(columns) > 1 and column <= columns[-2]:
            columns.pop()
        if not columns or column > columns[-1]:
            columns.append(column)
        level = min(len(columns), DEEPEST)
        self.tokens.extend([CLOSE] * (self._lists - level) or [OPEN_LIST] * (level - self._lists))
        self._lists = level

    def _close_group(self) -> None:
        self.tokens.append(CLOSE)
        self._group = None

    def _close(self) -> None:
        """Close all that is open."""
        if self._lists:
            self.tokens.extend([CLOSE] * self._lists)
            self._lists = 0
            self._columns.clear()
        if self._group is not None:
            self._close_group()
        if self._note:
            self.tokens.append(CLOSE)
            self._note = False
