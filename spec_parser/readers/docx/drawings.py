"""Drawings: the text boxes in them, and what they show that the document does not hold as text."""

from collections.abc import Iterator
from typing import Final

from spec_parser.readers.docx.alternatives import ALTERNATIVES, branches
from spec_parser.readers.docx.xml import Element, W

DRAWINGS: Final = frozenset((W + "drawing", W + "pict", W + "object"))
_TEXT_BOX = W + "txbxContent"
# Diagrams and charts are parts of their own; embedded objects are files of their own.
_UNREAD_DRAWINGS = ("/diagram", "/chart", "/chartex")
_UNREAD_OBJECT = "}OLEObject"


def is_text_box(element: Element) -> bool:
    """Whether an element that `found` gave holds paragraphs; else it is something that is not read."""
    return element.tag == _TEXT_BOX


def found(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing and the elements that stand for something that is not read, in order."""
    for child in drawing:
        if child.tag == ALTERNATIVES:
            chosen, _ = branches(child)
            if chosen is not None:
                yield from found(chosen)
        elif child.tag == _TEXT_BOX:
            yield child
        else:
            if child.get("uri", "").endswith(_UNREAD_DRAWINGS) or child.tag.endswith(_UNREAD_OBJECT):
                yield child
            yield from found(child)
