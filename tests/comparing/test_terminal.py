"""What people at a terminal are told, all of it."""

from typing import Any

import pytest

from spec_parser.comparing.terminal import Look, lines
from tests.cases import cases
from tests.comparing.specimens import comparison


@pytest.mark.parametrize("case", cases(__file__, "terminal"))
def test_text(case: dict[str, Any]) -> None:
    found = comparison(case.get("first", ()), case.get("edits", ()))
    assert "\n".join(lines(found, Look(colours=case.get("colours", False), width=80))) == case["shown"].rstrip("\n")
