"""The changes between two contents: as cases, and for whatever Hypothesis thinks of."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spec_parser.differences import Change, Edit, apply, diff, edits, reverse, wording
from spec_parser.differences.applying import OtherContentError
from tests.cases import cases
from tests.differing.model_contents import contents, edited

_LEAVES = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", "b", "keeps logs", "keeps the logs"])
_JSON = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.sampled_from(["a", "b/c", "~"]), inner, max_size=3),
    max_leaves=20,
)
_TEXTS = st.text("ab \u00a0.;(2)$", max_size=30) | st.text(max_size=20)


@pytest.mark.parametrize("case", cases(__file__, "lists"))
def test_changes(case: dict[str, Any]) -> None:
    assert diff(case["one"], case["other"]) == tuple(Change(*change) for change in map(_whole, case["changes"]))


def _whole(change: list[Any]) -> list[Any]:
    return change + [None] * (5 - len(change))


def _same(one: Any, other: Any) -> bool:
    """Equal to the type: JSON tells 1 from true."""
    return msgspec.json.encode(one, order="sorted") == msgspec.json.encode(other, order="sorted")


@pytest.mark.property
@given(_JSON)
def test_a_content_does_not_differ_from_itself(content: Any) -> None:
    assert diff(content, content) == ()


@pytest.mark.property
@given(_JSON, _JSON)
def test_one_content_is_made_of_the_other_and_back(one: Any, other: Any) -> None:
    changes = diff(one, other)
    assert _same(apply(one, changes), other)
    assert _same(apply(other, reverse(changes)), one)
    assert bool(changes) != _same(one, other)


@pytest.mark.property
@given(_JSON, _JSON)
def test_changes_are_data(one: Any, other: Any) -> None:
    changes = diff(one, other)
    assert msgspec.json.decode(msgspec.json.encode(changes), type=tuple[Change, ...]) == changes
    assert reverse(reverse(changes)) == changes


@pytest.mark.property
@given(_JSON, _JSON)
def test_every_pointer_leads_to_its_value(one: Any, other: Any) -> None:
    for change in diff(one, other):
        _check(one, change.pointer, change.value, moved=change.kind == "moved")
        _check(other, change.other_pointer, change.other_value, moved=change.kind == "moved")


def _check(content: Any, pointer: str | None, value: Any, *, moved: bool) -> None:
    if pointer is None:
        assert value is None
        return
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        content = content[key] if isinstance(content, dict) else content[int(key)]
    assert value is None if moved else content == value


# A whole content takes a second for thirty; `make fuzz` tries more.
@pytest.mark.property
@settings(max_examples=max(settings().max_examples // 6, 1))
@given(st.data())
def test_contents_of_any_shape_are_made_of_each_other(data: st.DataObject) -> None:
    content = data.draw(contents)
    one = msgspec.json.decode(msgspec.json.encode(content))
    other = data.draw(edited(content) | contents.map(lambda made: msgspec.json.decode(msgspec.json.encode(made))))
    changes = diff(one, other)
    assert _same(apply(one, changes), other)
    assert _same(apply(other, reverse(changes)), one)


def test_changes_of_another_content_are_refused() -> None:
    with pytest.raises(OtherContentError, match=r"^/a: is not as it was"):
        apply({"a": 3}, diff({"a": 1}, {"a": 2}))
    with pytest.raises(OtherContentError, match="other lists"):
        apply([1], diff([1, 2, 3, 4], [1, 2, 4, 3]))
    with pytest.raises(OtherContentError, match="other lists and properties"):
        apply({"a": 3}, diff({"a": {"b": 1}}, {"a": {"b": 2}}))


@pytest.mark.parametrize("case", cases(__file__, "words"))
def test_words(case: dict[str, Any]) -> None:
    found = edits(case["one"], case["other"])
    assert wording(case["one"], case["other"]) == case["wording"]
    assert [list(edit) for edit in found] == case["edits"]


@pytest.mark.property
@given(_TEXTS, _TEXTS)
def test_edits_hold_both_texts_to_the_letter(one: str, other: str) -> None:
    found = edits(one, other)
    assert "".join(edit.text for edit in found if edit.kind != "added") == one
    assert "".join(edit.text for edit in found if edit.kind != "removed") == other
    assert all(edit.text for edit in found)
    assert edits(one, one) == ((Edit("same", one),) if one else ())
