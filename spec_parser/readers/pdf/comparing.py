"""Which engine's pages are taken: PDFium's, unless they look wrong and pdfplumber's look better.

pdfplumber takes twenty times as long, so it is asked only where cheap signs (`doubts`) tell that PDFium's words are
wrong. A finding says that it was asked, why, and whose words were taken.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.errors import LimitError, UnreadableError
from spec_parser.findings import finding
from spec_parser.limits import Limits
from spec_parser.model import Finding
from spec_parser.readers.options import PdfEngine
from spec_parser.readers.page.model import Page
from spec_parser.readers.pdf.doubts import Signs, signs

# The other engine's words are taken if they look wrong in no more than this share of what the first one's do ...
_BETTER = 0.5
# ... and are not fewer, by characters, than this share of them: words that are missing look right.
_AS_MANY = 0.98


class Found(NamedTuple):
    """The pages of a file, and what there is to say about how they were read."""

    pages: Sequence[Page]
    findings: tuple[Finding, ...] = ()


def pages(data: bytes, limits: Limits, engine: PdfEngine) -> Found:
    """The pages of a file as an engine finds them; `auto` takes the engine that reads it better.

    Raises:
        LimitError: it is larger than the limits allow.
        UnreadableError: it cannot be opened.
    """
    if engine == "pdfplumber":
        return Found(_second(data, limits))
    from spec_parser.readers.pdf import pdfium

    if engine == "pdfium":
        return Found(pdfium.pages(data, limits))
    first = pdfium.pages(data, limits)
    found = signs(first)
    doubts = found.doubts()
    return _compared(first, found, doubts, data, limits) if doubts else Found(first)


def _second(data: bytes, limits: Limits) -> list[Page]:
    """The pages as pdfplumber finds them; it is loaded when it is first needed."""
    from spec_parser.readers.pdf import plumber

    return list(plumber.pages(data, limits))


def _compared(first: list[Page], found: Signs, doubts: Sequence[str], data: bytes, limits: Limits) -> Found:
    why = "; ".join(doubts)
    try:
        second = _second(data, limits)
    except LimitError:
        raise
    except UnreadableError:
        second = []
    if is_better(signs(second), found):
        message = f"PDFium's words look wrong ({why}): pdfplumber's were taken. Compare them with the page."
        return Found(second, (finding("pdf-engine-second", message),))
    if not found.words:  # neither finds any: that is for whoever needs words to say
        return Found(first)
    message = f"PDFium's words look wrong ({why}), and pdfplumber reads none better. Compare them with the page."
    return Found(first, (finding("pdf-engine-doubtful", message),))


def is_better(second: Signs, first: Signs) -> bool:
    """Whether the second engine's words look better, and none are missing."""
    if not first.words:
        return second.words > 0
    return second.characters >= _AS_MANY * first.characters and second.wrong() <= _BETTER * first.wrong()
