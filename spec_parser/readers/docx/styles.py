"""Styles: what a paragraph or run looks like that says nothing itself (word/styles.xml)."""

from typing import NamedTuple

from spec_parser.readers.docx.properties import (
    NO_CHARACTERS,
    NO_PARAGRAPH,
    NOT_NUMBERED,
    Characters,
    Numbered,
    Paragraph,
    characters,
    paragraph,
)
from spec_parser.readers.docx.xml import Element, W, children, text_of

# A style rests on others; Word itself allows about this many in a row.
_LONGEST_CHAIN = 32
# Of the font, in half points, where nobody says anything.
_USUAL_SIZE = 20


class Style(NamedTuple):
    """A style with all that it rests on.

    Attributes:
        characters: looks of its runs.
        paragraph: looks of its paragraphs.
        numbering: names of the styles from the one that set its numbering up; the level of a list may be tied to it.
    """

    characters: Characters = NO_CHARACTERS
    paragraph: Paragraph = NO_PARAGRAPH
    numbering: str | None = None


class Look(NamedTuple):
    """What a run looks like in the end."""

    bold: bool = False
    capitals: bool = False
    hidden: bool = False
    struck: bool = False
    size: int = _USUAL_SIZE
    font: str = ""


class Styles:
    """The styles of a document by their identifiers.

    Args:
        root: of word/styles.xml; None where there is none.
    """

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default: str | None = None
        self._usual = NO_CHARACTERS
        self._known: dict[str | None, Style] = {None: Style()}
        self._looks: dict[tuple[Characters, str | None, str | None], Look] = {}
        if root is None:
            return
        self._usual = characters(children(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))
        self._known[None] = Style(paragraph=paragraph(children(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))))
        for element in root.iterchildren(W + "style"):
            identifier = element.get(W + "styleId", "")
            self._elements[identifier] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self._default = identifier

    def of_paragraph(self, identifier: str | None) -> Style:
        """The style of a paragraph that names this one, or none."""
        return self._style(self._named(identifier))

    def list_of(self, identifier: str) -> int | None:
        """The list that a numbering style stands for."""
        return self._style(identifier).paragraph.numbered.number if identifier in self._elements else None

    def look(self, direct: Characters, character_style: str | None, paragraph_style: str | None) -> Look:
        """What a run looks like that says `direct` itself and has these styles."""
        key = (direct, character_style, paragraph_style)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._look(*key)
        return found

    def _look(self, direct: Characters, character_style: str | None, paragraph_style: str | None) -> Look:
        """A switch that is on in the paragraph's style and in the run's own is off (ECMA-376 part 1, 17.7.3)."""
        below = self.of_paragraph(paragraph_style).characters
        above = self._style(character_style).characters if character_style in self._elements else NO_CHARACTERS
        usual = self._usual

        def on(name: str) -> bool:
            said: bool | None = getattr(direct, name)
            if said is not None:
                return said
            return getattr(usual, name) is True or (getattr(above, name) is True) != (getattr(below, name) is True)

        plain = direct.over(above).over(below).over(usual)
        return Look(
            bold=on("bold"),
            capitals=on("capitals") or on("small_capitals"),
            hidden=on("hidden"),
            struck=on("struck"),
            size=plain.size if plain.size is not None else _USUAL_SIZE,
            font=plain.font or "",
        )

    def _named(self, identifier: str | None) -> str | None:
        return identifier if identifier in self._elements else self._default

    def _style(self, identifier: str | None) -> Style:
        """A style with what it rests on. A chain that comes back to itself, or is too long, ends there."""
        chain: list[str] = []
        while identifier is not None and identifier not in self._known and len(chain) < _LONGEST_CHAIN:
            element = self._elements.get(identifier)
            if element is None or identifier in chain:
                break
            chain.append(identifier)
            identifier = text_of(children(element), W + "basedOn")
        style = self._known.get(identifier, self._known[None])
        for name in reversed(chain):
            style = self._known[name] = _resting(name, self._elements[name], style)
        return style


def _resting(name: str, element: Element, below: Style) -> Style:
    """A style that rests on another one."""
    said = children(element)
    own = paragraph(children(said.get(W + "pPr")))
    numbered = own.numbered
    return Style(
        characters(children(said.get(W + "rPr"))).over(below.characters),
        Paragraph(
            numbered=Numbered(
                numbered.number if numbered.number is not None else below.paragraph.numbered.number,
                numbered.level if numbered.level is not None else below.paragraph.numbered.level,
            ),
            indent=own.indent if numbered.number is not None else own.indent.over(below.paragraph.indent),
            outline=own.outline if own.outline is not None else below.paragraph.outline,
        ),
        below.numbering if numbered == NOT_NUMBERED else name,
    )
