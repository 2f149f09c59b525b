"""What differs between two contents, as cases and for whatever Hypothesis thinks of."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.differences import Difference, differences
from tests.cases import cases

_LEAVES = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", "b", "keeps logs", "keeps the logs"])
_JSON = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["a", "b/c", "~"]), inner, max_size=3),
    max_leaves=12,
)


@pytest.mark.parametrize("case", cases(__file__))
def test_differences(case: dict[str, Any]) -> None:
    found = [list(one) for one in differences(case["one"], case["other"])]
    assert found == case["differences"]


@given(_JSON)
def test_a_content_does_not_differ_from_itself(content: Any) -> None:
    assert differences(content, content) == ()


@given(_JSON, _JSON)
def test_differences_are_the_same_seen_from_the_other_side(one: Any, other: Any) -> None:
    there = {(back.other_pointer is None, back.pointer is None) for back in differences(other, one)}
    assert {(found.pointer is None, found.other_pointer is None) for found in differences(one, other)} == there


@given(_JSON, _JSON)
def test_every_pointer_leads_to_its_value(one: Any, other: Any) -> None:
    for found in differences(one, other):
        _check(one, found.pointer, found.value)
        _check(other, found.other_pointer, found.other_value)


def _check(content: Any, pointer: str | None, value: Any) -> None:
    if pointer is None:
        assert value is None
        return
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        content = content.get(key) if isinstance(content, dict) else content[int(key)]
    assert content == value


@given(st.lists(st.text("ab ", max_size=12), max_size=8), st.lists(st.text("ab ", max_size=12), max_size=8))
def test_a_list_can_be_made_from_the_other_by_its_differences(one: list[str], other: list[str]) -> None:
    found = differences(one, other)
    removed = {int((d.pointer or "")[1:]) for d in found if d.other_pointer is None}
    changed = {int((d.pointer or "")[1:]): d.other_value for d in found if d.pointer and d.other_pointer}
    kept = [changed.get(index, entry) for index, entry in enumerate(one) if index not in removed]
    for d in sorted((d for d in found if d.pointer is None), key=lambda d: int((d.other_pointer or "")[1:])):
        kept.insert(int((d.other_pointer or "")[1:]), d.other_value)
    assert kept == other


def test_a_difference_names_both_places() -> None:
    assert differences({"a": [1]}, {"a": [1, 2]}) == (Difference(None, "/a/1", None, 2),)
