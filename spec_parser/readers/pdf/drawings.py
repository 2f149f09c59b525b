"""What is drawn on a page besides its words: small shapes that may be bullets, rules, and how much images cover."""

import ctypes
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from spec_parser.readers.page.model import Mark, Rule
from spec_parser.readers.pdf import calls
from spec_parser.readers.pdf.shapes import shape
from spec_parser.readers.pdf.view import Box, View

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
    places = range(pdfium.FPDFPage_CountObjects(page))
    kinds = map(calls.kind_of, map(calls.object_at, repeat(calls.address(page)), places))
    for index in [index for index, kind in enumerate(kinds) if kind != pdfium.FPDF_PAGEOBJ_TEXT]:
        held = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(held)
        if not pdfium.FPDFPageObj_GetBounds(held, *pointers):
            continue
        box = view.box(*(edge.value for edge in edges))
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(found, held, box, view)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.images = min(1.0, found.images + (box[2] - box[0]) * (box[3] - box[1]) / area)
    return found


def _take_path(found: Drawn, path: Any, box: Box, view: View) -> None:
    left, top, right, bottom = box
    kind = shape(right - left, bottom - top)
    if kind is None or pdfium.FPDFPath_CountSegments(path) > _MOST_SEGMENTS:
        return
    if kind == "rule":
        found.rules.append(Rule(*box))
        return
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked))
    if kind == "mark":
        found.marks.append(Mark(*box, bool(filled.value)))
    elif stroked.value:
        found.rules.extend(_outline(path, view))


def _outline(path: Any, view: View) -> Iterator[Rule]:
    """The straight level and upright sides of a path whose outline is drawn."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix)):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    first: tuple[float, float] | None = None
    before: tuple[float, float] | None = None
    for place in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and before is not None:
            yield from _side(before, point, view)
        before = point
        if first is not None and pdfium.FPDFPathSegment_GetClose(segment):
            yield from _side(point, first, view)


def _side(begin: tuple[float, float], end: tuple[float, float], view: View) -> Iterator[Rule]:
    """The rule between two points, if it is one."""
    left, right = sorted((begin[0], end[0]))
    bottom, top = sorted((begin[1], end[1]))
    if shape(right - left, top - bottom) == "rule":
        yield Rule(*view.box(left, bottom, right, top))
