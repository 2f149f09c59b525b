"""What of a page is read by itself: cases of pages with ruled lines and gaps."""

from typing import Any

import pytest

from spec_parser.readers.page.grid import grid
from spec_parser.readers.page.model import Mark, Page, Rule, Word
from spec_parser.readers.page.tables import regions
from tests.cases import cases
from tests.effort import least_seconds

_SIZE = 10.0
_WIDTH = 5.0


@pytest.mark.parametrize("case", cases(__file__, "regions"))
def test_regions(case: dict[str, Any]) -> None:
    found = regions(_page(case))
    assert [" ".join(word.text for word in region.page.words) for region in found] == case["regions"]
    assert [region.is_row for region in found] == [str(text).startswith("|") for text in case["regions"]]


def test_a_page_of_nothing_but_lines_takes_no_time() -> None:
    rules = [Rule(0, at, 600, at) for at in range(0, 6000, 5)] + [Rule(at, 0, at, 6000) for at in range(0, 600, 5)]
    assert grid(rules) is None
    assert least_seconds(lambda: grid(rules), enough=1) <= 1


def test_the_largest_grid_is_read_in_time() -> None:
    down, across = [5.0 * at for at in range(150)], [12.0 * at for at in range(50)]
    rules = [Rule(0, at, 588, at) for at in down] + [Rule(at, 0, at, 745) for at in across]
    words = tuple(word for at in down[:-1] for word in _words("1", 12 * (at % 40) + 2, at + 1))
    page = Page(1, 600, 800, words, (), tuple(rules))
    found = regions(page)
    assert least_seconds(lambda: regions(page), enough=2) <= 2
    assert sum(len(region.page.words) for region in found) >= len(words)


def test_bars_stand_where_the_edges_of_cells_do() -> None:
    case = {
        "words": [["A", 52, 52], ["B", 102, 52], ["C", 152, 52], ["D", 52, 72], ["E", 102, 72], ["F", 152, 72]],
        "grid": {"across": [50, 100, 150, 200], "down": [50, 70, 90]},
    }
    row, _ = regions(_page(case))
    assert [word.left + word.right for word in row.page.words if word.text == "|"] == [100, 200, 300, 400]


def _page(case: dict[str, Any]) -> Page:
    lines = case.get("grid", {"across": [], "down": []})
    across, down = lines["across"], lines["down"]
    rules = [Rule(across[0], at, across[-1], at) for at in down] + [Rule(at, down[0], at, down[-1]) for at in across]
    rules.extend(Rule(*rule) for rule in case.get("rules", ()))
    words = tuple(word for text, left, top in case["words"] for word in _words(str(text), left, top))
    marks = tuple(Mark(left, top, right, bottom, filled=True) for left, top, right, bottom in case.get("marks", ()))
    return Page(1, 612, 792, words, marks, tuple(rules))


def _words(text: str, left: float, top: float) -> list[Word]:
    bold, text = text.startswith("*"), text.removeprefix("*")
    found = []
    for part in text.split():
        right = left + _WIDTH * len(part)
        found.append(Word(part, left, top, right, top + _SIZE, _SIZE, bold))
        left = right + _WIDTH
    return found
