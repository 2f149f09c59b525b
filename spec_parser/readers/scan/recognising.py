"""A picture of a page becomes a page of words and marks."""

from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from spec_parser.limits import Limits
from spec_parser.patience import RECOGNITION, slow_step
from spec_parser.readers.page.model import Mark, Page, Word
from spec_parser.readers.scan import tesseract
from spec_parser.readers.scan.components import components
from spec_parser.readers.scan.dust import dust, rules
from spec_parser.readers.scan.images import Picture
from spec_parser.readers.scan.letter_case import cased
from spec_parser.readers.scan.marks import Dot, dots
from spec_parser.readers.scan.preparing import WHITE, ink, resized, smoothed, turned, without_edges, without_specks
from spec_parser.readers.scan.spacing import respaced
from spec_parser.readers.scan.straightening import Lie, lie
from spec_parser.readers.scan.type_sizes import ASCENT, DESCENT, types
from spec_parser.readers.scan.view import View

# Pixels an inch between which Tesseract reads best; a coarser image is enlarged to the first, a finer one reduced to
# the second (benchmarks/README.md has the figures).
_COARSEST, _FINEST = 225.0, 300.0
# The resolution at which the lie of the text is told.
_ROUGH = 100.0
# How far the soft edge of a piece of ink reaches, in pixels.
_SOFT = 2
# With less than this confidence on average a page may be upside down.
_UNSURE = 50.0


class _Straight(NamedTuple):
    """An upright image without its bullets, the bullets, and the way back to the page."""

    image: Image.Image
    dots: list[Dot]
    view: View


def recognised(picture: Picture, number: int, limits: Limits) -> Page:
    """What stands on the picture of a page.

    Args:
        picture: of the page.
        number: of the page, from 1.
        limits: whose seconds each page may take.

    Raises:
        LimitError: it takes longer.
        UnreadableError: Tesseract failed.
    """
    slow_step(RECOGNITION)
    clean = _prepared(picture)
    found = _lie(clean)
    ways = (1, 3) if found.sideways else (0,)
    best = max((_read(clean, quarters, limits) for quarters in ways), key=_sureness)
    if not found.sideways and _sureness(best) < _UNSURE:
        best = max((best, _read(clean, 2, limits)), key=_sureness)
    straight, words = best
    return _page(straight, words, number)


def _prepared(picture: Picture) -> Picture:
    """The picture dark on light, without specks and what is around the paper, no finer than is of use."""
    image, dpi = picture
    if dpi > _FINEST:
        image = resized(image, _FINEST / dpi)
        dpi = _FINEST
    pixels = np.asarray(image)
    if np.median(pixels) < WHITE / 2:
        image = ImageOps.invert(image)
        pixels = np.asarray(image)
    return Picture(Image.fromarray(without_edges(without_specks(pixels))), dpi)


def _lie(picture: Picture) -> Lie:
    small = picture.image.reduce(max(int(picture.dpi / _ROUGH), 1))
    return lie(ink(np.asarray(small)))


def _read(picture: Picture, quarters: int, limits: Limits) -> tuple[_Straight, list[tesseract.Reading]]:
    straight = _straight(picture, quarters)
    return straight, tesseract.read(straight.image, picture.dpi * straight.view.scale, limits.seconds)


def _sureness(read: tuple[_Straight, list[tesseract.Reading]]) -> float:
    """How sure Tesseract is of a page, in percent; of an empty page it is sure."""
    words = read[1]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 100.0


def _straight(picture: Picture, quarters: int) -> _Straight:
    image, dpi = picture
    width, height = image.size
    upright = Picture(image.rotate(90 * quarters, expand=True) if quarters else image, dpi)
    angle = _lie(upright).angle
    level = smoothed(turned(upright.image, angle))
    pixels = np.array(level)
    dark = ink(pixels)
    pieces = components(dark)
    found: list[Dot] = []
    if pieces is not None:
        # Tesseract would read them as letters and stops.
        strange = np.union1d(dust(pieces), rules(pieces))
        found = dots(dark, pieces.without(strange))
        for left, top, right, bottom in [*(dot.box for dot in found), *pieces.boxes(strange)]:
            pixels[max(top - _SOFT, 0) : bottom + _SOFT, max(left - _SOFT, 0) : right + _SOFT] = WHITE
    scale = max(_COARSEST / dpi, 1.0)
    ready = resized(Image.fromarray(pixels), scale)
    return _Straight(ready, found, View(width, height, dpi, quarters, angle, *ready.size, scale))


def _page(straight: _Straight, readings: list[tesseract.Reading], number: int) -> Page:
    view = straight.view
    _, _, width, height = view.straight((0, 0, view.straight_width, view.straight_height))
    return Page(
        number,
        width,
        height,
        tuple(_words(readings, view, np.asarray(straight.image))),
        tuple(_mark(dot, view) for dot in straight.dots),
        images=1.0,
    )


def _words(readings: list[tesseract.Reading], view: View, pixels: NDArray[np.uint8]) -> list[Word]:
    """The words, those of a line with boxes of one height."""
    lines = [list(members) for _, members in groupby(readings, key=attrgetter("line"))]
    dark = ink(pixels)
    found: list[Word] = []
    for line, kind in zip(lines, types(lines), strict=True):
        top, bottom = kind.base - ASCENT * kind.size, kind.base + DESCENT * kind.size
        for word in (cased(word, kind, dark, pixels) for word in respaced(line, kind, dark)):
            box = word.left, top, word.right, bottom
            left, above, right, below = view.straight(box)
            points = below - above
            found.append(
                Word(
                    word.text,
                    left,
                    above,
                    right,
                    below,
                    points / (ASCENT + DESCENT),
                    confidence=word.confidence,
                    seen=view.scanned(box),
                )
            )
    return found


def _mark(dot: Dot, view: View) -> Mark:
    scale = view.scale
    box = dot.left * scale, dot.top * scale, dot.right * scale, dot.bottom * scale
    return Mark(*view.straight(box), filled=dot.filled, seen=view.scanned(box))
