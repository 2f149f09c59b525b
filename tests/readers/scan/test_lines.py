"""The type of lines, where their words begin and end, and with which letter; the way back to the page."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray
from PIL import Image

from spec_parser.readers.scan.letter_case import cased
from spec_parser.readers.scan.preparing import ink, turned, without_specks
from spec_parser.readers.scan.spacing import respaced
from spec_parser.readers.scan.tesseract import Reading
from spec_parser.readers.scan.type_sizes import Type, types
from spec_parser.readers.scan.view import View
from tests.readers.scan.drawing import Sheet

SIZE, TOP, LEFT = 40, 30, 20


def _word(text: str, left: int, top: int, right: int, bottom: int) -> Reading:
    return Reading(text, left, top, right, bottom, 96, (1, 1, 1))


def test_the_type_of_lines() -> None:
    lines = [
        [_word("Keeps", 0, 28, 90, 108), _word("on", 100, 47, 130, 100)],  # a capital of 72, p below the line
        [_word("One", 0, 229, 60, 301)],  # hardly other than the line above
        [_word("agog;", 0, 347, 90, 421)],  # neither stands on the line nor shows its size
    ]
    assert types(lines) == [
        Type(size=100.0, base=100.0, measured=100.0),
        Type(size=100.0, base=301.0, measured=100.0),
        Type(size=100.0, base=400.0, measured=100.0),
    ]


def _printed(text: str) -> tuple[Sheet, Type, tuple[int, int, int, int]]:
    """A printed line, its type, and the box of its ink."""
    sheet = Sheet(900, 120)
    sheet.text(LEFT, TOP, text, SIZE)
    capital = Sheet(100, 120)
    capital.text(LEFT, TOP, "H", SIZE)
    rows = np.nonzero(capital.ink.any(axis=1))[0]
    columns = np.nonzero(sheet.ink.any(axis=0))[0] if text else np.array([LEFT])
    base, size = float(rows[-1] + 1), (rows[-1] + 1 - rows[0]) / 0.72
    return sheet, Type(size, base, size), (int(columns[0]), TOP, int(columns[-1]) + 1, int(base))


@pytest.mark.parametrize(
    ("printed", "read", "expected"),
    [
        ("A landing:", ["Alanding:"], ["A", "landing:"]),
        ("CL  -  14", ["CL-14"], ["CL", "-", "14"]),
        ("$47.04-$64.14", ["$47", ".04-$64.14"], ["$47.04-$64.14"]),
        ("(02)-MANAGERIAL", ["(02)-", "MANAGERIAL"], ["(02)-MANAGERIAL"]),
        ("on land", ["on", "land"], ["on", "land"]),
        ("11/11/2011", ["11/11/2011"], ["11/11/2011"]),
        ("106 418", ["106", "418"], ["106", "418"]),
    ],
)
def test_words_begin_and_end_where_the_paper_is_blank(printed: str, read: list[str], expected: list[str]) -> None:
    sheet, kind, (left, top, right, bottom) = _printed(printed)
    width = (right - left) / sum(map(len, read))
    words = []
    for text in read:
        end = left + width * len(text)
        words.append(_word(text, round(left), top, round(end), bottom))
        left = end  # type: ignore[assignment]
    found = respaced(words, kind, sheet.ink)
    assert [word.text for word in found] == expected
    assert [word.left for word in found] == sorted(word.left for word in found)


@given(
    text=st.text("ab1.$", min_size=1, max_size=6),
    columns=st.lists(st.booleans(), min_size=40, max_size=40),
    torn=st.integers(0, 6),
)
def test_no_character_is_lost_whatever_the_paper_shows(text: str, columns: list[bool], torn: int) -> None:
    pieces = [piece for piece in (text[:torn], text[torn:]) if piece]
    width = 40 // len(pieces)
    words = [_word(piece, width * place, 0, width * (place + 1), 10) for place, piece in enumerate(pieces)]
    found = respaced(words, Type(10.0, 10.0, 10.0), np.array([columns] * 12))
    assert "".join(word.text for word in found) == text
    assert all(word.text and word.left < word.right for word in found)


@pytest.mark.parametrize(
    ("printed", "read", "expected"),
    [
        ("Incumbents", "incumbents", "Incumbents"),
        ("incumbents", "incumbents", "incumbents"),
        ("state", "State", "state"),
        ("State", "State", "State"),
        ("session", "Session", "session"),
        ("SALARY", "SALARY", "SALARY"),
        ("i", "i", "i"),
        ("", "in", "in"),
    ],
)
def test_a_word_begins_with_a_capital_if_it_is_printed_so(printed: str, read: str, expected: str) -> None:
    sheet, kind, box = _printed(printed)
    assert cased(_word(read, *box), kind, sheet.ink, sheet.pixels).text == expected


@given(
    dark=arrays.arrays(bool, (14, 16)),
    text=st.sampled_from(["in", "So", "Sa", "Od", "ib"]),
    columns=st.tuples(st.integers(0, 15), st.integers(1, 12)),
    kind=st.tuples(st.floats(1, 30), st.floats(-5, 30)),
)
def test_only_the_case_of_a_letter_changes_whatever_the_paper_shows(
    dark: NDArray[np.bool_], text: str, columns: tuple[int, int], kind: tuple[float, float]
) -> None:
    gray = np.where(dark, 30, 220).astype(np.uint8)
    (left, width), (size, base) = columns, kind
    word = _word(text, left, 0, left + width, 14)
    found = cased(word, Type(size, base, size), dark, gray)
    assert found in (word, word._replace(text=text[0].swapcase() + text[1:]))


def test_pixels_like_none_around_them_are_specks() -> None:
    gray = np.full((5, 6), 250, np.uint8)
    gray[1, 1] = 0
    gray[3, 3:5] = 0
    clean = gray.copy()
    clean[1, 1] = 250
    assert without_specks(gray).tolist() == clean.tolist()


def test_ink_is_what_is_darker_than_the_brightness_that_divides_best() -> None:
    gray = np.array([[40, 60, 200], [210, 50, 220]], np.uint8)
    assert ink(gray).tolist() == [[True, True, False], [False, True, False]]


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("angle", [0.0, 3.0, -7.5])
@settings(max_examples=20)
@given(x=st.integers(20, 100), y=st.integers(20, 160))
def test_the_way_back_to_the_page(quarters: int, angle: float, x: int, y: int) -> None:
    """A dot of the page is found again in the straight image, and where it is found leads back to it."""
    page = Image.new("L", (120, 180), 255)
    page.putpixel((x, y), 0)
    upright = page.rotate(90 * quarters, expand=True)
    straight = turned(upright, angle)
    darkest = int(np.asarray(straight).argmin())
    down, across = divmod(darkest, straight.width)
    view = View(120, 180, 72.0, quarters, angle, *straight.size, 1.0)
    left, top, right, bottom = view.scanned((across, down, across + 1, down + 1))
    assert (left + right) / 2 == pytest.approx(x + 0.5, abs=1.5)
    assert (top + bottom) / 2 == pytest.approx(y + 0.5, abs=1.5)
