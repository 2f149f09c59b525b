"""Scans: pages of a PDF as images, as an office's scanner or a fax makes them."""

import random
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from tests.forms.index import ScanKind

_DOTS = 200  # an inch
_POINTS = 72
_SKEW = 1.5  # degrees
_PAPER = 255
_MOMENT = time.gmtime(315532800)  # 1980-01-01, the first moment that every format can tell


def scan(pdf: bytes, kind: ScanKind, seed: int) -> bytes:
    """A file with an image of each page and no text; the same arguments give the same bytes."""
    pages = [_SPOILED[kind](page, random.Random(seed)) for page in _images(pdf)]
    file = BytesIO()
    options: dict[str, Any] = {"append_images": pages[1:], "save_all": True}
    if kind == "tiff":
        pages[0].save(file, "TIFF", compression="group4", dpi=(_DOTS, _DOTS), **options)
    elif kind == "png":
        (only,) = pages  # such a file holds one
        only.save(file, "PNG", dpi=(_DOTS, _DOTS), optimize=True)
    else:
        options |= {"resolution": _DOTS, "creationDate": _MOMENT, "modDate": _MOMENT}
        options |= {"quality": 50} if kind == "gray" else {}
        pages[0].save(file, "PDF", **options)
    return file.getvalue()


def _images(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=_DOTS / _POINTS, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def _bilevel(page: Image.Image, _: random.Random) -> Image.Image:
    return page.convert("1", dither=Image.Dither.NONE)


def _skewed(page: Image.Image, dice: random.Random) -> Image.Image:
    """Laid on the glass a little askew."""
    turned = page.rotate(dice.choice((-_SKEW, _SKEW)), Image.Resampling.BICUBIC, fillcolor=_PAPER)
    return turned.convert("1", dither=Image.Dither.NONE)


def _gray(page: Image.Image, dice: random.Random) -> Image.Image:
    """On paper that is not white, by a lens that is not sharp."""
    return _grained(page.filter(ImageFilter.GaussianBlur(0.6)), dice, 2.5)


def _noisy(page: Image.Image, dice: random.Random) -> Image.Image:
    """A copy of a copy: grain, and specks."""
    specked = np.asarray(_grained(page, dice, 24.0)).copy()
    random_ = np.random.default_rng(dice.randrange(1 << 32))
    specked[random_.random(specked.shape) < 0.0004] = 0
    return Image.fromarray(specked).convert("1", dither=Image.Dither.NONE)


def _grained(page: Image.Image, dice: random.Random, strength: float) -> Image.Image:
    random_ = np.random.default_rng(dice.randrange(1 << 32))
    grain = random_.normal(-strength, strength, (page.height, page.width))
    return Image.fromarray(np.clip(np.asarray(page) * 0.96 + grain, 0, _PAPER).astype(np.uint8))


_SPOILED: dict[ScanKind, Callable[[Image.Image, random.Random], Image.Image]] = {
    "bilevel": _bilevel,
    "tiff": _bilevel,
    "gray": _gray,
    "png": _bilevel,
    "skewed": _skewed,
    "noisy": _noisy,
}
