"""Lists that are printed as one paragraph, their items run together with semicolons."""

from collections.abc import Iterable, Iterator

from spec_parser.document import Document
from spec_parser.structure.logical_line import LogicalLine
from spec_parser.structure.parts import Part

# Fewer semicolons are those of a sentence.
_FEWEST = 2


def split_runs(document: Document, parts: Iterable[Part]) -> None:
    """Make items of each such paragraph: in parts that are lists by nature, and hold none."""
    for part in parts:
        if part.is_list() and not any(line.type in ("ITEM", "EITHER") for line in part.lines):
            part.lines = [item for line in part.lines for item in _items(document, line)]


def _items(document: Document, line: LogicalLine) -> Iterator[LogicalLine]:
    ends = _semicolons(line.text) if line.type == "TEXT" and line.text.count(";") >= _FEWEST else []
    if len(ends) < _FEWEST:
        yield line
        return
    whole = line.excerpt()
    start = 0
    for end in (*ends, len(line.text)):
        item = whole.part(document, start, end)
        if item.text:
            yield LogicalLine("ITEM", item.text, list(item.stretches), line.column)
        start = end


def _semicolons(text: str) -> list[int]:
    """The offsets after the semicolons that stand in no bracket and behind something."""
    ends: list[int] = []
    depth = 0
    filled = False  # whether anything stands behind the semicolon before
    for at, character in enumerate(text):
        if character == ";" and not depth:
            if filled:
                ends.append(at + 1)
            elif ends:
                ends[-1] = at + 1
            filled = False
            continue
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(depth - 1, 0)
        filled = filled or character != " "
    return ends
