"""The case files by themselves: every tree is one of the schema, and says nothing that its sentence does not."""

from typing import Any

import msgspec
import pytest

from tests.fields.qualifications.harness import KINDS, Case, cases, parameters, statement
from tests.fields.qualifications.offsets import nodes, words
from tests.fields.qualifications.short_form import expanded, shortened

ALL = parameters(expect_failures=False)
PROPERTIES = {"text", "lines", "expression", "understood", "not_yet"}


@pytest.mark.parametrize("case", ALL)
def test_a_case_is_a_text_and_a_tree_of_the_schema(case: Case) -> None:
    assert case.keys() <= PROPERTIES
    assert len(case.keys() & {"text", "lines"}) == 1
    assert case.get("understood") in (None, "partial", "text")
    if "expression" in case:
        tree = expanded(case["expression"])
        assert _without_says(shortened(tree, "")) == _without_says(case["expression"])


@pytest.mark.parametrize("case", ALL)
def test_what_is_not_read_and_what_is_understood_agree(case: Case) -> None:
    told = [node["type"] for node in nodes(case["expression"])] if "expression" in case else []
    assert case.get("understood", "whole") == ("text" if not told else "partial" if "unread" in told else "whole")


@pytest.mark.parametrize("case", ALL)
def test_a_node_has_words_of_its_own_stretch_only(case: Case) -> None:
    for node in nodes(case["expression"]) if "expression" in case else ():
        stretch = str(node.get("says", statement(case).text))
        assert stretch in statement(case).text
        assert [word for word in words(node) if word not in stretch] == []


def test_no_sentence_stands_twice() -> None:
    texts = [statement(case).text for kind in KINDS for case in cases(kind)]
    assert len(set(texts)) == len(texts)


def test_a_tree_that_the_schema_does_not_know_is_told() -> None:
    with pytest.raises(msgspec.ValidationError, match="wishes"):
        expanded({"type": "experience", "wishes": "many"})


def _without_says(short: Any) -> Any:
    if isinstance(short, list):
        return [_without_says(one) for one in short]
    if not isinstance(short, dict):
        return short
    return {name: _without_says(value) for name, value in short.items() if name != "says"}
