"""Lists as a document defines them (word/numbering.xml): what stands before an item of each level."""

from typing import NamedTuple

from spec_parser.readers.docx.properties import NO_INDENT, Indent, indent
from spec_parser.readers.docx.styles import Styles
from spec_parser.readers.docx.xml import VAL, Element, W, children, number_of, switch_of, text_of, whole

LEVELS = 9
"""Levels of a list."""
# Word counts no further.
_LARGEST = 32767
# A list may stand for another one, through a style.
_LONGEST_CHAIN = 8


class Level(NamedTuple):
    """One level of a list.

    Attributes:
        start: its first number.
        style: how its numbers show (`w:numFmt`).
        text: what stands before an item: `%1.` with the number of the first level in it, or a bullet.
        restart: its numbers begin anew below an item of this level, counted from 1, or of one above that; 0 for never;
            None below an item of any level above its own.
        plain: whether the numbers of all levels show as plain ones in it.
        picture: whether its bullet is a picture.
        indent: of its items.
        tied: the paragraph style that stands for this level.
    """

    start: int = 0
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    plain: bool = False
    picture: bool = False
    indent: Indent = NO_INDENT
    tied: str | None = None

    @property
    def is_bullet(self) -> bool:
        """Whether all its items have the same mark."""
        return self.picture or self.style == "bullet"


class NumberedList(NamedTuple):
    """A list that paragraphs name.

    Attributes:
        definition: lists of one definition count on together.
        levels: by their place from 0; one that is not defined shows no mark.
        starts: the numbers with which levels begin anew where this list begins.
    """

    definition: int
    levels: dict[int, Level]
    starts: dict[int, int]

    def level(self, place: int) -> Level:
        """A level by its place from 0."""
        return self.levels.get(place, _UNDEFINED)


_UNDEFINED = Level(style="none")


class Numbering:
    """The lists of a document by their numbers.

    Args:
        root: of word/numbering.xml; None where there is none.
        styles: of the document; a list may be defined by a style.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[int, Element] = {}
        self._elements: dict[int, Element] = {}
        self._levels: dict[int, dict[int, Level]] = {}
        self._lists: dict[int, NumberedList | None] = {}
        if root is None:
            return
        for element in root.iterchildren(W + "abstractNum"):
            self._definitions[whole(element.get(W + "abstractNumId")) or 0] = element
        for element in root.iterchildren(W + "num"):
            self._elements[whole(element.get(W + "numId")) or 0] = element

    def list_of(self, number: int) -> NumberedList | None:
        """The list of this number; None where the document does not define it."""
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: int) -> NumberedList | None:
        element = self._elements.get(number)
        if element is None:
            return None
        definition = self._definition(number)
        if definition is None:
            return None
        levels = dict(self._levels_of(definition))
        starts: dict[int, int] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            place = whole(override.get(W + "ilvl")) or 0
            said = children(override)
            own, start = said.get(W + "lvl"), number_of(said, W + "startOverride")
            if 0 <= place < LEVELS and own is not None:
                levels[place] = _level(own)
            if 0 <= place < LEVELS and start is not None:
                starts[place] = _bounded(start)
        return NumberedList(definition, levels, starts)

    def _levels_of(self, definition: int) -> dict[int, Level]:
        """The levels of a definition, which is read once for all lists that share it."""
        if definition not in self._levels:
            self._levels[definition] = _levels(self._definitions[definition])
        return self._levels[definition]

    def _definition(self, number: int) -> int | None:
        """The number of a list's definition, where it may stand for that of a style's list."""
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(number)
            definition = number_of(children(element), W + "abstractNumId")
            if definition is None or definition not in self._definitions:
                return None
            style = text_of(children(self._definitions[definition]), W + "numStyleLink")
            linked = None if style is None else self._styles.list_of(style)
            if linked is None or linked == number:
                return definition
            number = linked
        return None


def _levels(definition: Element) -> dict[int, Level]:
    elements = {whole(element.get(W + "ilvl")) or 0: element for element in definition.iterchildren(W + "lvl")}
    return {place: _level(element) for place, element in elements.items() if 0 <= place < LEVELS}


def _level(element: Element) -> Level:
    said = children(element)
    style = said.get(W + "numFmt")
    if style is None:  # a format that older programs do not know stands beside the one for them
        style = next(element.iter(W + "numFmt"), None)
    return Level(
        start=_bounded(number_of(said, W + "start") or 0),
        style="decimal" if style is None else style.get(VAL, "decimal"),
        text=text_of(said, W + "lvlText") or "",
        restart=number_of(said, W + "lvlRestart"),
        plain=switch_of(said, W + "isLgl") or False,
        picture=W + "lvlPicBulletId" in said,
        indent=indent(children(said.get(W + "pPr")).get(W + "ind")),
        tied=text_of(said, W + "pStyle"),
    )


def _bounded(number: int) -> int:
    return min(max(number, 0), _LARGEST)
