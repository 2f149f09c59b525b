"""Sets the tokens that open and close what belongs together, as indentation does in Python."""

from collections.abc import Iterable
from typing import NamedTuple

from spec_parser.structure.logical_line import LogicalLine

DEEPEST = 8
"""Deeper items are recorded at this level, with a finding."""


class Bracket(NamedTuple):
    """A token that stands for no line."""

    type: str


OPEN_LIST = Bracket("_OPEN_LIST")
OPEN_NOTE = Bracket("_OPEN_NOTE")
OPEN_TABLE = Bracket("_OPEN_TABLE")
OPEN_ALTERNATIVES = Bracket("_OPEN_ALTERNATIVES")
CLOSE = Bracket("_CLOSE")

Token = LogicalLine | Bracket

# A head begins a table of its own.
_ROWS = ("ROW", "CLASS_ROW", "CODE_ROW")
_HEADS = ("CLASS_HEAD", "CODE_HEAD")


class Nested(NamedTuple):
    """The tokens of a document, and the items that are nested too deep."""

    tokens: list[Token]
    clamped: list[LogicalLine]


def nest(lines: Iterable[LogicalLine]) -> Nested:
    """The lines with brackets round lists, tables, alternatives and notes that a list belongs to.

    Gives each item its level.
    """
    nester = _Nester()
    for line in lines:
        nester.take(line)
    nester.close()
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

    def take(self, line: LogicalLine) -> None:
        kind = line.type
        if self._group is OPEN_ALTERNATIVES and kind in ("EITHER", "ITEM", "TEXT"):
            self.tokens.append(line)
            if kind != "EITHER":  # the last of them
                self._close_group()
        elif kind == "ITEM":
            self._close_group()
            self._take_item(line)
            self.tokens.append(line)
        elif kind in _ROWS and self._group is OPEN_TABLE:
            self.tokens.append(line)
        else:
            self.close()
            if kind == "NOTE" and line.text.endswith(":"):
                self.tokens.append(OPEN_NOTE)
                self._note = True
            elif kind in _ROWS or kind in _HEADS or kind == "EITHER":
                self._group = OPEN_ALTERNATIVES if kind == "EITHER" else OPEN_TABLE
                self.tokens.append(self._group)
            self.tokens.append(line)

    def _take_item(self, line: LogicalLine) -> None:
        """Open and close lists until the item stands in its own: a list for every step to the right."""
        columns = self._columns
        while len(columns) > 1 and line.column <= columns[-2]:
            columns.pop()
        if not columns or line.column > columns[-1]:
            columns.append(line.column)
        line.level = min(len(columns), DEEPEST)
        if len(columns) > DEEPEST:
            self.clamped.append(line)
        if line.level != self._lists:
            self.tokens.extend([CLOSE] * (self._lists - line.level) or [OPEN_LIST] * (line.level - self._lists))
            self._lists = line.level

    def _close_group(self) -> None:
        if self._group is not None:
            self.tokens.append(CLOSE)
            self._group = None

    def close(self) -> None:
        """Close all that is open."""
        if self._lists:
            self.tokens.extend([CLOSE] * self._lists)
            self._lists = 0
            self._columns.clear()
        self._close_group()
        if self._note:
            self.tokens.append(CLOSE)
            self._note = False
