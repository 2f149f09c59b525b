"""Lines, their order and their evidence from words on pages."""

from typing import Any

import pytest

from tests.cases import cases
from tests.readers.page.harness import lines


@pytest.mark.parametrize(
    "case", cases(__file__, "flow", "columns", "items", "furniture", "hyphens", "labels", "letters")
)
def test_layout(case: dict[str, Any]) -> None:
    assert lines(case) == case["lines"].replace("~", "\u00ad").rstrip("\n").split("\n")
