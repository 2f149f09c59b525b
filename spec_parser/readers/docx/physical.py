"""The lines into which a paragraph is broken by itself."""

from collections.abc import Iterable
from typing import NamedTuple

from spec_parser.readers.docx.inline import LINE_BREAK, Piece


class Physical(NamedTuple):
    """A line of a paragraph.

    Attributes:
        indent: the blanks that it begins with.
        pieces: its text without blanks at either end; there is at least one.
        below_blank: whether an empty line stands between it and the one above, as between two paragraphs.
    """

    indent: str
    pieces: list[Piece]
    below_blank: bool = False


def physical_lines(pieces: Iterable[Piece]) -> list[Physical]:
    """The lines of a paragraph, without those that show nothing."""
    found: list[Physical] = []
    line: list[Piece] = []
    blank = False
    for piece in pieces:
        if piece.text == LINE_BREAK:
            blank = not _close(line, found, below_blank=blank)
            line = []
        else:
            line.append(piece)
    _close(line, found, below_blank=blank)
    return found


def on_one_line(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a paragraph whose breaks show as blanks, without blanks at either end."""
    found: list[Physical] = []
    _close([piece._replace(text=" ") if piece.text == LINE_BREAK else piece for piece in pieces], found)
    return found[0].pieces if found else []


def _close(line: list[Piece], found: list[Physical], *, below_blank: bool = False) -> bool:
    """Take note of a line unless it is empty; say whether it was not."""
    start, end = 0, len(line)
    while start < end and not line[start].text.strip():
        start += 1
    while end > start and not line[end - 1].text.strip():
        end -= 1
    if start == end:
        return False
    shown = line[start:end]
    bare = shown[0].text.lstrip()
    indent = "".join(piece.text for piece in line[:start]) + shown[0].text[: len(shown[0].text) - len(bare)]
    shown[0] = shown[0]._replace(text=bare)
    shown[-1] = shown[-1]._replace(text=shown[-1].text.rstrip())
    found.append(Physical(indent, shown, below_blank and bool(found)))
    return True
