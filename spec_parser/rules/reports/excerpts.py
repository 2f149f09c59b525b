"""The lines of a document that a finding points at, with what is to be underlined on them."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.document import Document, Stretch

_MOST = 6
"""A finding on more lines shows the first and the last of them."""
_AROUND = 24
"""Characters that are shown before what is marked where a line is too long for the page."""


class Shown(NamedTuple):
    """A line as it is shown.

    Attributes:
        number: as an editor counts; None for lines that are left out here.
        text: the line, cut to the width; tabs and control characters are blanks.
        marks: what is underlined, in offsets of the text, in order; an empty one is a place between two characters.
    """

    number: int | None
    text: str
    marks: tuple[Stretch, ...]


def excerpt(document: Document, stretches: Sequence[Stretch], width: int) -> list[Shown]:
    """The lines on which stretches stand, none longer than `width`."""
    marks: dict[Stretch, list[Stretch]] = {}
    numbers: dict[Stretch, int] = {}
    for start, end in stretches:
        at = start
        while True:
            line = document.line_at(at)
            place = line.start, line.end
            numbers[place] = line.number
            mark = max(start, line.start), max(min(end, line.end), start)
            if mark[0] < mark[1] or start == end:  # an empty line between two others is not marked
                marks.setdefault(place, []).append(mark)
            at = _after(document, line.end)
            if at >= end:
                break
    lines = sorted(marks)
    shown = [_shown(document.text, numbers[line], line, marks[line], width) for line in lines]
    if len(shown) > _MOST:
        shown[_MOST // 2 : -_MOST // 2] = [Shown(None, "", ())]
    return shown


def _after(document: Document, end: int) -> int:
    """Where the line after the one that ends there begins."""
    text = document.text
    return end + (2 if text.startswith("\r\n", end) else 1)


def _shown(text: str, number: int, line: Stretch, marks: list[Stretch], width: int) -> Shown:
    start, end = line
    whole = "".join(character if character.isprintable() else " " for character in text[start:end])
    found = sorted((first - start, last - start) for first, last in marks)
    cut = 0
    if len(whole) > width:
        cut = max(min(found[0][0] - _AROUND, len(whole) - width), 0)
    piece = whole[cut : cut + width]
    if cut:
        piece = "…" + piece[1:]
    if cut + width < len(whole):
        piece = piece[:-1] + "…"
    inside = [(max(first - cut, 0), min(last - cut, len(piece))) for first, last in found]
    return Shown(number, piece.rstrip(), tuple(mark for mark in inside if mark[0] <= len(piece)))
