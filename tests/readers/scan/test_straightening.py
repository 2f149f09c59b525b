"""How the text of a page lies."""

import numpy as np
import pytest
from PIL import Image

from spec_parser.readers.scan.preparing import turned, without_edges
from spec_parser.readers.scan.straightening import UPRIGHT, lie
from tests.readers.scan.drawing import WHITE, Sheet

_LINES = (
    "Keeps the orchards of the valley and the walls about them;",
    "Counts the windfalls by tree and by day, and writes them down;",
    "Answers for the ladders, baskets and twine of the district;",
    "Does other work of the kind.",
)


def _page() -> Image.Image:
    sheet = Sheet(900, 700)
    for number in range(12):
        sheet.text(80, 60 + 40 * number, _LINES[number % len(_LINES)])
    return sheet.image


@pytest.mark.parametrize("angle", [-9.0, -2.0, -0.5, 0.5, 2.0, 7.3])
def test_the_angle_of_a_page_askew(angle: float) -> None:
    askew = turned(_page(), -angle)
    found = lie(np.asarray(askew) < WHITE // 2)
    assert not found.sideways
    assert found.angle == pytest.approx(angle, abs=0.1)


def test_a_straight_page_is_left_as_it_is() -> None:
    assert lie(np.asarray(_page()) < WHITE // 2) == UPRIGHT


@pytest.mark.parametrize("quarter", [90, 270])
def test_lines_that_run_up_or_down_the_page(quarter: int) -> None:
    found = lie(np.asarray(_page().rotate(quarter, expand=True)) < WHITE // 2)
    assert found.sideways


def test_an_empty_page_lies_upright() -> None:
    assert lie(np.zeros((40, 40), bool)) == UPRIGHT


def test_the_dark_lid_around_a_page_askew_is_taken_away() -> None:
    askew = np.asarray(turned(_page(), -2.0))
    scanned = np.pad(askew, 40, constant_values=20)
    clean = without_edges(scanned)
    assert lie(clean < WHITE // 2).angle == pytest.approx(2.0, abs=0.1)
    assert not (clean[:40] < WHITE).any()
    assert ((clean[40:-40, 40:-40] < WHITE // 2) == (askew < WHITE // 2)).all()


def test_an_image_that_is_mostly_dark_is_left_as_it_is() -> None:
    dark = np.full((60, 60), 20, np.uint8)
    dark[20:40, 20:40] = WHITE
    assert (without_edges(dark) == dark).all()
