"""What is drawn on a page besides its words: small shapes that may be bullets, rules, and how much images cover."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from spec_parser.readers.page.model import Mark, Rule
from spec_parser.readers.pdf.view import View

# The sides of a shape that may be a bullet, in points.
_SMALLEST_MARK = 1.0
_LARGEST_MARK = 9.0
# The sides of a bullet are about equal.
_SQUARE = 1.6
_THICKEST_RULE = 2.0
_SHORTEST_RULE = 8.0
# A path of more segments is a picture.
_MOST_SEGMENTS = 200


class Drawn:
    """What was found; `images` is the share of the page's area that images cover, at most 1."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.rules: list[Rule] = []
        self.images = 0.0


def drawn(page: Any, view: View) -> Drawn:
    """What is drawn on a page."""
    found = Drawn()
    edges = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(edge) for edge in edges]
    area = view.width * view.height or 1.0
    get_object, get_type, text = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_TEXT
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        held = get_object(page, index)
        kind = get_type(held)
        if kind == text or not pdfium.FPDFPageObj_GetBounds(held, *pointers):
            continue
        box = view.box(*(edge.value for edge in edges))
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(found, held, box)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.images = min(1.0, found.images + (box[2] - box[0]) * (box[3] - box[1]) / area)
    return found


def _take_path(found: Drawn, path: Any, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if pdfium.FPDFPath_CountSegments(path) > _MOST_SEGMENTS:
        return
    if (width <= _THICKEST_RULE or height <= _THICKEST_RULE) and max(width, height) >= _SHORTEST_RULE:
        found.rules.append(Rule(*box))
    elif min(width, height) >= _SMALLEST_MARK and max(width, height) <= min(
        _LARGEST_MARK, _SQUARE * min(width, height)
    ):
        filled = ctypes.c_int()
        stroked = ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked))
        found.marks.append(Mark(*box, bool(filled.value)))
