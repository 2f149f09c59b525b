"""The connected pieces of ink."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from spec_parser.readers.scan.components import Components, components, letter_height
from tests.readers.scan.drawing import art


class Piece(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int
    area: int


def _pieces(found: Components | None) -> list[Piece]:
    assert found is not None
    return sorted(Piece(*map(int, row)) for row in np.stack(found, axis=1))


def test_pieces_that_touch_at_a_corner_are_one() -> None:
    ink = art(
        [
            "##...#",
            "..#...",
            ".....#",
            "#.#..#",
            "###...",
        ]
    )
    assert _pieces(components(ink)) == [
        Piece(0, 0, 3, 2, 3),
        Piece(0, 3, 3, 5, 5),
        Piece(5, 0, 6, 1, 1),
        Piece(5, 2, 6, 4, 2),
    ]


def test_a_spiral_is_one_piece() -> None:
    ink = art(
        [
            "#######",
            "......#",
            "#####.#",
            "#...#.#",
            "#.###.#",
            "#.....#",
            "#######",
        ]
    )
    assert _pieces(components(ink)) == [Piece(0, 0, 7, 7, 31)]


def test_paper_has_no_pieces() -> None:
    assert _pieces(components(np.zeros((4, 5), bool))) == []


def test_nothing_but_grain_is_not_taken_apart() -> None:
    grain = np.indices((1500, 1500)).sum(axis=0) % 2 == 0
    assert components(grain) is None


@given(arrays.arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12))))
def test_pieces_are_those_that_a_flood_finds(ink: NDArray[np.bool_]) -> None:
    assert _pieces(components(ink)) == sorted(_flooded(ink))


def _flooded(ink: NDArray[np.bool_]) -> Iterator[Piece]:
    left = {(int(y), int(x)) for y, x in zip(*np.nonzero(ink), strict=True)}
    while left:
        open_ones = [left.pop()]
        piece = list(open_ones)
        while open_ones:
            y, x = open_ones.pop()
            near = {(y + down, x + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= near
            open_ones += near
            piece += near
        down, across = zip(*piece, strict=True)
        yield Piece(min(across), min(down), max(across) + 1, max(down) + 1, len(piece))


def test_the_usual_height_leaves_grain_and_rules_out() -> None:
    pieces = Components(*(np.array(column, np.int32) for column in zip(
        (0, 0, 1, 1, 1),
        (0, 10, 8, 20, 60),
        (10, 10, 18, 22, 80),
        (20, 10, 28, 20, 60),
        (30, 0, 230, 4, 800),
        strict=True,
    )))  # fmt: skip
    assert letter_height(pieces) == 10.0
    assert letter_height(pieces.without(np.arange(5))) == 0.0
