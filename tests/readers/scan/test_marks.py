"""Bullets, specks and ruled lines among the ink of a page."""

import numpy as np

from spec_parser.readers.scan.components import components
from spec_parser.readers.scan.dust import dust, rules
from spec_parser.readers.scan.marks import Dot, dots
from tests.readers.scan.drawing import Sheet


def _dots(sheet: Sheet) -> list[Dot]:
    pieces = components(sheet.ink)
    assert pieces is not None
    return sorted(dots(sheet.ink, pieces))


def test_round_and_square_bullets_before_text() -> None:
    sheet = Sheet(700, 300)
    filled, ring, square = (60, 52, 68, 60), (90, 91, 100, 101), (60, 132, 68, 140)
    sheet.circle(filled, filled=True)
    sheet.text(90, 40, "Keeps the orchards of the valley;")
    sheet.circle(ring, filled=False)
    sheet.text(120, 80, "in spring and in autumn;")
    sheet.box(square)
    sheet.text(90, 120, "Counts the windfalls.")
    assert _dots(sheet) == [Dot(*filled, filled=True), Dot(*square, filled=True), Dot(*ring, filled=False)]


def test_no_letter_stop_or_dot_of_an_i_is_a_bullet() -> None:
    sheet = Sheet(900, 400)
    sheet.text(60, 40, "i o . a tree: it is. Sec. 5-196 · in oak, elm")
    sheet.text(60, 80, "a. a lettered clause")
    sheet.text(60, 120, "o         far from its text, and a letter")
    sheet.text(60, 160, "State   of   the   valley")
    found = _dots(sheet)
    assert [dot.top // 40 for dot in found] == [3], "a lone o far before its text is a bullet, nothing else is"
    assert [dot.filled for dot in found] == [False]


def test_a_bullet_without_text_behind_it_is_none() -> None:
    sheet = Sheet(700, 200)
    sheet.text(60, 40, "Keeps the orchards of the valley")
    sheet.circle((60, 150, 68, 158), filled=True)
    assert _dots(sheet) == []


def test_specks_far_from_letters() -> None:
    sheet = Sheet(700, 200)
    sheet.text(60, 40, "It is. Keeps, counts; mends: i")
    specks = [(500, 50, 502, 52), (300, 120, 301, 121)]
    for speck in specks:
        sheet.box(speck)
    pieces = components(sheet.ink)
    assert pieces is not None
    assert pieces.boxes(dust(pieces)) == sorted(specks, key=lambda box: box[1])


def test_a_broken_rule_below_a_header() -> None:
    sheet = Sheet(900, 200)
    sheet.text(60, 40, "EFFECTIVE DATE - it is here.")
    parts = [(60 + 20 * number, 80 + number % 2, 76 + 20 * number, 82 + number % 2) for number in range(35)]
    for part in parts:
        sheet.box(part)
    pieces = components(sheet.ink)
    assert pieces is not None
    assert sorted(pieces.boxes(rules(pieces))) == parts


def test_an_empty_page_has_none_of_them() -> None:
    pieces = components(np.zeros((20, 20), bool))
    assert pieces is not None
    assert dots(np.zeros((20, 20), bool), pieces) == []
    assert dust(pieces).tolist() == []
    assert rules(pieces).tolist() == []
