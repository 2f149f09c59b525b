"""What differs between two readings of a class specification, value by value.

Lists are aligned: what stands in both is paired first, what lies between is paired where it is alike, and the rest was
added or removed. So one duty more is one difference, and not a change of every duty below it.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import msgspec

# What says where an entry stands in its list, which its pointer says already.
_PLACE = "ordinal"
# Two entries of a list are one entry that was reworded if they share this much.
_ALIKE = 0.6
# Of more entries than this that lie between what both lists share, the first are paired in order.
_MOST_ALIGNED = 60
# Of a longer text, its beginning is compared.
_LONGEST = 400


class Difference(NamedTuple):
    """One value that differs.

    Attributes:
        pointer: JSON Pointer to it in the first content; None where it was added.
        other_pointer: JSON Pointer to it in the second; None where it was removed.
        value: in the first.
        other_value: in the second.
    """

    pointer: str | None
    other_pointer: str | None
    value: Any
    other_value: Any


def differences(one: Any, other: Any) -> tuple[Difference, ...]:
    """All differences between two contents, given as plain JSON types, in the order of the contents."""
    return tuple(_between(one, other, "", ""))


def _between(one: Any, other: Any, here: str, there: str) -> Iterator[Difference]:
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict):
        for key in (*one, *(key for key in other if key not in one)):
            if key == _PLACE:
                continue
            step = "/" + str(key).replace("~", "~0").replace("/", "~1")
            yield from _between(one.get(key), other.get(key), here + step, there + step)
    elif isinstance(one, list | tuple) and isinstance(other, list | tuple):
        for index, place in _aligned(one, other):
            if index is None:
                yield Difference(None, f"{there}/{place}", None, other[place or 0])
            elif place is None:
                yield Difference(f"{here}/{index}", None, one[index], None)
            else:
                yield from _between(one[index], other[place], f"{here}/{index}", f"{there}/{place}")
    else:
        yield Difference(here, there, one, other)


def _aligned(one: Sequence[Any], other: Sequence[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of places that hold the same entry; None for an entry that only one list has."""
    keys, others = [_key(entry) for entry in one], [_key(entry) for entry in other]
    for tag, start, end, first, last in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(start, end), range(first, last), strict=True)
        else:
            yield from _paired(keys, others, range(start, end), range(first, last))


def _paired(
    keys: Sequence[str], others: Sequence[str], here: range, there: range
) -> Iterator[tuple[int | None, int | None]]:
    """Entries between those that both lists share: as many pairs of like entries as keep their order."""
    near, far = list(here[:_MOST_ALIGNED]), list(there[:_MOST_ALIGNED])
    likeness = [[_likeness(keys[index], others[place]) for place in far] for index in near]
    best = [[0.0] * (len(far) + 1) for _ in range(len(near) + 1)]
    for row in range(len(near) - 1, -1, -1):
        for column in range(len(far) - 1, -1, -1):
            pair = likeness[row][column]
            best[row][column] = max(
                best[row + 1][column], best[row][column + 1], best[row + 1][column + 1] + pair if pair else 0.0
            )
    row = column = 0
    while row < len(near) and column < len(far):
        pair = likeness[row][column]
        if pair and best[row][column] == best[row + 1][column + 1] + pair:
            yield near[row], far[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            yield near[row], None
            row += 1
        else:
            yield None, far[column]
            column += 1
    yield from ((index, None) for index in here[row:])
    yield from ((None, place) for place in there[column:])


def _key(entry: Any) -> str:
    if isinstance(entry, dict) and _PLACE in entry:
        entry = {name: value for name, value in entry.items() if name != _PLACE}
    return entry if isinstance(entry, str) else msgspec.json.encode(entry).decode()


def _likeness(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1; 0 where they are not alike."""
    matcher = SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    found = matcher.ratio()
    return found if found >= _ALIKE else 0.0
