"""Which engine's pages are taken."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.limits import Limits
from spec_parser.model import Finding
from spec_parser.readers.options import PdfEngine
from spec_parser.readers.page.model import Page


class Found(NamedTuple):
    """The pages of a file, and what there is to say about how they were read."""

    pages: Sequence[Page]
    findings: tuple[Finding, ...] = ()


def pages(data: bytes, limits: Limits, engine: PdfEngine) -> Found:
    """The pages of a file as an engine finds them.

    Raises:
        LimitError: it is larger than the limits allow.
        UnreadableError: it cannot be opened.
    """
    if engine == "pdfplumber":
        from spec_parser.readers.pdf import plumber

        return Found(list(plumber.pages(data, limits)))
    from spec_parser.readers.pdf import pdfium

    return Found(pdfium.pages(data, limits))
