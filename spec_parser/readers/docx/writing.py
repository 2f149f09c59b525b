"""Writes a document's lines, each with its evidence and where its characters come from."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from spec_parser.document import Evidence, Line
from spec_parser.limits import Limits, beyond
from spec_parser.origins import TextRun
from spec_parser.readers.docx.blocks import Paragraph
from spec_parser.readers.docx.inline import Piece
from spec_parser.readers.docx.marking import Marker
from spec_parser.readers.docx.physical import on_one_line, physical_lines
from spec_parser.readers.docx.remarks import Aside
from spec_parser.readers.docx.tables import DataRow


class Written(NamedTuple):
    """The text of a document, its lines with their evidence, where its characters come from, what is set aside.

    `aside` has the places of lines by what they are.
    """

    text: str
    lines: list[Line]
    evidence: list[Evidence]
    runs: list[TextRun]
    aside: dict[Aside, list[int]]


class Writer:
    """The text of a document while it is written.

    Args:
        limits: sizes beyond which the document is refused.
        size: of the font of most of its text, in half points.
    """

    def __init__(self, limits: Limits, size: int) -> None:
        self._lines: list[Line] = []
        self._evidence: list[Evidence] = []
        self._aside: dict[Aside, list[int]] = {"hidden": [], "struck": [], "note": []}
        self._limits = limits
        self._size = size
        self._texts: list[str] = []
        self._runs: list[TextRun] = []
        self._length = 0
        self._start = 0  # of the line that is being written
        self._written: list[str] = []  # of it so far
        self._last = (-1, -1, -1)  # part, paragraph and run of the last character

    def finish(self) -> Written:
        """All that was written."""
        return Written("\n".join(self._texts), self._lines, self._evidence, self._runs, self._aside)

    def paragraph(
        self, paragraph: Paragraph, marker: Marker, *, furniture: bool = False, aside: Aside | None = None
    ) -> None:
        """Write a paragraph, a line for each of its own; below it what is no part of the text.

        Args:
            paragraph: the paragraph.
            marker: tells what stands before each line.
            furniture: whether it belongs to the page.
            aside: what it is, if it is set aside.
        """
        lines = physical_lines(paragraph.pieces)
        goes_on: bool | None = False
        for lead, (_, pieces, below_blank) in zip(marker.leads(paragraph, lines), lines, strict=True):
            self._begin()
            self._put(lead, paragraph.part, pieces[0])
            for piece in pieces:
                self._put(piece.text, paragraph.part, piece)
            goes_on = False if below_blank else goes_on
            self._end(Evidence(goes_on, furniture or aside is not None, self._stand_out(pieces)), aside)
            goes_on = None
        self._set_aside(paragraph)

    def _set_aside(self, paragraph: Paragraph) -> None:
        """Write what is no part of the text: what does not show, what is struck through."""
        hidden: tuple[Aside, tuple[Piece, ...]] = ("hidden", paragraph.hidden)
        for aside, set_aside in (hidden, ("struck", paragraph.struck)):
            for _, pieces, _ in physical_lines(set_aside):
                self._begin()
                for piece in pieces:
                    self._put(piece.text, paragraph.part, piece)
                self._end(Evidence(goes_on=False, furniture=True), aside)

    def row(self, row: DataRow, marker: Marker) -> None:
        """Write a row of data on one line, its cells between bars; each paragraph with its mark."""
        marked = [[(paragraph, marker.mark(paragraph)) for paragraph in cell] for cell in row.cells]
        paragraphs = [paragraph for cell in row.cells for paragraph in cell]
        pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces if piece.text.strip()]
        if pieces:
            self._begin()
            part, last = paragraphs[0].part, pieces[0]
            for cell in marked:
                self._put("| ", part, last)
                for paragraph, mark in cell:
                    last = self._in_cell(paragraph, mark, last)
            self._put("|", part, last)
            self._end(Evidence(goes_on=False, stands_out=self._stand_out(pieces)))
        for paragraph in paragraphs:
            self._set_aside(paragraph)

    def _in_cell(self, paragraph: Paragraph, mark: str, before: Piece) -> Piece:
        """Write a paragraph of a cell, and give its last piece, or else that before it."""
        pieces = on_one_line(paragraph.pieces)
        self._put(f"{mark} " if mark else "", paragraph.part, pieces[0] if pieces else before)
        for piece in pieces:
            self._put(piece.text, paragraph.part, piece)
        if not pieces:
            return before
        self._put(" ", paragraph.part, pieces[-1])
        return pieces[-1]

    def _begin(self) -> None:
        self._start = self._length
        self._written = []

    def _put(self, text: str, part: int, piece: Piece) -> None:
        """Write characters that come from the run of a piece."""
        if not text:
            return
        place = (part, piece.paragraph, piece.run)
        if place != self._last:
            self._runs.append(TextRun(self._length, *place))
            self._last = place
        self._written.append(text)
        self._length += len(text)

    def _end(self, evidence: Evidence, aside: Aside | None = None) -> None:
        if aside is not None:
            self._aside[aside].append(len(self._lines))
        self._texts.append("".join(self._written))
        self._lines.append(Line(len(self._lines) + 1, self._start, self._length))
        self._evidence.append(evidence)
        self._length += 1
        if self._length > self._limits.characters:
            raise beyond(self._limits.characters, "characters")
        if len(self._lines) > self._limits.lines:
            raise beyond(self._limits.lines, "lines")

    def _stand_out(self, pieces: Iterable[Piece]) -> bool:
        """Whether all that shows is bold, or larger than most of the document."""
        seen = [piece for piece in pieces if piece.text.strip()]
        return all(piece.bold for piece in seen) or all(piece.size > self._size for piece in seen)


def usual_size(paragraphs: Iterable[Paragraph]) -> int:
    """The size of font that most characters have, in half points; the smaller of two that have as many."""
    counts: Counter[int] = Counter()
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            counts[piece.size] += len(piece.text)
    return max(counts, key=lambda size: (counts[size], -size), default=0)
