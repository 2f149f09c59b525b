"""Tesseract's reading of an image: words with their boxes and how sure it is of them."""

import os
from typing import NamedTuple

import pytesseract
from PIL.Image import Image

from spec_parser.errors import LimitError, UnreadableError
from spec_parser.patience import is_watched

# Kept as it is, so that the same image gives the same words whatever the machine's settings are.
_LANGUAGE = "eng"
_CONFIG = "--oem 1 --psm 3 --dpi {dpi}"
# So many times as long may it take where somebody watches who counts processor time.
_WATCHED = 4


class Reading(NamedTuple):
    """A word that Tesseract has read.

    Attributes:
        text: without blanks.
        left: its box in pixels, half open.
        top: likewise.
        right: likewise.
        bottom: likewise.
        confidence: in percent.
        line: block, paragraph and line that it stands on.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: int
    line: tuple[int, int, int]


def read(image: Image, dpi: float, seconds: float) -> list[Reading]:
    """The words of an image in reading order.

    Args:
        image: in shades of grey, upright.
        dpi: its pixels an inch.
        seconds: that this may take.

    Raises:
        LimitError: it takes longer; Tesseract is killed then.
        UnreadableError: Tesseract failed.
    """
    # More threads make it slower, and a batch runs on all cores anyway.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    image = image.copy()
    image.format = "PPM"  # what it is handed to Tesseract as; packing it would take time
    try:
        found = pytesseract.image_to_data(
            image,
            lang=_LANGUAGE,
            config=_CONFIG.format(dpi=round(dpi)),
            # Whoever watches knows how busy the machine is, and ends this process with all that it has started.
            timeout=seconds * _WATCHED if is_watched() else seconds,
            output_type=pytesseract.Output.DICT,
        )
    except pytesseract.TesseractNotFoundError as error:
        raise UnreadableError("needs the program tesseract, which cannot be run: install it anew") from error
    except pytesseract.TesseractError as error:
        raise UnreadableError(f"cannot be recognised: tesseract says {_reason(error)}") from error
    except RuntimeError as error:  # what pytesseract raises when the time is over
        raise LimitError(
            f"has a page that takes more than {seconds:g} seconds to recognise, the limit: scan it anew,"
            " or allow more with --timeout"
        ) from error
    columns = ("text", "left", "top", "width", "height", "conf", "block_num", "par_num", "line_num")
    rows = zip(*(found.get(column, ()) for column in columns), strict=True)
    return [
        Reading(text.strip(), left, top, left + width, top + height, min(max(sure, 0), 100), (block, paragraph, line))
        for text, left, top, width, height, sure, block, paragraph, line in rows
        if sure >= 0 and text.strip()
    ]


def _reason(error: "pytesseract.TesseractError") -> str:
    return " ".join(str(error.message).split())[:200]
