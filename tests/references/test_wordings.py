"""Patterns that are tried only where they can match find what a search finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.needed import small
from spec_parser.profiles.loading import load
from spec_parser.references.wordings import Ending, Somewhere, has_any, shortest

WORDS = load("us-ct").references
INTRODUCTIONS = [one.pattern for one in WORDS.introductions]
# One of what they begin with stands within another, or begins it.
NESTED = ["(?:reclass|class|classes) of ", "(?:train|trains a|trains the|at a|at the) "]
THINGS = [*WORDS.bargaining_units, *WORDS.licences, "Any", "x?"]
# What the patterns are made of, and letters that count as other ones where capitals do not.
PARTS = sorted(
    {
        word
        for pattern in (*INTRODUCTIONS, *NESTED, *THINGS)
        for word in re.findall(r"[A-Za-z]+", pattern)
        if len(word) > 1
    }
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(PARTS), st.sampled_from(["An", "THE", "NP-2", "P-4 ", "mis", "ſ", "İ", "ı", "K", ".", ""])
    ),
    max_size=10,
).flatmap(lambda words: st.sampled_from([" ".join(words), " ".join(words) + " ", "".join(words)]))


@pytest.mark.property
@given(TEXTS, st.sampled_from([*INTRODUCTIONS, *NESTED, "The ", "[a-z]+ of "]))
def test_a_text_ends_as_a_search_says(text: str, pattern: str) -> None:
    assert Ending(pattern).ends(text, small(text)) == (re.search(f"(?i:{pattern})$", text) is not None)


@pytest.mark.property
@given(TEXTS, st.lists(st.sampled_from(THINGS), max_size=3))
def test_what_a_search_finds_is_found(text: str, patterns: list[str]) -> None:
    assert Somewhere(patterns).finds(text) == any(re.search(pattern, text) is not None for pattern in patterns)


@given(st.lists(st.text("ab", max_size=3), max_size=6), st.text("ab", max_size=6))
def test_the_shortest_strings_stand_where_any_does(strings: list[str], text: str) -> None:
    assert has_any(text, shortest(strings)) == any(string in text for string in strings)


def test_each_introduction_ends_a_text() -> None:
    texts = {
        "level": "experience accepted at the level of a ",
        "distinguished_from": "It is Distinguished from that of the ",
        "experience": "two years of employment as an ",
        "supervised_by": "under the direction of a ",
        "promotion": "promoted to the class of ",
        "supervises": "supervises two ",
        "class": "in the classes of the ",
    }
    for relation, text in texts.items():
        found = [one for one in WORDS.introductions if Ending(one.pattern).ends(text, small(text))]
        assert [one.relation for one in found][:1] == [relation]
