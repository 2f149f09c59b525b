"""The rules that offsets keep in every tree, whatever the sentence."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec

from spec_parser.model.expression import Expression

Node = dict[str, Any]

_PHRASES = ("areas", "conditions", "titles", "fields", "names")
_WORDS = ("text", "name", "issuer", "institution", "subject", "term", "meaning", "equivalent")


def faults(expression: Expression | None, text: str) -> list[str]:
    """Where a tree breaks the rules: the whole text at the top, children within parents, words within their node."""
    if expression is None:
        return []
    top: Node = msgspec.to_builtins(expression)
    covers = (top["start"], top["end"]) == (0, len(text))
    return ([] if covers else ["the node at the top does not cover the text"]) + list(_faults(top, text))


def nodes(top: Node) -> Iterator[Node]:
    """A node in plain types and all below it."""
    yield top
    for child in _children(top):
        yield from nodes(child)


def words(node: Node) -> Iterator[str]:
    """The words of the sentence that stand in a node's own properties, in plain types or in short form."""
    for name in _PHRASES:
        value = node.get(name) or []
        lists = [value] if isinstance(value, str) else value.values() if isinstance(value, dict) else []
        for one in lists:
            yield from [one] if isinstance(one, str) else one or ()
    if node["type"] == "experience" and node.get("kind"):
        yield node["kind"]
    yield from (node[name] for name in _WORDS if node.get(name))


def _faults(node: Node, text: str) -> Iterator[str]:
    stretch = text[node["start"] : node["end"]]
    yield from (
        f"{word!r} does not stand in {stretch!r}" for word in words(_plain_phrases(node)) if word not in stretch
    )
    for child in _children(node):
        if not node["start"] <= child["start"] < child["end"] <= node["end"]:
            yield f"{text[child['start'] : child['end']]!r} is not within {stretch!r}"
        yield from _faults(child, text)
    if any(after["start"] < before["start"] for before, after in pairwise(node.get("items", ()))):
        yield f"the items of {stretch!r} are out of order"


def _plain_phrases(node: Node) -> Node:
    return node | {name: {"": node[name]["items"]} for name in _PHRASES if node.get(name)}


def _children(node: Node) -> Iterator[Node]:
    yield from node.get("items", ())
    if node.get("offer"):
        yield node["offer"]
    yield from (cap["requires"] for cap in node.get("caps", ()) if cap.get("requires"))
