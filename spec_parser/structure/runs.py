"""Lists that are printed as one paragraph, their items run together with semicolons."""

from collections.abc import Iterator, Sequence

from spec_parser.document import Document
from spec_parser.structure.logical_line import LogicalLine

# Fewer semicolons are those of a sentence.
_FEWEST = 2


def split_runs(document: Document, tokens: Sequence[LogicalLine]) -> list[LogicalLine]:
    """The tokens with each such paragraph as its items: in sections that are lists by nature, and hold none."""
    done: list[LogicalLine] = []
    section: list[LogicalLine] = []
    listed = False
    for line in tokens:
        if line.header is not None or line.type in ("UNKNOWN_HEADER", "FOOTER"):
            done.extend(_split(document, section) if listed else section)
            section = []
            listed = line.header is not None and line.header.body == "list"
        section.append(line)
    done.extend(_split(document, section) if listed else section)
    return done


def _split(document: Document, section: Sequence[LogicalLine]) -> Sequence[LogicalLine]:
    if any(line.type in ("ITEM", "EITHER") for line in section):
        return section
    return [item for line in section for item in _items(document, line)]


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
