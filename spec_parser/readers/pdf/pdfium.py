"""PDF files read by PDFium: pages of words, drawn marks and rules.

PDFium may be called by one thread at a time only; whoever wants more uses processes.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from spec_parser.errors import UnreadableError
from spec_parser.limits import Limits, beyond, too_many_pages
from spec_parser.readers.page.model import Page
from spec_parser.readers.pdf import drawings, tagged, words
from spec_parser.readers.pdf.view import View

_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "is encrypted and needs a password: save it without one first",
    pdfium.FPDF_ERR_SECURITY: "is encrypted in a way that is not read: save it without encryption first",
}
_BROKEN = "is no PDF file that can be opened: it is damaged or cut short; get the file anew"


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """PDFium's handle of a file. An encrypted one is tried with an empty password.

    Raises:
        UnreadableError: the file cannot be opened.
    """
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), b"")
    if not handle:
        raise UnreadableError(_REASONS.get(pdfium.FPDF_GetLastError(), _BROKEN))
    try:
        yield handle
    finally:
        pdfium.FPDF_CloseDocument(handle)


def pages(data: bytes, limits: Limits) -> list[Page]:
    """All pages of a file; one that PDFium cannot load is empty.

    Raises:
        LimitError: there are more pages, or more characters on them, than the limits allow.
        UnreadableError: the file cannot be opened, or has no pages.
    """
    with opened(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise UnreadableError("has no pages; get the file anew")
        if count > limits.pages:
            raise too_many_pages(count, limits.pages)
        is_tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
        found: list[Page] = []
        taken = 0
        for index in range(count):
            found.append(_page(document, index, taken, limits, is_tagged=is_tagged))
            taken += sum(len(word.text) for word in found[-1].words)
        return found


def _page(document: Any, index: int, taken: int, limits: Limits, *, is_tagged: bool) -> Page:
    """A page, by its number from 0; `taken` are the characters of the pages before it."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(index + 1, 0.0, 0.0, ())
    try:
        text = pdfium.FPDFText_LoadPage(page)
        try:
            if taken + pdfium.FPDFText_CountChars(text) > limits.characters:
                raise beyond(limits.characters, "characters")
            shown = _view(page)
            quarters = words.quarters(text)
            view = shown
            if quarters is not None and quarters != shown.quarters:
                # PDFium tells words by where letters show: of text that runs upwards it makes other ones.
                view = shown._replace(quarters=quarters)
                pdfium.FPDFPage_SetRotation(page, quarters)
                pdfium.FPDFText_ClosePage(text)
                text = pdfium.FPDFText_LoadPage(page)
            drawn = drawings.drawn(page, view, shown)
            return Page(
                index + 1,
                view.width,
                view.height,
                tuple(words.words(text, view, shown, grouped=is_tagged)),
                tuple(drawn.marks),
                tuple(drawn.rules),
                tagged.items(page) if is_tagged else (),
                drawn.images,
            )
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)


def _view(page: Any) -> View:
    """How a page shows: the box that is seen of it, and its rotation."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return View(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page) % 4)
