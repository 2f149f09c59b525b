"""What must stand in a text for a pattern to match in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.needed import needed, small

CASES = [
    ("law", {"law"}),
    ("\\bLaw degree\\b", {"law degree"}),
    ("law(?=x)s", {"laws"}),
    ("laws?", {"law"}),
    ("licen[sc]e", {"licen"}),
    ("law|degree", {"law", "degree"}),
    ("(?:law|)degree", {"degree"}),
    ("(?:law|) ", {" "}),
    ("(?:law|x?)", None),
    ("(?i:law|act) of", {"law", "act"}),
    ("a(?:bc)+d", {"bc"}),
    ("a(?:bc)*d", {"a"}),
    ("[A-Z]-\\d", {"-"}),
    ("(x)\\1", {"x"}),
    ("[ab]", None),
    ("\\w+", None),
    ("", None),
]


@pytest.mark.parametrize(("pattern", "found"), CASES)
def test_a_pattern_needs(pattern: str, found: set[str] | None) -> None:
    assert needed(pattern) == (None if found is None else frozenset(found))


@pytest.mark.property
@given(st.sampled_from(CASES), st.text("lawdegrLAWſıİxbc -1of", max_size=20))
def test_a_text_without_it_has_no_match(case: tuple[str, set[str] | None], text: str) -> None:
    pattern, strings = case
    plain = small(text)
    assert plain is None or len(plain) == len(text)
    if plain is not None and strings is not None and not any(string in plain for string in strings):
        assert re.search(f"(?i:{pattern})", text) is None
