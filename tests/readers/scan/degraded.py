"""A clean scan made worse, always in the same way: coarser, askew, with the grain of a scanner and specks."""

import io
from collections.abc import Sequence

import numpy as np
import pypdfium2
from PIL import Image

_GRAIN, _SPECKS = 20.0, 0.002
_WHITE = 255


def images_of(pdf: bytes, dpi: float) -> list[Image.Image]:
    """The pages of a PDF file as images in shades of grey."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def worse(image: Image.Image, seed: int, *, scale: float, angle: float) -> Image.Image:
    """An image reduced, turned by an angle in degrees, with grain (standard deviation 20 of 255) and 1 speck in 500."""
    turned = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=_WHITE)
    size = round(image.width * scale), round(image.height * scale)
    pixels = np.asarray(turned.resize(size, Image.Resampling.LANCZOS)).astype(np.float32)
    dice = np.random.default_rng(seed)
    pixels += dice.normal(0, _GRAIN, pixels.shape).astype(np.float32)
    throw = dice.random(pixels.shape)
    pixels[throw < _SPECKS / 2] = 0
    pixels[throw > 1 - _SPECKS / 2] = _WHITE
    return Image.fromarray(pixels.clip(0, _WHITE).astype(np.uint8))


def tiff(images: Sequence[Image.Image], dpi: int) -> bytes:
    """A TIFF file of several pages."""
    file = io.BytesIO()
    images[0].save(file, "TIFF", save_all=True, append_images=images[1:], dpi=(dpi, dpi), compression="tiff_lzw")
    return file.getvalue()


def degraded(pdf: bytes) -> bytes:
    """A scan at 200 dpi as a TIFF file at 150 dpi, askew by 2 degrees, with noise."""
    pages = enumerate(images_of(pdf, 200))
    return tiff([worse(page, number, scale=0.75, angle=2.0) for number, page in pages], 150)
