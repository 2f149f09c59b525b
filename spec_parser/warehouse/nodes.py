"""The trees of qualifications as rows: a node each, with its place in the tree above it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from spec_parser.model import Note, Requirement
from spec_parser.warehouse.values import json_text, quantity

# Properties with columns of their own; the others go into one, as JSON.
_TOLD = frozenset({"type", "start", "end", "amount", "unit", "at_least"})


class Node(NamedTuple):
    """A node of a tree, as its row has it, without its reading and its number."""

    qualification: int
    parent: int | None
    role: str | None
    type: str
    amount: str | None
    unit: str | None
    at_least: bool | None
    text: str
    properties: str


def nodes(qualification: int, one: Requirement | Note, first: int) -> Iterator[Node]:
    """The nodes of a requirement's or note's expression, parents before children.

    Args:
        qualification: its ordinal.
        one: the requirement or note.
        first: number of the first node.
    """
    if one.expression is None:
        return
    waiting: list[tuple[dict[str, Any], int | None, str | None]] = [(msgspec.to_builtins(one.expression), None, None)]
    number = first
    while waiting:
        node, parent, role = waiting.pop()
        children: list[tuple[dict[str, Any], int | None, str | None]] = []
        others = {name: _without(node[name], name, number, children) for name in node if name not in _TOLD}
        yield Node(
            qualification,
            parent,
            role,
            node["type"],
            quantity(node.get("amount")),
            node.get("unit"),
            node.get("at_least"),
            one.text[node["start"] : node["end"]],
            json_text(others),
        )
        waiting.extend(reversed(children))
        number += 1


def _without(value: Any, role: str, parent: int, children: list[tuple[dict[str, Any], int | None, str | None]]) -> Any:
    """A property with null for every node in it; the nodes are noted, each with its place, as in `caps/0/requires`."""
    if isinstance(value, dict):
        if "type" in value:
            children.append((value, parent, role))
            return None
        return {name: _without(entry, f"{role}/{name}", parent, children) for name, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_without(entry, f"{role}/{place}", parent, children) for place, entry in enumerate(value)]
    return value
