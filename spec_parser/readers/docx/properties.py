"""What paragraphs and runs say of their looks: as it stands in one place, before styles are asked."""

from typing import Literal, NamedTuple, TypeVar

from spec_parser.readers.docx.xml import Children, Element, W, children, number_of, switch_of, text_of, twips

Mark = Literal["shows", "deleted", "hidden"]
"""What became of the mark that ends a paragraph: where it is gone, the next paragraph goes on with this one."""

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
    """The looks of a paragraph as one place sets them.

    Attributes:
        style: the identifier of its style.
        numbered: its list.
        indent: where it begins.
        outline: its level in the document's outline, from 0; 9 for none.
        mark: what became of the mark that ends it.
    """

    style: str | None = None
    numbered: Numbered = Numbered()
    indent: Indent = Indent()
    outline: int | None = None
    mark: Mark = "shows"


NO_CHARACTERS = Characters()
NOT_NUMBERED = Numbered()
NO_INDENT = Indent()
NO_PARAGRAPH = Paragraph()


def characters(said: Children) -> Characters:
    """What `w:rPr` says."""
    if not said:
        return NO_CHARACTERS
    fonts = said.get(W + "rFonts")
    return Characters(
        bold=switch_of(said, W + "b"),
        capitals=switch_of(said, W + "caps"),
        small_capitals=switch_of(said, W + "smallCaps"),
        hidden=switch_of(said, W + "vanish"),
        struck=switch_of(said, W + ("strike" if W + "strike" in said else "dstrike")),
        size=number_of(said, W + "sz"),
        font=None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi"),
    )


def paragraph(said: Children) -> Paragraph:
    """What `w:pPr` says."""
    if not said:
        return NO_PARAGRAPH
    return Paragraph(
        text_of(said, W + "pStyle"),
        numbered(children(said.get(W + "numPr"))),
        indent(said.get(W + "ind")),
        number_of(said, W + "outlineLvl"),
        _mark(children(said.get(W + "rPr"))),
    )


def numbered(said: Children) -> Numbered:
    """What `w:numPr` says."""
    return Numbered(number_of(said, W + "numId"), number_of(said, W + "ilvl")) if said else NOT_NUMBERED


def indent(properties: Element | None) -> Indent:
    """What `w:ind` says. `w:start` is what the strict form calls `w:left`."""
    if properties is None:
        return NO_INDENT
    left = twips(properties.get(W + "left") or properties.get(W + "start"))
    hanging = twips(properties.get(W + "hanging"))
    first = twips(properties.get(W + "firstLine"))
    return Indent(left, -hanging if hanging is not None else first)


def _mark(looks: Children) -> Mark:
    if W + "del" in looks or W + "moveFrom" in looks:
        return "deleted"
    return "hidden" if switch_of(looks, W + "vanish") or switch_of(looks, W + "specVanish") else "shows"


def _said(mine: _Value | None, theirs: _Value | None) -> _Value | None:
    return theirs if mine is None else mine
