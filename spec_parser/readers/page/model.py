"""A page as every engine gives it: words, bullets drawn as shapes, ruled lines. Engines know files; the rest does not.

All lengths are points; x grows to the right and y downwards from the page's top left corner, after its rotation.
"""

from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class Word(NamedTuple):
    """A run of characters without a blank in it, as it stands on a page.

    Attributes:
        text: its characters; never empty, no white space. A hyphen that only a line's end has brought is SOFT_HYPHEN.
        left: of its first character.
        top: of its tallest character's box.
        right: of its last character.
        bottom: of its lowest character's box.
        size: of its font as it shows.
        bold: whether its font is bold.
        monospaced: whether its font gives every character the same width (`o` is a bullet in such fonts).
        group: the marked content or block that it belongs to, where the file tells; words of one group stand together.
        confidence: in percent, where it was recognised from an image.
        pictorial: whether its font has pictures for letters (Wingdings).
        seen: the box where it shows, where the page was made straight before it was read.
        base: the height of the line that its letters stand on, where the engine tells.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    monospaced: bool = False
    group: int | None = None
    confidence: int | None = None
    pictorial: bool = False
    seen: Box | None = None
    base: float | None = None


class Mark(NamedTuple):
    """A small drawn shape that may be a bullet: a browser's print has no others. `seen` is as of a word."""

    left: float
    top: float
    right: float
    bottom: float
    filled: bool
    seen: Box | None = None


class Rule(NamedTuple):
    """A drawn straight line, horizontal or vertical: an edge of a table's cell, or an underline."""

    left: float
    top: float
    right: float
    bottom: float


class Item(NamedTuple):
    """A list item that a tagged file declares.

    Attributes:
        groups: of its words.
        depth: of the list in which it stands, from 1.
        labels: the groups of its label; empty where it shows none.
    """

    groups: frozenset[int]
    depth: int
    labels: frozenset[int] = frozenset()


class Page(NamedTuple):
    """One page.

    Attributes:
        number: from 1.
        width: as it shows, after its rotation.
        height: likewise.
        words: in the order in which the file has them.
        marks: in that order too.
        rules: likewise.
        items: the list items of a tagged file.
        images: how much of its area images cover, from 0 to 1; a scan is a page of image without words.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    marks: tuple[Mark, ...] = ()
    rules: tuple[Rule, ...] = ()
    items: tuple[Item, ...] = ()
    images: float = 0.0

    def shows(self, word: Word) -> bool:
        """Whether at least a part of a word stands on the page."""
        return word.right > 0 and word.left < self.width and word.bottom > 0 and word.top < self.height
