"""Drawn sentences by themselves: the same seed, the same sentence; offsets; variety."""

from collections import Counter

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.generator.sentences import sentence
from tests.fields.qualifications.offsets import faults, nodes

SEEDS = st.integers(0, 1_000_000)


@given(SEEDS)
def test_the_same_seed_gives_the_same_sentence(seed: int) -> None:
    assert sentence(seed) == sentence(seed)


@given(SEEDS)
def test_offsets_cover_the_text_and_words_stand_in_their_nodes(seed: int) -> None:
    drawn = sentence(seed)
    assert faults(drawn.expression, drawn.text) == []
    assert drawn.text.endswith(".")


@given(SEEDS)
def test_what_is_understood_agrees_with_the_tree(seed: int) -> None:
    drawn = sentence(seed)
    unread = any(node["type"] == "unread" for node in nodes(msgspec.to_builtins(drawn.expression)))
    assert drawn.understood == ("partial" if unread else "whole")


def test_sentences_differ_and_every_node_is_drawn() -> None:
    drawn = [sentence(seed) for seed in range(1_000)]
    assert len({one.text for one in drawn}) > 900
    types = Counter(node["type"] for one in drawn for node in nodes(msgspec.to_builtins(one.expression)))
    assert types.keys() == {
        *("all_of", "any_of", "experience", "service", "degree", "credential", "training", "substitution"),
        *("interpretation", "definition", "unread"),
    }
