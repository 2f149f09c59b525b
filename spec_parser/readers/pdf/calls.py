"""Calls of PDFium that are made for every word or object of a page, made as cheap as Python allows.

The bindings of pypdfium2 wrap each handle that a call gives in an object and check each that it takes; by plain
addresses a call takes half as long, and `map` makes thousands of them without a step of Python between.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

_handle, _int = ctypes.c_void_p, ctypes.c_int


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of PDFium that takes and gives numbers. Nothing in PDFium calls back into Python."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, _handle).value or 0)


object_at = _plain(pdfium.FPDFPage_GetObject, _handle, _handle, _int)
kind_of = _plain(pdfium.FPDFPageObj_GetType, _int, _handle)
loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, _int, _handle, _int, _handle)
origin_of = _plain(pdfium.FPDFText_GetCharOrigin, _int, _handle, _int, _handle, _handle)
font_size = _plain(pdfium.FPDFText_GetFontSize, ctypes.c_double, _handle, _int)
matrix_of = _plain(pdfium.FPDFText_GetMatrix, _int, _handle, _int, _handle)
text_object = _plain(pdfium.FPDFText_GetTextObject, _handle, _handle, _int)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _int, _handle)
font_of = _plain(pdfium.FPDFTextObj_GetFont, _handle, _handle)
font_name = _plain(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, _handle, _handle, ctypes.c_size_t)
font_flags = _plain(pdfium.FPDFFont_GetFlags, _int, _handle)
marked_content = _plain(pdfium.FPDFPageObj_GetMarkedContentID, _int, _handle)
element_type = _plain(pdfium.FPDF_StructElement_GetType, ctypes.c_ulong, _handle, _handle, ctypes.c_ulong)
element_count = _plain(pdfium.FPDF_StructElement_CountChildren, _int, _handle)
element_at = _plain(pdfium.FPDF_StructElement_GetChildAtIndex, _handle, _handle, _int)
content_at = _plain(pdfium.FPDF_StructElement_GetChildMarkedContentID, _int, _handle, _int)


def address(handle: Any) -> int:
    """A handle of pypdfium2 as a number."""
    return ctypes.addressof(handle.contents) if handle else 0


def floats(function: Callable[..., Any], page: int, places: Sequence[int], each: int) -> list[float]:
    """What a call writes for each of some characters, `each` numbers a character, one after the other.

    Args:
        function: takes the page, the place of a character, and where to write.
        page: the address of PDFium's text page.
        places: of the characters.
        each: how many numbers the call writes.
    """
    count = len(places)
    held = (ctypes.c_float * (each * count))()
    begin = ctypes.addressof(held)
    step = each * ctypes.sizeof(ctypes.c_float)
    deque(map(function, repeat(page), places, range(begin, begin + step * count, step)), maxlen=0)
    return list(held)
