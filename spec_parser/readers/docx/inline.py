"""What a person sees in one paragraph: its characters, run by run."""

from typing import NamedTuple

from spec_parser.cleaning import SOFT_HYPHEN
from spec_parser.readers.docx import drawings, glyphs
from spec_parser.readers.docx.alternatives import ALTERNATIVES, branches
from spec_parser.readers.docx.fields import Fields
from spec_parser.readers.docx.properties import NO_CHARACTERS, characters
from spec_parser.readers.docx.remarks import Remarks
from spec_parser.readers.docx.styles import Look, Styles
from spec_parser.readers.docx.xml import MATH, Element, W, children, text_of

LINE_BREAK = "\n"
"""The text of a piece that only breaks the line of its paragraph; no other text has one."""

_RUN = W + "r"
_TEXT = W + "t"
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": LINE_BREAK,
    W + "cr": LINE_BREAK,
    W + "noBreakHyphen": "-",
    W + "softHyphen": SOFT_HYPHEN,
}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_COMMENT = W + "commentReference"
_FIELD = W + "fldChar"
_SYMBOL = W + "sym"
_RUBY, _RUBY_BASE = W + "ruby", W + "rubyBase"
# What a tracked change has taken away; the text that it has moved stands elsewhere.
_GONE = frozenset((W + "del", W + "moveFrom"))
# Elements without text of the paragraph in them.
_SILENT = frozenset(
    W + name
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "instrText", "delText", "delInstrText")
)
# Line ends of other kinds inside a text show as a blank.
_BLANKS = str.maketrans(dict.fromkeys("\n\r\x85\u2028\u2029", " "))


class Piece(NamedTuple):
    """Characters of one run of one paragraph, which look the same. Runs and paragraphs are counted from 0."""

    text: str
    paragraph: int
    run: int
    bold: bool
    size: int


class Note(NamedTuple):
    """That a footnote or endnote is called: which kind, and its identifier."""

    kind: str
    identifier: str


class Inline:
    """The content of one paragraph.

    Args:
        paragraph: the element `w:p`.
        number: its number in its part.
        style: the identifier of its style.
        styles: of the document.
        remarks: takes note of what is left out.

    Attributes:
        pieces: its text.
        hidden: text in it that does not show.
        struck: text in it that is struck through.
        boxes: text boxes that are anchored in it.
        notes: footnotes and endnotes that are called in it.
    """

    def __init__(self, paragraph: Element, number: int, style: str | None, styles: Styles, remarks: Remarks) -> None:
        self.pieces: list[Piece] = []
        self.hidden: list[Piece] = []
        self.struck: list[Piece] = []
        self.boxes: list[Element] = []
        self.notes: list[Note] = []
        self._number = number
        self._style = style
        self._styles = styles
        self._remarks = remarks
        self._runs = 0
        self._fields = Fields(self.pieces)
        self._walk(paragraph, shows=True)

    def _walk(self, parent: Element, *, shows: bool) -> None:
        """Read runs wherever they stand: in links, content controls, smart tags, insertions, simple fields.

        Runs that do not show are counted all the same.
        """
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                if shows:
                    self._content(child, self._look(child))
                self._runs += 1
            elif tag == ALTERNATIVES:
                chosen, others = branches(child)
                for branch in others:
                    self._walk(branch, shows=False)
                if chosen is not None:
                    self._walk(chosen, shows=shows)
            elif tag == MATH + "t":
                if shows and child.text:
                    self._add(child.text.translate(_BLANKS), self._look(child))
            elif tag not in _SILENT:
                self._walk(child, shows=shows and tag not in _GONE)

    def _look(self, run: Element) -> Look:
        properties = run.find(W + "rPr")
        if properties is None:
            return self._styles.look(NO_CHARACTERS, None, self._style)
        said = children(properties)
        return self._styles.look(characters(said), text_of(said, W + "rStyle"), self._style)

    def _content(self, parent: Element, look: Look) -> None:
        """Read what stands in a run."""
        for child in parent:
            tag = child.tag
            if tag == _TEXT:
                if child.text:
                    self._add(glyphs.shown(child.text.translate(_BLANKS), look.font), look)
            elif tag in _CHARACTERS:
                self._add(_CHARACTERS[tag], look)
            elif tag == _SYMBOL:
                self._add(glyphs.symbol(child.get(W + "char", ""), child.get(W + "font", "")), look)
            elif tag == _FIELD:
                self._add(self._fields.take(child).translate(_BLANKS), look)
            elif tag == ALTERNATIVES:
                chosen, _ = branches(child)
                if chosen is not None:
                    self._content(chosen, look)
            else:
                self._other(child, look)

    def _other(self, element: Element, look: Look) -> None:
        """Read what seldom stands in a run."""
        tag = element.tag
        if tag in _NOTES:
            self.notes.append(Note(_NOTES[tag], element.get(W + "id", "")))
        elif tag == _COMMENT:
            self._remarks.comments += 1
        elif tag == _RUBY:
            for base in element.iterchildren(_RUBY_BASE):
                self._walk(base, shows=True)
        elif tag in drawings.DRAWINGS:
            for one in drawings.found(element):
                if not drawings.is_text_box(one):
                    self._remarks.embedded += 1
                elif look.hidden:
                    texts = " ".join(text.text for text in one.iter(_TEXT) if text.text)
                    self._add(texts.translate(_BLANKS), look)
                else:
                    self.boxes.append(one)

    def _add(self, text: str, look: Look) -> None:
        """Add text to what shows, or to what does not."""
        if look.capitals:
            text = text.upper()
        if text:
            shown = self.hidden if look.hidden else self.struck if look.struck else self.pieces
            shown.append(Piece(text, self._number, self._runs, look.bold, look.size))
