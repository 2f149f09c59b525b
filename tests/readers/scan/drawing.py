"""Pages drawn for tests, with the font that pillow carries with itself, so that they are the same anywhere."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

WHITE = 255


class Sheet:
    """An empty page in shades of grey to draw upon, `width` by `height` pixels."""

    def __init__(self, width: int = 1275, height: int = 1650) -> None:
        self.image = Image.new("L", (width, height), WHITE)
        self._draw = ImageDraw.Draw(self.image)

    def text(self, left: int, top: int, text: str, size: int = 24) -> None:
        """Print one line."""
        self._draw.text((left, top), text, fill=0, font=ImageFont.load_default(size))

    def circle(self, box: tuple[int, int, int, int], *, filled: bool) -> None:
        """Draw a round bullet in a half open box."""
        left, top, right, bottom = box
        inner = (left, top, right - 1, bottom - 1)
        self._draw.ellipse(inner, fill=0 if filled else WHITE, outline=0, width=2)

    def box(self, box: tuple[int, int, int, int]) -> None:
        """Blacken a half open box."""
        left, top, right, bottom = box
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=0)

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """What was drawn."""
        return np.array(self.image)

    @property
    def ink(self) -> NDArray[np.bool_]:
        """Where it is dark."""
        return self.pixels < WHITE // 2


def length(text: str, size: int = 24) -> float:
    """How wide a printed line is."""
    return ImageFont.load_default(size).getlength(text)


def art(rows: Sequence[str]) -> NDArray[np.bool_]:
    """Ink as a drawing of characters: a blank or a full stop is paper."""
    return np.array([[mark not in " ." for mark in row] for row in rows])
