"""What holds of every expression, worked out from its text alone."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.properties.derivation import Derived

# Values of nodes that are no words of the text.
_TOLD = {"type", "joined", "unit", "of", "level", "stage", "status", "kind", "instead_of"}
_WORDS = {"kind": {"experience"}}  # the nodes whose value of that name is words of the text all the same


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node of an expression, from the top."""
    if isinstance(value, list | tuple):
        for inner in value:
            yield from nodes(inner)
    elif isinstance(value, dict):
        if "type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)


def expression(found: "Derived") -> Any:
    """The expression itself, if its nodes lie within each other and in order, and its words in its nodes."""
    check(found.value, found.above()["text"])
    return found.value


def check(tree: dict[str, Any], text: str) -> None:
    """Raise AssertionError where a node of the tree does not stand in the text as it says."""
    for node in nodes(tree):
        start, end = node["start"], node["end"]
        assert 0 <= start < end <= len(text), node
        words = text[start:end]
        assert words == words.strip()
        inner = list(_children(node))
        assert all(start <= child["start"] and child["end"] <= end for child in inner), node
        if node["type"] in ("all_of", "any_of"):
            # Two levels of a degree share its fields, and so their stretch.
            assert all(
                one["end"] <= other["start"] or (one["start"], one["end"]) == (other["start"], other["end"])
                for one, other in pairwise(inner)
            ), node
        assert all(said in words for said in _said(node)), node
        if node["type"] in ("unread", "attestation"):
            assert node["text"] in words


def _children(value: Any) -> Iterator[dict[str, Any]]:
    """The nodes right below a node."""
    inner = value.values() if isinstance(value, dict) else value
    for one in inner:
        if isinstance(one, dict) and "type" in one:
            yield one
        elif isinstance(one, dict | list | tuple):
            yield from _children(one)


def _said(node: dict[str, Any]) -> Iterator[str]:
    """The values of a node that are words of its text; those of its children are theirs."""
    for name, value in node.items():
        if name in ("amount", "maximum", "requires", "per", "grants"):
            continue
        if isinstance(value, str) and (name not in _TOLD or node.get("type") in _WORDS.get(name, ())):
            yield value
        elif isinstance(value, dict) and "items" in value and "type" not in value:
            yield from value["items"]
