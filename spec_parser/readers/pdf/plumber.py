"""The second engine: the pages of a PDF file as pdfplumber finds them.

pdfplumber's time goes into pdfminer's tokenizer and no option makes it fast, so it is asked where PDFium's result
looks wrong, or by choice. What it gives is the same `Page` as the first engine's, words in the order of the file.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from spec_parser.errors import UnreadableError
from spec_parser.limits import Limits, beyond, too_many_pages
from spec_parser.readers.page.model import Page
from spec_parser.readers.pdf.plumber_faults import telling
from spec_parser.readers.pdf.plumber_items import Element, items
from spec_parser.readers.pdf.plumber_shapes import image_cover, shapes
from spec_parser.readers.pdf.plumber_turning import quarters, turned
from spec_parser.readers.pdf.plumber_words import words

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage

Box = tuple[float, float, float, float]


def pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """The pages of a file, one after the other.

    Raises:
        UnreadableError: the file is encrypted with a password, or is so damaged that pdfplumber does not read it.
        LimitError: it has more pages or characters than the limits allow.
    """
    with telling():
        import pdfplumber

        file = pdfplumber.open(BytesIO(data))
        found = file.pages
    if not found:
        raise UnreadableError("has no pages; get the file anew")
    count, most, characters = len(found), limits.pages, 0
    if count > most:
        raise too_many_pages(count, most)
    for page in found:
        with telling():
            characters += len(page.chars)
            shown = _shown(page)
        if characters > limits.characters:
            raise beyond(limits.characters, "characters")
        yield turned(_page(page, shown, _tree(page)), quarters(page.chars))
        page.close()  # or every object of every page is kept


def _page(page: "PlumberPage", shown: Box, tree: Sequence[Element]) -> Page:
    """A page in the coordinates of what shows of it."""
    left, top, right, bottom = shown
    marks, rules = shapes((*page.curves, *page.rects, *page.lines), left, top)
    return Page(
        number=page.page_number,
        width=right - left,
        height=bottom - top,
        words=words(page.chars, left, top),
        marks=marks,
        rules=rules,
        items=items(tree),
        images=image_cover(page.images, shown),
    )


def _tree(page: "PlumberPage") -> Sequence[Element]:
    """The structure tree of a page; none where it is damaged, or nested too deep: the page can be read without it."""
    with suppress(UnreadableError), telling():
        return page.structure_tree
    return ()


def _shown(page: "PlumberPage") -> Box:
    """The box of what shows of a page, in pdfplumber's coordinates.

    pdfplumber counts from the media box, whose origin it adds again; a viewer shows the crop box, as far as it is
    within the media box. Both boxes are given as they were before the page's rotation.
    """
    media_left, media_bottom, media_right, media_top = _ordered(page.page_obj.mediabox)
    left, bottom, right, top = _ordered(page.page_obj.cropbox)
    left, bottom = max(left, media_left), max(bottom, media_bottom)
    right, top = min(right, media_right), min(top, media_top)
    if left >= right or bottom >= top:
        left, bottom, right, top = media_left, media_bottom, media_right, media_top
    width, height = right - left, top - bottom
    # How far the crop box's sides are within the media box, as the page is turned: its left and its top one.
    inset_left, inset_top = {
        90: (bottom - media_bottom, left - media_left),
        180: (media_right - right, bottom - media_bottom),
        270: (media_top - top, media_right - right),
    }.get(page.rotation, (left - media_left, media_top - top))
    if page.rotation in (90, 270):
        width, height = height, width
    start, above = page.bbox[0] + inset_left, page.bbox[1] + inset_top
    return start, above, start + width, above + height


def _ordered(box: Box) -> Box:
    """A box with its smaller coordinates first; a file may name any two opposite corners."""
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
