"""Pages that are images without a text layer, recognised by Tesseract: image files, and pages of PDF files.

This needs the extra `ocr` and the program `tesseract`; nothing of it is loaded before a page asks for it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.document import Document
from spec_parser.errors import UnreadableError
from spec_parser.findings import counted, finding
from spec_parser.limits import Limits
from spec_parser.model import Finding
from spec_parser.readers.options import Options
from spec_parser.readers.page import document
from spec_parser.readers.page.model import Page
from spec_parser.readers.scan.installation import missing

# A page without words of which images cover less than this is an empty page with a picture.
_SCANNED = 0.1
_SWITCHED_OFF = "is an image without text, and OCR is switched off: give the text itself, or allow OCR"


class Recognised(NamedTuple):
    """The pages of a file, and what there is to say about those that are images."""

    pages: Sequence[Page]
    findings: tuple[Finding, ...] = ()


def read(data: bytes, *, name: str | None, limits: Limits, how: Options) -> Document:
    """Read an image file: PNG, JPEG, or TIFF of one or more pages.

    Args:
        data: the file's bytes.
        name: of the file, for the record.
        limits: sizes beyond which it is refused; their seconds are the time that each page may take.
        how: whether pages are recognised at all.

    Raises:
        LimitError: it is larger than the limits allow, or takes too long to recognise.
        UnreadableError: it is damaged, or shows no words, or what recognises it is not installed.
    """
    reason = missing() if how.ocr else _SWITCHED_OFF
    if reason is not None:
        raise UnreadableError(reason)
    from spec_parser.readers.scan.images import Images
    from spec_parser.readers.scan.recognising import recognised

    with Images(data, limits) as images:
        pages = [recognised(picture, number, limits) for number, picture in enumerate(images, 1)]
        media_type = images.media_type
    if not any(page.words for page in pages):
        raise UnreadableError("shows no words that can be recognised: scan it anew, upright and at 300 dpi")
    return document(pages, data, media_type=media_type, name=name, limits=limits)


def with_recognised(data: bytes, pages: Sequence[Page], limits: Limits, how: Options) -> Recognised:
    """The pages of a PDF file, those recognised that are images without a text layer.

    Where they cannot be recognised, and other pages have words, the file is read without them, with a finding.

    Args:
        data: the file's bytes.
        pages: as they were read.
        limits: sizes beyond which it is refused; their seconds are the time that each page may take.
        how: whether pages are recognised at all.

    Raises:
        LimitError: a page takes too long to recognise.
        UnreadableError: no page has words, and what recognises them is not installed.
    """
    scans = frozenset(page.number for page in pages if not page.words and page.images >= _SCANNED)
    if not scans:
        return Recognised(pages)
    reason = missing() if how.ocr else _SWITCHED_OFF
    if reason is None:
        from spec_parser.readers.scan import pdf_pages

        return Recognised(pdf_pages.with_recognised(data, pages, scans, limits))
    if not any(page.words for page in pages):
        raise UnreadableError(reason)
    numbers = ", ".join(map(str, sorted(scans)))
    which = counted(len(scans), f"page {numbers}", f"pages {numbers}")
    message = f"What stands on {which} is not in the record: each {reason}."
    return Recognised(pages, (finding("page-unread", message),))
