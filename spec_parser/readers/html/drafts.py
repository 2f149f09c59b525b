"""Lines of a page in the making: pieces of text are put together as a browser shows them, white space collapsed."""

import re
from typing import NamedTuple

from spec_parser.readers.html.entities import Piece
from spec_parser.readers.html.tokens import SPACE

_ONE_BLANK = str.maketrans("\t\n\f\r", "    ")
_BLANKS = re.compile(" {2,}")
_SPACES = re.compile(f"[{SPACE}]+")


class Manner(NamedTuple):
    """How a text stands on the page.

    Attributes:
        bold: of its letters.
        link: whether it leads elsewhere.
        furniture: whether it belongs to the page.
        preformatted: whether its white space is shown as it stands.
        margin: of its paragraph from the left, in points.
    """

    bold: bool = False
    link: bool = False
    furniture: bool = False
    preformatted: bool = False
    margin: float = 0.0


class Draft:
    """A line in the making.

    Attributes:
        pieces: its text with where it comes from, without its mark; a blank line has none.
        mark: what stands before it as an item of a list.
        goes_on: see `Evidence`.
        furniture: likewise.
        depth: in lists, from 1; 0 outside.
        hanging: by how many blanks more it is indented, as a further line of an item.
        margin: of its paragraph from the left, in points.
        struck: whether it is a text that is struck out.
        lost_in: the path of the element that holds a text of it whose place in the page is not known.
    """

    __slots__ = (
        "_links",
        "_others",
        "_shown",
        "_thin",
        "depth",
        "furniture",
        "goes_on",
        "hanging",
        "lost_in",
        "margin",
        "mark",
        "pieces",
        "struck",
    )

    def __init__(self, manner: Manner, *, goes_on: bool | None, depth: int = 0, hanging: int = 0) -> None:
        self.pieces: list[Piece] = []
        self.mark: Piece | None = None
        self.goes_on = goes_on
        self.furniture = manner.furniture
        self.depth = depth
        self.hanging = hanging
        self.margin = manner.margin
        self._shown = False
        self._thin = False
        self.struck = False
        self.lost_in = ""
        self._links = False
        self._others = False

    @property
    def text(self) -> str:
        """What stands on the line, without its indentation and mark."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def bold(self) -> bool:
        """Whether all that shows is bold."""
        return self._shown and not self._thin

    @property
    def is_navigation(self) -> bool:
        """Whether all that stands on the line are links and what divides them."""
        return self._links and not self._others

    def add(self, piece: Piece, manner: Manner) -> None:
        """Add a piece that shows something or is one blank, just as it is."""
        self.pieces.append(piece)
        shown = piece.text.strip()
        if shown:
            self._thin = self._thin or not manner.bold
            self._shown = True
            if manner.link:
                self._links = True
            elif not self._others:
                self._others = any(character.isalnum() for character in shown)

    def ends_blank(self) -> bool:
        """Whether a blank more would not show."""
        return not self.pieces or self.pieces[-1].text.endswith(" ")

    def finish(self) -> None:
        """Take off the blanks at its end, and the mark of an item that shows nothing."""
        if self.mark is not None and not any(piece.text.strip() for piece in self.pieces):
            self.mark = None
        while self.pieces and self.ends_blank():
            last = self.pieces.pop()
            text = last.text.rstrip(" ")
            if text:
                end = last.end - (len(last.text) - len(text)) if last.exact else last.end
                self.pieces.append(Piece(text, last.start, end, last.exact))


def collapsed(piece: Piece, *, after_blank: bool) -> list[Piece]:
    """A piece as it shows: every run of white space is one blank, and none behind another blank."""
    text = piece.text
    if not piece.exact:
        text = _SPACES.sub(" ", text)
        text = text.lstrip(" ") if after_blank else text
        return [Piece(text, piece.start, piece.end, exact=False)] if text else []
    text = text.translate(_ONE_BLANK)
    start = piece.start
    found: list[Piece] = []
    at = 0
    for blanks in _BLANKS.finditer(text):
        if blanks.start() == at and (after_blank if at == 0 else False):
            at = blanks.end()
            continue
        end = blanks.start() + 1
        found.append(Piece(text[at:end], start + at, start + end))
        at = blanks.end()
    if at == 0 and after_blank and text.startswith(" "):
        at = 1
    if at < len(text):
        found.append(Piece(text[at:], start + at, start + len(text)))
    return found
