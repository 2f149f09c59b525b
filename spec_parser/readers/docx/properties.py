"""What paragraphs and runs say of their looks: as it stands in one place, before styles are asked."""

from typing import NamedTuple, TypeVar

from spec_parser.readers.docx.xml import Element, W, number_of, switch_of, twips

_Value = TypeVar("_Value")


class Characters(NamedTuple):
    """The looks of a run as one place sets them; None where that place says nothing.

    Attributes:
        bold: whether it is bold.
        capitals: whether small letters show as capitals.
        small_capitals: whether they show as small ones.
        hidden: whether it does not show at all.
        struck: whether it is struck through.
        size: of the font in half points.
        font: its name.
    """

    bold: bool | None = None
    capitals: bool | None = None
    small_capitals: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    size: int | None = None
    font: str | None = None

    def over(self, below: "Characters") -> "Characters":
        """These looks, and those below where nothing is said."""
        return Characters(
            _said(self.bold, below.bold),
            _said(self.capitals, below.capitals),
            _said(self.small_capitals, below.small_capitals),
            _said(self.hidden, below.hidden),
            _said(self.struck, below.struck),
            _said(self.size, below.size),
            _said(self.font, below.font),
        )


class Numbered(NamedTuple):
    """That a paragraph is an item: of which list (0: of none), and on which level from 0; None where it is not said."""

    number: int | None = None
    level: int | None = None


class Indent(NamedTuple):
    """Where a paragraph begins, in twips from the margin; `first` is how much further right its first line does."""

    left: int | None = None
    first: int | None = None

    def over(self, below: "Indent") -> "Indent":
        """This indent, and that below where nothing is said."""
        return Indent(_said(self.left, below.left), _said(self.first, below.first))


class Paragraph(NamedTuple):
    """The looks of a paragraph as one place sets them."""

    numbered: Numbered = Numbered()
    indent: Indent = Indent()
    outline: int | None = None


NO_CHARACTERS = Characters()
NO_INDENT = Indent()
NO_PARAGRAPH = Paragraph()


def characters(properties: Element | None) -> Characters:
    """What `w:rPr` says."""
    if properties is None or not len(properties):
        return NO_CHARACTERS
    fonts = properties.find(W + "rFonts")
    return Characters(
        bold=switch_of(properties, W + "b"),
        capitals=switch_of(properties, W + "caps"),
        small_capitals=switch_of(properties, W + "smallCaps"),
        hidden=switch_of(properties, W + "vanish"),
        struck=switch_of(properties, W + ("strike" if properties.find(W + "strike") is not None else "dstrike")),
        size=number_of(properties, W + "sz"),
        font=None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi"),
    )


def paragraph(properties: Element | None) -> Paragraph:
    """What `w:pPr` says."""
    if properties is None or not len(properties):
        return NO_PARAGRAPH
    return Paragraph(
        numbered(properties.find(W + "numPr")),
        indent(properties.find(W + "ind")),
        number_of(properties, W + "outlineLvl"),
    )


def numbered(properties: Element | None) -> Numbered:
    """What `w:numPr` says."""
    if properties is None:
        return Numbered()
    return Numbered(number_of(properties, W + "numId"), number_of(properties, W + "ilvl"))


def indent(properties: Element | None) -> Indent:
    """What `w:ind` says. `w:start` is what the strict form calls `w:left`."""
    if properties is None:
        return NO_INDENT
    left = twips(properties.get(W + "left") or properties.get(W + "start"))
    hanging = twips(properties.get(W + "hanging"))
    first = twips(properties.get(W + "firstLine"))
    return Indent(left, -hanging if hanging is not None else first)


def _said(mine: _Value | None, theirs: _Value | None) -> _Value | None:
    return theirs if mine is None else mine
