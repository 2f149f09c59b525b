"""The runs of a paragraph of a Word file, character by character, and the same characters in a document's text."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from spec_parser.readers.docx.alternatives import ALTERNATIVES, branches
from spec_parser.readers.docx.xml import Element

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What a run may hold for its text to be changed; a field, a drawing, a note or a symbol is left alone.
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_SILENT = ("rPr", "lastRenderedPageBreak")
_NO_TEXT = frozenset(("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"))


class Atom(NamedTuple):
    """A character of a run: the element that it stands in, and its place in the element's text."""

    character: str
    element: Element
    place: int


class Run(NamedTuple):
    """A run whose text can be changed."""

    element: Element
    atoms: tuple[Atom, ...]


def runs_of(paragraph: Element) -> list[Element]:
    """The runs of a paragraph in the order in which the reader counts them, those that do not show included."""
    return list(_runs(paragraph, namespace(paragraph)))


def _runs(parent: Element, space: str) -> Iterator[Element]:
    for child in parent.iterchildren(etree.Element):
        local = child.tag.removeprefix(space)
        if local == "r":
            yield child
        elif child.tag == ALTERNATIVES:
            chosen, others = branches(child)
            for branch in others:
                yield from _runs(branch, space)
            if chosen is not None:
                yield from _runs(chosen, space)
        elif local not in _NO_TEXT:
            yield from _runs(child, space)


def changeable(run: Element) -> Run | None:
    """The run with its characters; None where it holds anything but text, tabs and breaks."""
    space = namespace(run)
    atoms: list[Atom] = []
    for child in run:
        local = child.tag.removeprefix(space) if isinstance(child.tag, str) else ""
        if local == "t":
            atoms += [Atom(character, child, place) for place, character in enumerate(child.text or "")]
        elif local in _CHARACTERS:
            atoms.append(Atom(_CHARACTERS[local], child, 0))
        elif local not in _SILENT:
            return None
    return Run(run, tuple(atoms))


def aligned(run: Run, text: str) -> list[int] | None:
    """For each character of a document's text that comes from a run, which character of the run it is, or -1.

    A bullet that the reader put before it, the bar of a table behind it, and blanks that it left out, are in one of
    both only.

    Returns:
        None where the two do not agree: a mended or changed character.
    """
    found = [-1] * len(text)
    whole = "".join(atom.character for atom in run.atoms)
    for shown in (whole, whole.rstrip(), whole.lstrip(), whole.strip()):
        start = text.rfind(shown)
        if shown and start >= 0:
            lead = whole.index(shown)
            found[start : start + len(shown)] = range(lead, lead + len(shown))
            return found
    at = len(text) - 1
    for number in range(len(run.atoms) - 1, -1, -1):
        character = run.atoms[number].character
        while at >= 0 and text[at] != character and text[at].isspace():
            at -= 1
        if at >= 0 and text[at].casefold() == character.casefold():
            found[at] = number
            at -= 1
        elif not character.isspace():
            return None
    return found


def namespace(element: Element) -> str:
    """The namespace of an element, in braces: the strict form of Word files has another."""
    return str(element.tag).rpartition("}")[0] + "}"
