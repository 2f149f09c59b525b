"""Rules on texts that mean harm: time grows with the size, and all that is found is told and mended."""

import pytest

from benchmarks.shapes import SHAPES
from spec_parser import parse
from spec_parser.rules.checking import check
from spec_parser.rules.mending import edits_of, fitting
from tests.effort import least_seconds
from tests.rules.harness import PROFILE, judged

_SIZE = 15_000
_TAIL = "\n\nSUPERVISION EXERCISED\n\nLeads others.\n\nSUPERVISION RECEIVED\n\nWorks under a warden.\n"
_ALIKE = "  • Prunes the {0} trees and {1} ladders of orchard {2};\n"
_SHAPES = {
    **{name: shape(_SIZE) for name, shape in SHAPES.items()},
    "words that stand twice": f"EXAMPLES OF DUTIES\n\n{'the ' * (_SIZE // 4)}{_TAIL}",
    "items that are alike": "EXAMPLES OF DUTIES\n\n"
    + "".join(_ALIKE.format(number, number * 7, number * 13) for number in range(_SIZE // 50))
    + _TAIL,
}
_ENOUGH = 0.4
"""Seconds for a text longer than any specification; what grows with the square takes many times as long."""


@pytest.mark.parametrize("text", _SHAPES.values(), ids=_SHAPES)
def test_time_grows_with_the_size(text: str) -> None:
    parsed = parse(text)
    assert least_seconds(lambda: check(parsed, PROFILE), _ENOUGH) <= _ENOUGH
    notices = judged(parsed)
    assert least_seconds(lambda: edits_of(fitting(notices, unsafe=True)), _ENOUGH) <= _ENOUGH
