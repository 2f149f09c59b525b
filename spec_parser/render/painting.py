"""The pages of a file as images with the boxes of values drawn on them."""

import io
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PIL import Image

from spec_parser.errors import UnreadableError
from spec_parser.limits import Limits
from spec_parser.render.boxes import Sheet
from spec_parser.render.sheet import draw

# Pixels a point; of a page as large as a poster, as many as make so many pixels in all.
_SCALE = 2.0
_MOST_PIXELS = 20_000_000


class Painted(NamedTuple):
    """A page with its boxes, as a PNG file."""

    page: int
    png: bytes


class _Seen(NamedTuple):
    """A page as it is seen, and its pixels a point."""

    image: Image.Image
    scale: float


def can_be_painted(media_type: str) -> bool:
    """Whether files of this type have pages that can be drawn on."""
    return media_type == "application/pdf" or media_type.startswith("image/")


class Order(NamedTuple):
    """What is to be drawn.

    Attributes:
        data: the file's bytes, a PDF file or an image.
        media_type: of the file.
        sheets: what is drawn, a page each, in order.
        name: of the file, for the line below each page.
        limits: sizes beyond which it is refused.
    """

    data: bytes
    media_type: str
    sheets: tuple[Sheet, ...]
    name: str
    limits: Limits


def painted(order: Order) -> Iterator[Painted]:
    """Each page on which there is something to draw.

    Raises:
        UnreadableError: the file cannot be opened, or a page cannot be drawn.
    """
    data, media_type, sheets, name, limits = order
    pages = _of_pdf(data, sheets) if media_type == "application/pdf" else _of_image(data, sheets, limits)
    for sheet, (image, scale) in zip(sheets, pages, strict=True):
        out = io.BytesIO()
        draw(image, scale, sheet, f"{name} · page {sheet.page}").save(out, "PNG", optimize=False)
        yield Painted(sheet.page, out.getvalue())


def _of_pdf(data: bytes, sheets: Sequence[Sheet]) -> Iterator[_Seen]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            for sheet in sheets:
                page = document[sheet.page - 1]
                width, height = page.get_size()
                scale = _scale(width, height)
                yield _Seen(page.render(scale=scale).to_pil(), scale)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("has a page that cannot be drawn: print it to a new PDF file") from error


def _of_image(data: bytes, sheets: Sequence[Sheet], limits: Limits) -> Iterator[_Seen]:
    from spec_parser.readers.scan.images import Images

    wanted = {sheet.page for sheet in sheets}
    with Images(data, limits) as pictures:
        for number, (image, dpi) in enumerate(pictures, 1):
            if number in wanted:
                inches = image.width / dpi, image.height / dpi
                scale = _scale(inches[0] * 72, inches[1] * 72)
                size = max(round(inches[0] * 72 * scale), 1), max(round(inches[1] * 72 * scale), 1)
                yield _Seen(image.resize(size), scale)


def _scale(width: float, height: float) -> float:
    """Pixels a point for a page of so many points."""
    return min(_SCALE, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
