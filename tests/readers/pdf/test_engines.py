"""Both engines give the same page: cases of what one page holds, and the real files."""

from collections.abc import Sequence
from typing import Any

import pytest

from spec_parser.limits import DEFAULT
from spec_parser.readers.page.model import Mark, Rule
from spec_parser.readers.pdf import pdfium, plumber
from tests.cases import cases
from tests.readers.pdf.drawing import pdf, text

_ENGINES = {"pdfium": pdfium, "pdfplumber": plumber}
# Engines differ in which advance they take for a character, and in whether a line's width belongs to it.
_NEAR = 4.0


@pytest.mark.parametrize("engine", list(_ENGINES))
@pytest.mark.parametrize("case", cases(__file__, "engines"))
def test_page(case: dict[str, Any], engine: str) -> None:
    data = pdf([case["content"]], **{key: case[key] for key in ("media", "crop", "rotate") if key in case})
    (page,) = _ENGINES[engine].pages(data, DEFAULT)
    assert [word.text for word in page.words] == [text for text, *_ in case["words"]]
    for word, (_, left, right, height) in zip(page.words, case["words"], strict=True):
        begin, top, end, bottom = word.seen or (word.left, word.top, word.right, word.bottom)
        assert abs(begin - left) < 1
        assert abs(end - right) < _NEAR
        assert top < height < bottom
        if "base" in case:
            assert abs((word.base or 0) - case["base"]) < 0.1
    for name in ("bold", "monospaced"):
        if name in case:
            assert [getattr(word, name) for word in page.words] == case[name]
    if "sizes" in case:
        assert [round(word.size, 1) for word in page.words] == case["sizes"]
    _assert_near(page.marks, case.get("marks", []))
    _assert_near(page.rules, case.get("rules", []))


@pytest.mark.parametrize(("matrix", "x", "y"), [("0 1 -1 0", 92, 100), ("-1 0 0 -1", 512, 92), ("0 -1 1 0", 520, 692)])
def test_a_page_that_shows_its_text_sideways_is_turned_alike(matrix: str, x: float, y: float) -> None:
    content = text(x, y, "Harbor Master", matrix=matrix) + " 400 400 100 0.75 re f 300 300 3 3 re f"
    (first,), (second,) = (engine.pages(pdf([content]), DEFAULT) for engine in _ENGINES.values())
    assert (second.width, second.height) == (first.width, first.height)
    assert [round(word.left) for word in second.words] == [100, 133]
    for one, other in zip(first.words, second.words, strict=True):
        assert one.seen is not None
        assert other.seen is not None
        assert max(abs(a - b) for a, b in zip(one.seen + one[1:5], other.seen + other[1:5], strict=True)) < 2
    assert [(mark[:4], mark.seen) for mark in second.marks] == [(mark[:4], mark.seen) for mark in first.marks]
    _assert_near(second.rules, sorted(list(rule[:4]) for rule in first.rules))


def _assert_near(found: Sequence[Mark | Rule], expected: list[list[float]]) -> None:
    """Shapes are where they should be, in whatever order, but for half the width of the line that draws them."""
    boxes = sorted(([round(side, 1) for side in shape[:4]] for shape in found), key=lambda box: list(map(round, box)))
    assert len(boxes) == len(expected), boxes
    for box, due in zip(boxes, expected, strict=True):
        assert all(abs(side - wanted) <= 0.6 for side, wanted in zip(box, due, strict=True)), (box, due)
