"""Pages that were flattened to pipes: each line stands between bars, and mostly it is one cell of a table.

    | PURPOSE OF CLASS: | |||||

The bars are marks. A line whose other cells are empty is read as what it holds.
"""

import re
from collections.abc import Sequence

from spec_parser.cleaning import clean
from spec_parser.document import Line, Stretch

_CELL = re.compile(r"[^|]+")


def is_flattened(text: str, lines: Sequence[Line]) -> bool:
    """Whether more lines of a text begin with a bar than do not; empty lines do not count."""
    if text.find("|") == text.rfind("|"):  # one at most
        return False
    barred = 0
    for line in lines:
        body = text[line.start : line.end].lstrip()
        barred += (body[0] == "|") - (body[0] != "|") if body else 0
    return barred > 0


def cells(raw: str, start: int) -> list[Stretch]:
    """Where the cells of a line stand that hold anything, the line beginning at `start`."""
    found: list[Stretch] = []
    for cell in _CELL.finditer(raw):
        if clean(cell[0]):
            first = cell.start() + len(cell[0]) - len(cell[0].lstrip())
            found.append((start + first, start + cell.start() + len(cell[0].rstrip())))
    return found


def bars(raw: str, start: int) -> list[Stretch]:
    """Where the bars of a line stand, the line beginning at `start`."""
    return [(start + at, start + at + 1) for at, character in enumerate(raw) if character == "|"]


def unbarred(raw: str) -> str | None:
    """A line with its bars as blanks, up to the end of its one cell; None where it has several."""
    found = cells(raw, 0)
    if len(found) > 1:
        return None
    return raw[: found[0][1]].replace("|", " ") if found else ""
