"""The list items that a tagged file declares, as pdfplumber gives its structure tree."""

from collections.abc import Iterable, Iterator
from typing import Any

from spec_parser.readers.page.model import Item

Element = dict[str, Any]
"""An element of the tree: its `type`, the marked contents it holds itself in `mcids`, its `children`."""

_MOST_ELEMENTS = 20_000


def items(tree: Iterable[Element]) -> tuple[Item, ...]:
    """The list items on a page in the order of the tree; see `tagged` for what it looks like."""
    found: list[tuple[int, list[int], list[int]]] = []
    pending: list[tuple[Element, int, int, bool]] = [(root, 0, -1, False) for root in tree]
    pending.reverse()
    seen = 0
    while pending and seen < _MOST_ELEMENTS:
        seen += 1
        element, depth, item, in_label = pending.pop()
        kind = element.get("type")
        if kind == "L":
            depth, item = depth + 1, -1
        elif kind == "LI":
            item = len(found)
            found.append((max(depth, 1), [], []))
        in_label = in_label or kind == "Lbl"
        if item >= 0:
            _, groups, labels = found[item]
            (labels if in_label else groups).extend(_numbers(element))
        pending.extend((child, depth, item, in_label) for child in reversed(element.get("children", ())))
    return tuple(Item(frozenset(groups), depth, frozenset(labels)) for depth, groups, labels in found if groups)


def _numbers(element: Element) -> Iterator[int]:
    return (number for number in element.get("mcids", ()) if isinstance(number, int))
