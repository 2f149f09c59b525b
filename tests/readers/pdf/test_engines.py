"""Both engines give the same page: cases of what one page holds, and the real files."""

from collections.abc import Sequence
from typing import Any

import pytest

from spec_parser.limits import DEFAULT
from spec_parser.readers.page.model import Mark, Rule
from spec_parser.readers.pdf import pdfium, plumber
from tests.cases import cases
from tests.readers.pdf.drawing import pdf

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


def _assert_near(found: Sequence[Mark | Rule], expected: list[list[float]]) -> None:
    """Shapes are where they should be, in whatever order, but for half the width of the line that draws them."""
    boxes = sorted(([round(side, 1) for side in shape[:4]] for shape in found), key=lambda box: list(map(round, box)))
    assert len(boxes) == len(expected), boxes
    for box, due in zip(boxes, expected, strict=True):
        assert all(abs(side - wanted) <= 0.6 for side, wanted in zip(box, due, strict=True)), (box, due)
