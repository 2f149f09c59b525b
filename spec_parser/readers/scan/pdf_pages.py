"""Pages of PDF files that are images: drawn as they are seen, in the fineness of the image, and recognised."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image

from spec_parser.limits import Limits
from spec_parser.readers.page.model import Page
from spec_parser.readers.pdf.pdfium import opened
from spec_parser.readers.scan.images import MOST_PIXELS, Picture
from spec_parser.readers.scan.recognising import recognised
from spec_parser.readers.scan.view import POINTS

# Pixels an inch: of what is no image, or too coarse to be one of text; and the most that recognition makes use of.
_USUAL, _FINEST = 200.0, 300.0
_COARSEST = 75.0
_WHITE = 0xFFFFFFFF


def with_recognised(data: bytes, pages: Sequence[Page], scans: frozenset[int], limits: Limits) -> list[Page]:
    """The pages of a file, some of them recognised.

    Args:
        data: the file's bytes.
        pages: as they were read.
        scans: the numbers of those to recognise.
        limits: whose seconds each page may take.

    Raises:
        LimitError: a page takes longer.
        UnreadableError: Tesseract failed.
    """
    with opened(data) as document:
        return [
            recognised(picture, page.number, limits)
            if page.number in scans and (picture := _picture(document, page)) is not None
            else page
            for page in pages
        ]


def _picture(document: Any, page: Page) -> Picture | None:
    """A page as it is seen; None if it cannot be drawn."""
    handle = pdfium.FPDF_LoadPage(document, page.number - 1)
    if not handle:
        return None
    try:
        dpi = _dpi(handle)
        room = (MOST_PIXELS / max(page.width * page.height, 1.0)) ** 0.5
        scale = min(dpi / POINTS, room)
        width, height = round(page.width * scale), round(page.height * scale)
        if width < 1 or height < 1:
            return None
        return Picture(_drawn(handle, width, height), scale * POINTS)
    finally:
        pdfium.FPDF_ClosePage(handle)


def _drawn(page: Any, width: int, height: int) -> Image.Image:
    stride = (width + 3) // 4 * 4
    pixels = ctypes.create_string_buffer(stride * height)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, pixels, stride)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        return Image.frombytes("L", (width, height), pixels.raw, "raw", "L", stride)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _dpi(page: Any) -> float:
    """How fine the largest image of a page is."""
    sizes = list(_images(page))
    return max(sizes)[1] if sizes else _USUAL


def _images(page: Any) -> Iterator[tuple[int, float]]:
    """The images of a page: how many pixels each has, and how many an inch."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        held = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(held) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        about = pdfium.FPDF_IMAGEOBJ_METADATA()
        if pdfium.FPDFImageObj_GetImageMetadata(held, page, ctypes.byref(about)):
            dpi = float(about.horizontal_dpi)
            if dpi >= _COARSEST:
                yield about.width * about.height, min(dpi, _FINEST)
