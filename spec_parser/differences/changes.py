"""The changes that make one content another: all of them, exactly, and as data."""

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from spec_parser.differences.alignment import align, entry

ChangeKind = Literal["changed", "added", "removed", "moved"]
Name = Callable[[Any], str | None]
"""What an entry of a list is called, where that makes two entries one whatever they say."""


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """One value that differs. An entry that was moved and reworded has a change for either."""

    kind: Annotated[ChangeKind, Meta(description="What became of the value.", examples=["changed"])]
    pointer: Annotated[
        str | None,
        Meta(description="JSON Pointer in the first content; null for what was added.", examples=["/duties/3/text"]),
    ]
    other_pointer: Annotated[
        str | None,
        Meta(description="JSON Pointer in the second; null for what was removed.", examples=["/duties/4/text"]),
    ]
    value: Annotated[Any, Meta(description="In the first; null for what was moved.", examples=["Keeps logs"])] = None
    other_value: Annotated[
        Any, Meta(description="In the second; null for what was moved.", examples=["Keeps the logs"])
    ] = None


def diff(one: Any, other: Any, *, name: Name | None = None) -> tuple[Change, ...]:
    """All changes from one content to another, in the order of the second.

    Args:
        one: of plain JSON types.
        other: of plain JSON types.
        name: what entries of lists are called.

    Returns:
        What `apply` makes `other` of `one` with, and, reversed, `one` of `other`. Nothing where both are the same.
    """
    return tuple(_between(one, other, "", "", name or _nameless))


def _between(one: Any, other: Any, here: str, there: str, name: Name) -> Iterator[Change]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in (*one, *(key for key in other if key not in one)):
            step = _step(str(key))
            if key not in other:
                yield Change("removed", here + step, None, one[key])
            elif key not in one:
                yield Change("added", None, there + step, None, other[key])
            else:
                yield from _between(one[key], other[key], here + step, there + step, name)
    elif isinstance(one, list | tuple) and isinstance(other, list | tuple):
        yield from _between_lists(one, other, here, there, name)
    elif type(one) is not type(other) or one != other:
        yield Change("changed", here, there, one, other)


def _between_lists(one: Sequence[Any], other: Sequence[Any], here: str, there: str, name: Name) -> Iterator[Change]:
    before = [entry(value, name(value)) for value in one]
    after = [entry(value, name(value)) for value in other]
    for kind, index, place in align(before, after):
        if kind == "left":
            continue
        if index is None:
            yield Change("added", None, f"{there}/{place}", None, other[place or 0])
        elif place is None:
            yield Change("removed", f"{here}/{index}", None, one[index])
        else:
            if kind == "moved":
                yield Change("moved", f"{here}/{index}", f"{there}/{place}")
            if before[index].key != after[place].key:
                yield from _between(one[index], other[place], f"{here}/{index}", f"{there}/{place}", name)


def plain(value: Any) -> Any:
    """A value as the plain types that JSON has."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _step(key: str) -> str:
    return "/" + key.replace("~", "~0").replace("/", "~1")


def _nameless(_: Any) -> None:
    return None
