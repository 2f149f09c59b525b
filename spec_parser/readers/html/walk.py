"""Goes once through the tree that BeautifulSoup over lxml makes of a page, and writes its lines."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from spec_parser.readers.html.align import Alignment
from spec_parser.readers.html.drafts import Draft, Manner
from spec_parser.readers.html.elements import (
    APART,
    BLOCKS,
    CELLS,
    CODE,
    LISTS,
    OWN,
    OWN_ATTRIBUTES,
    PREFORMATTED,
    Surroundings,
    surroundings,
)
from spec_parser.readers.html.entities import Piece
from spec_parser.readers.html.flow import Flow
from spec_parser.readers.html.lists import BULLET_MARK, ListMarks
from spec_parser.readers.html.styles import Style, StyleSheet
from spec_parser.readers.html.tables import Cell, Table
from spec_parser.readers.html.tokens import SPACE

# An element's path names so many elements at most.
_LONGEST_PATH = 8
_LABELLED_INPUTS = ("submit", "button", "reset", "text")


class _Frame(NamedTuple):
    """An element that is open: what is left of its children, and what its end must undo."""

    children: Iterator[PageElement]
    name: str
    around: Surroundings
    place: tuple[int, int]
    block: bool
    is_item: bool = False
    first_line: int = 0


class Walk:
    """One way through a tree."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._flow = Flow()
        self._sheet = StyleSheet()
        self._lists: list[ListMarks] = []
        self._items = [0]  # the depths of the open items
        self._tables: list[Table] = []
        self._frames: list[_Frame] = []
        self._known: dict[tuple[str, int, int], tuple[Style, Surroundings, Surroundings]] = {}

    def lines(self, soup: BeautifulSoup) -> list[Draft]:
        """The lines of a page; those of text that the tree does not have are the last."""
        frames = self._frames
        frames.append(_Frame(iter(soup.contents), "", Surroundings(), (0, 0), block=True))
        while frames:
            frame = frames[-1]
            for node in frame.children:
                if isinstance(node, Tag):
                    self._open(node, frame)
                    break
                if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                    self._text(node, frame)
            else:
                frames.pop()
                self._close(frame)
        for token in self._alignment.finish():
            self._flow.block()
            for piece in self._alignment.pieces(token):
                self._flow.text(piece, Manner())
        return self._flow.finish()

    def _open(self, tag: Tag, outer: _Frame) -> None:
        name = tag.name
        place = self._alignment.tag(name) or outer.place
        if name in CODE:
            if name == "style":
                self._sheet.add(tag.get_text())
            return
        attributes = cast("Mapping[str, str]", tag.attrs)  # the builder makes no lists of them
        style = self._sheet.of(name, attributes)
        if name == "br":
            self._break(outer.around)
            return
        around = self._around(tag, attributes, style, outer.around)
        if name == "input":
            self._control(attributes, place)
        block = style.display == "block" if style.display else name in BLOCKS
        if block:
            if around.aside:
                self._flow.end_aside()
            else:
                self._flow.block(gap=name in APART or (name in LISTS and not self._lists))
        frame = _Frame(iter(tag.contents), name, around, place, block, first_line=len(self._flow.lines))
        self._frames.append(self._begin(tag, attributes, style, frame))

    def _around(self, tag: Tag, attributes: Mapping[str, str], style: Style, outer: Surroundings) -> Surroundings:
        """What `surroundings` gives, which for most elements is what it gave for the last one like it."""
        if tag.name in OWN or style.fixed or not OWN_ATTRIBUTES.isdisjoint(attributes):
            return surroundings(tag, attributes, style, outer)
        key = (tag.name, id(style), id(outer))
        known = self._known.get(key)
        if known is None:
            known = style, outer, surroundings(tag, attributes, style, outer)
            self._known[key] = known  # which keeps both alive, so that no other object gets the identity of one
        return known[2]

    def _begin(self, tag: Tag, attributes: Mapping[str, str], style: Style, frame: _Frame) -> _Frame:
        """What else begins with an element: a list, an item, a table or a row of it."""
        name = frame.name
        if frame.around.aside:
            return frame
        if name in LISTS:
            items = len(tag.find_all("li", recursive=False)) if "reversed" in attributes else 0
            self._lists.append(ListMarks(name, attributes, style, items))
        elif name == "li" or (style.level and frame.block):
            return self._begin_item(attributes, style, frame)
        elif name == "table":
            for outer in self._tables[-1:]:
                outer.is_grid = False
            self._tables.append(Table())
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append([])
        return frame

    def _begin_item(self, attributes: Mapping[str, str], style: Style, frame: _Frame) -> _Frame:
        depth = max(len(self._lists), style.level, 1)
        mark = None
        if frame.name == "li":
            text = self._lists[-1].next(attributes) if self._lists else BULLET_MARK
            mark = Piece(text, *frame.place, exact=False)
        self._items.append(depth)
        self._flow.item(depth, mark)
        return frame._replace(is_item=True)

    def _close(self, frame: _Frame) -> None:
        around = frame.around
        if frame.block:
            if around.aside:
                self._flow.end_aside()
            else:
                self._flow.block(gap=frame.name in APART)
        if around.aside:
            if not self._frames[-1].around.aside:
                self._flow.end_aside()
            return
        if frame.is_item:
            self._items.pop()
            self._flow.end_item(self._items[-1])
        elif frame.name in LISTS:
            self._lists.pop()
            self._flow.block(gap=not self._lists)
        elif frame.name == "table":
            self._tables.pop().fold(self._flow.lines)
        elif frame.name in CELLS and self._tables:
            rows = self._tables[-1].rows
            if not rows:
                rows.append([])
            rows[-1].append(Cell(frame.first_line, len(self._flow.lines), frame.place, frame.name == "th"))

    def _break(self, around: Surroundings) -> None:
        if around.aside:
            self._flow.end_aside()
        else:
            self._flow.line_break()

    def _control(self, attributes: Mapping[str, str], place: tuple[int, int]) -> None:
        """The words that a control shows stand in its tag."""
        if attributes.get("value") and attributes.get("type", "text").lower() in _LABELLED_INPUTS:
            self._flow.aside(Piece(attributes["value"], *place, exact=False))
            self._flow.end_aside()

    def _text(self, node: NavigableString, frame: _Frame) -> None:
        found = self._alignment.text(node) if node.strip(SPACE) else self._alignment.blank(node)
        around = frame.around
        is_lost = found is None
        if found is None:
            found = [Piece(str(node), *self._alignment.around(frame.place), exact=False)]
        if frame.name in PREFORMATTED and node.previous_sibling is None and found and found[0].text.startswith("\n"):
            found[0] = _without_first(found[0])
        for piece in found:
            if around.aside:
                self._flow.aside(piece, struck=around.struck)
            elif around.is_mark:
                self._flow.mark(piece)
            else:
                self._flow.text(piece, around.manner)
        if is_lost:
            self._flow.lost(" > ".join(open_.name for open_ in self._frames[1:][-_LONGEST_PATH:]))


def _without_first(piece: Piece) -> Piece:
    """A browser does not show a line end right behind the tag of a preformatted text."""
    return Piece(piece.text[1:], piece.start + 1 if piece.exact else piece.start, piece.end, piece.exact)
