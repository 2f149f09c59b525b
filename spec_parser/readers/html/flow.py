"""The lines of a page, written from its beginning to its end: where they break, what marks them, what is set aside.

Text that is not shown, was struck out or labels a control is no part of the line in which it stands: it is set aside
and stands below, on a furniture line of its own. So every character is in the text, and none in a wrong value.
"""

import re

from spec_parser.bullets import GLYPHS
from spec_parser.readers.html.drafts import Draft, Manner, collapsed
from spec_parser.readers.html.entities import Piece
from spec_parser.readers.html.lists import BULLET_MARK
from spec_parser.readers.html.tokens import SPACE

_ASIDE = Manner(furniture=True)
# A bullet that was typed at the start of an item: the page shows both it and the item's own, but one is meant.
_TYPED = re.compile(rf"\s*[{GLYPHS}]")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\Z")


class Flow:
    """Takes a page's text and its breaks in order.

    Attributes:
        lines: those that are finished; one without pieces is blank.
    """

    def __init__(self) -> None:
        self.lines: list[Draft] = []
        self._open: Draft | None = None
        self._aside: list[Draft] = []
        self._aside_open: Draft | None = None
        self._goes_on: bool | None = False  # what is so of the next line
        self._mark: Piece | None = None  # of the item that begins with the next text
        self._typed: list[Piece] = []  # what a word processor wrote for a mark
        self._depth = 0
        self._hanging = 0  # how far the next line of the item is indented
        self._gap = False  # whether a blank line stands above the next text

    def text(self, piece: Piece, manner: Manner) -> None:
        """Some text of the line."""
        if manner.preformatted:
            self._preformatted(piece, manner)
            return
        line = self._open
        if line is None and not piece.text.strip(SPACE):
            return
        for one in collapsed(piece, after_blank=line is None or line.ends_blank()):
            if line is None:
                line = self._begin(one, manner)
            line.add(one, manner)
            self.end_aside()

    def mark(self, piece: Piece) -> None:
        """Some of the mark that a word processor wrote before the text of an item."""
        if self._open is not None:
            self.text(piece, Manner())
        elif piece.text.strip():
            self._typed.append(piece)

    def aside(self, piece: Piece, *, struck: bool = False) -> None:
        """Some text that is no part of the line."""
        if self._aside_open is not None and self._aside_open.struck is not struck:
            self.end_aside()
        line = self._aside_open
        for one in collapsed(piece, after_blank=line is None or line.ends_blank()):
            if line is None:
                self._aside_open = line = Draft(_ASIDE, goes_on=False)
                line.struck = struck
            line.add(one, _ASIDE)

    def lost(self, path: str) -> None:
        """The text that came last has no known place; it stands in the element of this path."""
        line = self._open or self._aside_open
        if line is not None:
            line.lost_in = path

    def end_aside(self) -> None:
        """What is set aside from here on stands on another line."""
        if self._aside_open is not None:
            self._aside_open.finish()
            self._aside.append(self._aside_open)
            self._aside_open = None

    def item(self, depth: int, mark: Piece | None) -> None:
        """An item of a list begins; its mark is shown as soon as it has text. Outside lists the depth is 0."""
        self.block()
        self._depth, self._mark, self._hanging = depth, mark, 0

    def end_item(self, depth: int) -> None:
        """An item ends; what follows stands in the item around it, at this depth, or in none."""
        self.item(depth, None)
        self._hanging = 2 if depth else 0

    def block(self, *, gap: bool = False) -> None:
        """A block begins or ends: whatever follows is a line of its own, below a blank one if there is a gap."""
        if self._open is not None or self._typed:
            self._close()
        self._goes_on = False
        self._gap = self._gap or gap

    def line_break(self) -> None:
        """A line ends, and perhaps not the sentence: only its wording can show that."""
        if self._open is None:
            self._blank_line()
        self._close()
        self._goes_on = None

    def finish(self) -> list[Draft]:
        """All lines; the flow takes no more."""
        self._close()
        self._flush_aside()
        return self.lines

    def _preformatted(self, piece: Piece, manner: Manner) -> None:
        start = piece.start
        for number, row in enumerate(piece.text.split("\n")):
            if number:
                self.line_break()
            if row:
                one = Piece(row, start, start + len(row) if piece.exact else piece.end, piece.exact)
                line = self._open if self._open is not None else self._begin(one, manner)
                line.add(one, manner)
            start += (len(row) + 1) if piece.exact else 0

    def _begin(self, first: Piece, manner: Manner) -> Draft:
        self._flush_aside()
        if self._gap:
            self._blank_line()
            self._gap = False
        self._open = line = Draft(manner, goes_on=self._goes_on, depth=self._depth, hanging=self._hanging)
        mark = _mark(self._typed) if self._typed else self._mark
        if mark is not None:
            if not _TYPED.match(first.text):
                line.mark = mark
            self._typed = []
            self._mark = None
            self._hanging = 2
        return line

    def _close(self) -> None:
        if self._open is None and self._typed:  # the mark of a paragraph without text
            typed, self._typed = self._typed, []
            for piece in typed:
                self.aside(piece)
            self.end_aside()
        if self._open is not None:
            self._open.finish()
            self.lines.append(self._open)
            self._open = None

    def _blank_line(self) -> None:
        if self.lines and self.lines[-1].pieces:
            self.lines.append(Draft(Manner(), goes_on=None))

    def _flush_aside(self) -> None:
        self.end_aside()
        self.lines += self._aside
        self._aside.clear()


def _mark(typed: list[Piece]) -> Piece:
    """The mark that a word processor wrote: its number, or one bullet for whatever glyph its font has there."""
    text = "".join(piece.text.strip() for piece in typed)
    shown = f"{text} " if _NUMBER.match(text) else BULLET_MARK
    return Piece(shown, typed[0].start, typed[-1].end, exact=False)
