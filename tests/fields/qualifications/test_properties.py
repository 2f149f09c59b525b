"""What holds of any text, made of the words that qualifications are made of."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import to_builtins

from spec_parser.fields.qualifications.reader import LONGEST
from tests.effort import least_seconds
from tests.fields.qualifications.harness import read, texts
from tests.properties.expressions import check, nodes

_TEXTS = texts()
_WORDS = sorted({word for text in _TEXTS for word in re.findall(r"\w+|[^\w\s]", text)})
_PARTS = sorted({part for text in _TEXTS for part in re.split(r"(?<=[;:,.]) | (?=may |must |or |and |of )", text)})
_any_texts = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join),
    st.lists(st.sampled_from(_PARTS), min_size=1, max_size=6).map(" ".join),
    st.tuples(st.sampled_from(_TEXTS), st.integers(0, 200), st.integers(0, 12), st.sampled_from(["", *_WORDS])).map(
        lambda edit: edit[0][: edit[1]] + edit[3] + edit[0][edit[1] + edit[2] :]
    ),
    st.text(max_size=60),
)


@given(_any_texts, st.lists(st.integers(0, 200), max_size=4))
@example("OR", [])
@example("İ years of experience in İstanbul or surveying.", [])
@example("one of the following: ; ; or", [3, 1])
def test_any_text_is_read_and_its_nodes_stand_where_they_say(text: str, breaks: list[int]) -> None:
    text = " ".join(text.split())
    found = read(text, tuple(sorted(set(breaks))))
    if found.expression is None:
        assert found.understood == "text"
        return
    tree = to_builtins(found.expression)
    check(tree, text)
    unread = any(node["type"] == "unread" for node in nodes(tree))
    assert found.understood == ("partial" if unread else "whole")
    top = text[tree["end"] :]
    assert not re.search(r"\w", top), "what is understood whole leaves no word out"
    assert not re.search(r"\w", text[: tree["start"]])


@pytest.mark.parametrize(
    "sentences",
    [
        "Two (2) years of experience in a, b or (a) c; OR of the following: x and y in d, e. ",
        "One of the following: Two (2) years of experience in piers. ",
        "Two years of experience in a, and two years in b or ",
        "a, b and c or d, (e ",
        "(a) one of the following: (1) x; (2) y; (b) ",
        "1. two (2) years; 2. three years of which; ",
    ],
)
def test_time_grows_no_faster_than_a_text(sentences: str) -> None:
    read("Two (2) years of experience in piers.")  # grammars are loaded

    def seconds(length: int, enough: float) -> float:
        marks = iter(range(100))  # a text that was read before would be remembered
        return least_seconds(lambda: read((sentences * 200)[: length - 3] + f" {next(marks)}"), enough)

    short = seconds(LONGEST // 8, 0)
    assert seconds(LONGEST, 16 * short) <= 16 * short
