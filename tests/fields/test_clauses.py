"""Clauses of a text by their letters and numbers."""

import pytest

from spec_parser.fields.clauses import clauses


@pytest.mark.parametrize(
    ("text", "expected", "alternatives"),
    [
        (
            "Either (a) two years as a warden or (b) one as a ranger.",
            ["two years as a warden", "one as a ranger."],
            True,
        ),
        ("(1) boats; (2) oars; (3) ropes.", ["boats", "oars", "ropes."], False),
        ("two (2) years and three (3) months.", [], False),
        ("(1) (2) the ropes", [], False),
    ],
)
def test_clauses_have_a_letter_each_and_a_text(text: str, expected: list[str], *, alternatives: bool) -> None:
    found = clauses(text)
    assert ([text[slice(*place.text)] for place in found.places], found.alternatives) == (expected, alternatives)
