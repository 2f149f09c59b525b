"""Writes a document's lines, each with its evidence and where its characters come from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spec_parser.document import Evidence, Line
from spec_parser.errors import LimitError
from spec_parser.limits import Limits
from spec_parser.origins import TextRun
from spec_parser.readers.docx.blocks import Paragraph
from spec_parser.readers.docx.inline import LINE_BREAK, Piece
from spec_parser.readers.docx.marking import NO_LEAD, Lead
from spec_parser.readers.docx.remarks import Aside

_REMEDY = "the limit: give one class specification a file"


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
        self, paragraph: Paragraph, lead: Lead = NO_LEAD, *, furniture: bool = False, aside: Aside | None = None
    ) -> None:
        """Write a paragraph, a line for each of its own; below it what is no part of the text.

        Args:
            paragraph: the paragraph.
            lead: what stands before it.
            furniture: whether it belongs to the page.
            aside: what it is, if it is set aside.
        """
        goes_on: bool | None = False
        before = lead.first
        for pieces in physical_lines(paragraph.pieces):
            self._begin()
            self._put(before, paragraph.part, pieces[0])
            for piece in pieces:
                self._put(piece.text, paragraph.part, piece)
            if aside is not None:
                self._aside[aside].append(len(self._lines))
            self._end(Evidence(goes_on, furniture or aside is not None, self._stand_out(pieces)))
            goes_on, before = None, lead.rest
        self._set_aside(paragraph)

    def _set_aside(self, paragraph: Paragraph) -> None:
        """Write what is no part of the text: what does not show, what is struck through."""
        whole = paragraph._replace(hidden=(), struck=())
        if paragraph.hidden:
            self.paragraph(whole._replace(pieces=paragraph.hidden), aside="hidden")
        if paragraph.struck:
            self.paragraph(whole._replace(pieces=paragraph.struck), aside="struck")

    def row(self, cells: Sequence[Sequence[tuple[str, Paragraph]]]) -> None:
        """Write a row of data on one line, its cells between bars; each paragraph with its mark."""
        pieces = [piece for cell in cells for _, paragraph in cell for piece in paragraph.pieces]
        if not pieces:
            for cell in cells:
                for _, paragraph in cell:
                    self._set_aside(paragraph)
            return
        self._begin()
        part = next(paragraph.part for cell in cells for _, paragraph in cell)
        last = pieces[0]
        for cell in cells:
            self._put("| ", part, last)
            for mark, paragraph in cell:
                inside = _trimmed([_on_one_line(piece) for piece in paragraph.pieces])
                last = inside[0] if inside else last
                self._put(f"{mark} " if mark else "", part, last)
                for piece in inside:
                    self._put(piece.text, part, piece)
                    last = piece
                self._put(" " if inside else "", part, last)
        self._put("|", part, last)
        self._end(Evidence(goes_on=False, stands_out=self._stand_out(pieces)))
        for cell in cells:
            for _, paragraph in cell:
                self._set_aside(paragraph)

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

    def _end(self, evidence: Evidence) -> None:
        self._texts.append("".join(self._written))
        self._lines.append(Line(len(self._lines) + 1, self._start, self._length))
        self._evidence.append(evidence)
        self._length += 1
        if self._length > self._limits.characters:
            raise LimitError(f"has more than {self._limits.characters:,} characters, {_REMEDY}")
        if len(self._lines) > self._limits.lines:
            raise LimitError(f"has more than {self._limits.lines:,} lines, {_REMEDY}")

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


def physical_lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The lines of a paragraph: broken where it breaks them, without blanks at their ends; empty ones are left out.

    Blanks that lines below the first begin with are their indent, and stay.
    """
    line: list[Piece] = []
    is_first = True
    for piece in pieces:
        parts = piece.text.split(LINE_BREAK)
        for at, part in enumerate(parts):
            if at:
                if done := _trimmed(line, keep_indent=not is_first):
                    yield done
                    is_first = False
                line = []
            if part:
                line.append(piece if len(parts) == 1 else piece._replace(text=part))
    if done := _trimmed(line, keep_indent=not is_first):
        yield done


def _trimmed(pieces: list[Piece], *, keep_indent: bool = False) -> list[Piece]:
    """Pieces without blanks at their ends; none if there are only blanks."""
    start, end = 0, len(pieces)
    while start < end and not pieces[start].text.strip():
        start += 1
    while end > start and not pieces[end - 1].text.strip():
        end -= 1
    if start == end:
        return []
    found = pieces[start:end] if not keep_indent else pieces[:end]
    if not keep_indent:
        found[0] = found[0]._replace(text=found[0].text.lstrip())
    found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
    return found


def _on_one_line(piece: Piece) -> Piece:
    return piece._replace(text=piece.text.replace(LINE_BREAK, " ")) if LINE_BREAK in piece.text else piece
