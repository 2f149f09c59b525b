"""What is drawn on a page besides its words: small shapes that may be bullets, rules, and how much images cover."""

import ctypes
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from spec_parser.readers.page.model import Mark, Rule
from spec_parser.readers.pdf import calls
from spec_parser.readers.pdf.placing import UNMOVED, Placed
from spec_parser.readers.pdf.shapes import shape
from spec_parser.readers.pdf.view import Box, View

# A path of more segments is a picture.
_MOST_SEGMENTS = 200
# Forms within forms are looked into so deep, and so many objects of a page that are no text.
_DEEPEST = 4
_MOST_OBJECTS = 100_000


class Drawn:
    """What was found; `images` is the share of the page's area that images cover, at most 1."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.rules: list[Rule] = []
        self.images = 0.0


def drawn(page: Any, view: View, shown: View) -> Drawn:
    """What is drawn on a page.

    Args:
        page: PDFium's handle.
        view: how the page is read.
        shown: how it shows.
    """
    found = Drawn()
    area = view.width * view.height or 1.0
    places = range(pdfium.FPDFPage_CountObjects(page))
    kinds = map(calls.kind_of, map(calls.object_at, repeat(calls.address(page)), places))
    others = [place for place, kind in enumerate(kinds) if kind != pdfium.FPDF_PAGEOBJ_TEXT]
    for held, kind, placed in _objects(pdfium.FPDFPage_GetObject(page, place) for place in others):
        edges = placed.edges(held)
        if edges is None:
            continue
        box = view.box(*edges)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.images = min(1.0, found.images + (box[2] - box[0]) * (box[3] - box[1]) / area)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            seen = None if view is shown else shown.box(*edges)
            _take_path(found, _Path(held, box, placed, seen), view)
    return found


def _objects(held: Iterable[Any]) -> Iterator[tuple[Any, int, Placed]]:
    """Objects of a page with their kind, those within forms in the place of the form: a form is a page's stamp."""
    pending: list[tuple[Any, Placed, int]] = [(one, UNMOVED, 0) for one in held]
    pending.reverse()
    seen = 0
    while pending and seen < _MOST_OBJECTS:
        one, placed, depth = pending.pop()
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield one, kind, placed
        elif depth < _DEEPEST:
            within = placed.within(one)
            count = min(pdfium.FPDFFormObj_CountObjects(one), _MOST_OBJECTS)
            pending.extend(
                (pdfium.FPDFFormObj_GetObject(one, place), within, depth + 1) for place in range(count - 1, -1, -1)
            )


class _Path(NamedTuple):
    """A path, its box as the page is read and as it shows, and where it is placed."""

    held: Any
    box: Box
    placed: Placed
    seen: Box | None


def _take_path(found: Drawn, path: _Path, view: View) -> None:
    left, top, right, bottom = path.box
    kind = shape(right - left, bottom - top)
    if kind is None or pdfium.FPDFPath_CountSegments(path.held) > _MOST_SEGMENTS:
        return
    if kind == "rule":
        found.rules.append(Rule(*path.box))
        return
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.held, ctypes.byref(filled), ctypes.byref(stroked))
    if kind == "mark":
        found.marks.append(Mark(*path.box, bool(filled.value), path.seen))
    elif stroked.value:
        found.rules.extend(_outline(path.held, path.placed, view))


def _outline(path: Any, placed: Placed, view: View) -> Iterator[Rule]:
    """The straight level and upright sides of a path whose outline is drawn."""
    within = placed.within(path)
    x, y = ctypes.c_float(), ctypes.c_float()
    first: tuple[float, float] | None = None
    before: tuple[float, float] | None = None
    for place in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = within.point(x.value, y.value)
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
