"""The connected pieces of ink of an image: letters, dots, bullets, lines."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]

# An image with more runs of ink than this is no page of text: its pieces are not looked for.
_MOST_RUNS = 1_000_000
# Pieces of up to so many pixels' height may be grain; pieces so many times wider than high are rules.
_GRAIN, _RULE = 3, 20


class Components(NamedTuple):
    """The pieces of ink, an entry a piece: its box in pixels, half open, and how many pixels of it are ink."""

    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    area: Numbers

    def boxes(self, places: NDArray[np.intp]) -> list[tuple[int, int, int, int]]:
        """The left, top, right and bottom edges of some pieces."""
        return [tuple(edges) for edges in np.stack(self[:4], axis=1)[places].tolist()]

    def without(self, places: NDArray[np.intp]) -> "Components":
        """The other pieces."""
        return Components(*(np.delete(column, places) for column in self))


def is_letter(pieces: Components) -> NDArray[np.bool_]:
    """Which pieces may be letters, by their form."""
    height = pieces.bottom - pieces.top
    return (height > _GRAIN) & (pieces.right - pieces.left < _RULE * height)


def letter_height(pieces: Components) -> float:
    """The usual height of a letter in pixels, about that of a small one; 0 where there are none."""
    heights = (pieces.bottom - pieces.top)[is_letter(pieces)]
    return float(np.median(heights)) if len(heights) else 0.0


def components(ink: NDArray[np.bool_]) -> Components | None:
    """The pieces of an image whose ink is True; pixels that touch at a corner belong together.

    Gives None for an image of nothing but noise.
    """
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, first = np.nonzero(edges == 1)
    past = np.nonzero(edges == -1)[1]
    if len(row) > _MOST_RUNS:
        return None
    piece = _united(len(row), *_touching(row, first, past, ink.shape[1] + 1))
    roots, label = np.unique(piece, return_inverse=True)
    count = len(roots)
    left, top = np.full(count, ink.shape[1], np.int32), np.full(count, ink.shape[0], np.int32)
    right, bottom = np.zeros(count, np.int32), np.zeros(count, np.int32)
    np.minimum.at(left, label, first)
    np.minimum.at(top, label, row)
    np.maximum.at(right, label, past)
    np.maximum.at(bottom, label, row + 1)
    area = np.bincount(label, weights=past - first, minlength=count).astype(np.int32)
    return Components(left, top, right, bottom, area)


def _touching(
    row: NDArray[np.intp], first: NDArray[np.intp], past: NDArray[np.intp], stride: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The pairs of runs of ink that touch: each run with those of the next row that overlap it."""
    below = (row + 1) * stride
    begin = np.searchsorted(row * stride + past, below + first, "left")
    end = np.searchsorted(row * stride + first, below + past, "right")
    counts = np.maximum(end - begin, 0)
    upper = np.repeat(np.arange(len(row)), counts)
    within = np.arange(len(upper)) - np.repeat(np.cumsum(counts) - counts, counts)
    return upper, np.repeat(begin, counts) + within


def _united(count: int, one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.intp]:
    """For each run the lowest number among all that it is connected with."""
    root = np.arange(count)
    while True:
        low = np.minimum(root[one], root[other])
        high = np.maximum(root[one], root[other])
        apart = low != high
        if not apart.any():
            return root
        one, other = one[apart], other[apart]
        np.minimum.at(root, high[apart], low[apart])
        while not np.array_equal(root, shorter := root[root]):
            root = shorter
