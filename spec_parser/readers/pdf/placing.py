"""Where objects within forms stand: a form is drawn once and placed on pages by a matrix."""

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium


class Placed(NamedTuple):
    """A matrix from an object's coordinates to the page's, as the format writes it."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def within(self, held: Any) -> "Placed":
        """The matrix for what stands within an object."""
        own = pdfium.FS_MATRIX()
        if not pdfium.FPDFPageObj_GetMatrix(held, ctypes.byref(own)):
            return self
        return Placed(
            own.a * self.a + own.b * self.c,
            own.a * self.b + own.b * self.d,
            own.c * self.a + own.d * self.c,
            own.c * self.b + own.d * self.d,
            *self.point(own.e, own.f),
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point in the page's coordinates."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def edges(self, held: Any) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of an object in the page's coordinates; None if it has none."""
        sides = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(held, *map(ctypes.byref, sides)):
            return None
        left, bottom, right, top = (side.value for side in sides)
        if self is UNMOVED:
            return left, bottom, right, top
        x, y = zip(
            *(self.point(*corner) for corner in ((left, bottom), (left, top), (right, bottom), (right, top))),
            strict=True,
        )
        return min(x), min(y), max(x), max(y)


UNMOVED = Placed()
"""Where objects stand that are no part of a form."""
