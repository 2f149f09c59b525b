"""The numbers and letters of numbered lists, as forms that count by themselves (HTML, Word) declare them."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from spec_parser.model import Item

_MARKER = re.compile(r"(?P<before>\(?)(?:(?P<number>[1-9][0-9]?)|(?P<letter>[a-z]))(?P<after>[.)])")


class Counting(NamedTuple):
    """How a list is counted: `(a)` is a letter between brackets."""

    before: str
    style: Literal["decimal", "letter"]
    after: str


class Entry(NamedTuple):
    """An item of a list.

    Attributes:
        item: the item itself.
        counting: how it is counted; None for a bullet, and for a marker that no list would count to.
        number: its place in that counting, from 1; 0 without one.
        opens: whether a list begins with it: nobody has counted on from the item before it at its level.
    """

    item: Item
    counting: Counting | None
    number: int
    opens: bool


class _Before(NamedTuple):
    """The last item at a level: how it was counted, and how far."""

    marked: bool
    counting: Counting | None
    number: int


def counted(marker: str) -> tuple[Counting, int] | None:
    """How a marker is counted, and its place; None for one that is no number or single letter."""
    found = _MARKER.fullmatch(marker)
    if found is None or (found["before"] and found["after"] == "."):
        return None
    if found["number"]:
        return Counting(found["before"], "decimal", found["after"]), int(found["number"])
    return Counting(found["before"], "letter", found["after"]), ord(found["letter"]) - ord("a") + 1


def entries(items: Sequence[Item]) -> Iterator[Entry]:
    """The items of one list, with where at each level a list of its own begins."""
    before: dict[int, _Before] = {}
    for item in items:
        counting, number = (None if item.marker is None else counted(item.marker)) or (None, 0)
        now = _Before(item.marker is not None, counting, number)
        last = before.get(item.level)
        before = {level: one for level, one in before.items() if level < item.level}
        before[item.level] = now
        goes_on = last == now._replace(number=number - 1 if counting else 0)
        yield Entry(item, counting, number, opens=not goes_on)
