"""Image files opened within limits: their pages in shades of grey, and how many pixels an inch has."""

import io
import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError

from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import Limits, too_many_pages

MOST_PIXELS = 50_000_000
"""A page of letter size at 600 dpi has 34 million."""
_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg", "TIFF": "image/tiff"}
# Pixels an inch that a file may truly say; some say 1, or 72 whatever they hold.
_LEAST_DPI, _MOST_DPI = 90, 1200
# Where a file says nothing, its page is taken to be as wide (the shorter side) as letter paper, in inches.
_LETTER_WIDTH = 8.5
_BROKEN = "is no image that can be opened: it is damaged or cut short; get the file anew"
_WHITE = 255


class Picture(NamedTuple):
    """A page as an image in shades of grey, and its pixels an inch."""

    image: Image.Image
    dpi: float


class Images(AbstractContextManager["Images"]):
    """The pages of an image file, in order; each is decoded when its turn comes.

    Raises:
        LimitError: a page has more pixels, or the file more pages, than the limits allow.
        UnreadableError: it is damaged.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            with warnings.catch_warnings():  # ours are the limits; PIL warns of damage that it has got over, too
                warnings.simplefilter("ignore")
                self._image = Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "TIFF"])
                count = getattr(self._image, "n_frames", 1)
        except (UnidentifiedImageError, Image.DecompressionBombError, *_DAMAGE) as error:
            raise _refusal(error) from error
        if count > limits.pages:
            raise too_many_pages(count, limits.pages)
        self._count = count
        self.media_type = _FORMATS[str(self._image.format)]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._image.close()

    def __iter__(self) -> Iterator[Picture]:
        for number in range(self._count):
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    self._image.seek(number)
                    width, height = self._image.size
                    if width * height > MOST_PIXELS:
                        raise LimitError(
                            f"has a page of {width:,} by {height:,} pixels, the limit is {MOST_PIXELS:,}:"
                            " scan it anew at 300 dpi"
                        )
                    picture = _picture(self._image)
            except (Image.DecompressionBombError, *_DAMAGE) as error:
                raise _refusal(error) from error
            yield picture


# What PIL's decoders raise for damaged files.
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, OverflowError)


def _refusal(error: Exception) -> UnreadableError:
    if isinstance(error, Image.DecompressionBombError):
        return LimitError(f"has a page of far more than {MOST_PIXELS:,} pixels, the limit: scan it anew at 300 dpi")
    return UnreadableError(_BROKEN)


def _picture(image: Image.Image) -> Picture:
    dpi = _dpi(image)
    upright = ImageOps.exif_transpose(image)
    return Picture(gray(upright), dpi)


def gray(image: Image.Image) -> Image.Image:
    """An image in shades of grey, on white where it is transparent."""
    if image.mode == "P" and "transparency" in image.info:
        image = image.convert("RGBA")
    if "A" in image.getbands():
        ground = Image.new("L", image.size, _WHITE)
        ground.paste(image.convert("L"), mask=image.getchannel("A"))
        return ground
    if image.mode.startswith("I"):  # 16 bits a pixel
        return image.point(lambda value: value / 256).convert("L")
    return image.convert("L")


def _dpi(image: Image.Image) -> float:
    said = image.info.get("dpi")
    if said is not None:
        across = float(said[0])
        if _LEAST_DPI <= across <= _MOST_DPI:
            return across
    return min(image.size) / _LETTER_WIDTH
