"""Content that stands in a file twice, for newer programs and for older ones: one of both is read."""

from typing import Final

from spec_parser.readers.docx.xml import MC, Element, W

ALTERNATIVES: Final = MC + "AlternateContent"
_CHOICE = MC + "Choice"
_FALLBACK = MC + "Fallback"
_HOLDS_TEXT = (W + "t", W + "sym", W + "tab", W + "br")


def branches(element: Element) -> tuple[Element | None, list[Element]]:
    """The branch to be read, and those to be left out.

    Read is the first choice with text in it, as a new program would; else the fallback, if that has some.
    """
    every = [child for child in element if child.tag in (_CHOICE, _FALLBACK)]
    chosen = next((child for child in every if next(child.iter(*_HOLDS_TEXT), None) is not None), None)
    if chosen is None and every:
        chosen = every[0]
    return chosen, [child for child in every if child is not chosen]
