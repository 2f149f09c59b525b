"""What two sequences have in common, in order, within bounds whatever they hold.

Patience, as version control systems use it: what stands once in both sequences is common; between two such places the
same is done again; what is small enough is compared exactly. Large stretches of nothing but repeated entries are left
without a common entry, so that time is at most proportional to the length, and memory to the length as well.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

# Two stretches are compared entry by entry if the product of their lengths is no more than this.
_MOST_CELLS = 40_000
# How often a stretch is divided by what stands once in it.
_DEEPEST = 24


class _Stretch(NamedTuple):
    """From `start` to `end` in the one sequence, from `first` to `last` in the other, half open."""

    start: int
    end: int
    first: int
    last: int
    depth: int


def common(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of places that hold the same entry; they ascend in both sequences."""
    found: list[tuple[int, int]] = []
    open_stretches = [_Stretch(0, len(one), 0, len(other), 0)]
    while open_stretches:
        stretch = _trimmed(one, other, open_stretches.pop(), found)
        start, end, first, last, depth = stretch
        if start == end or first == last:
            continue
        if (end - start) * (last - first) <= _MOST_CELLS:
            found.extend((start + i, first + j) for i, j in _longest(one[start:end], other[first:last]))
            continue
        anchors = _anchors(one, other, stretch) if depth < _DEEPEST else []
        found.extend(anchors)
        for index, place in [*anchors, (end, last)] if anchors else []:
            open_stretches.append(_Stretch(start, index, first, place, depth + 1))
            start, first = index + 1, place + 1
    return sorted(found)


def longest_rise(values: Sequence[int]) -> list[int]:
    """The places of a longest ascending selection of different values; the same one each time."""
    ends: list[int] = []  # the least value with which a selection of each length ends, and its place
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [value]
        places[length : length + 1] = [place]
    chosen: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        chosen.append(place)
        place = before[place]
    return chosen[::-1]


def _trimmed(
    one: Sequence[Hashable], other: Sequence[Hashable], stretch: _Stretch, found: list[tuple[int, int]]
) -> _Stretch:
    """The stretch without what it begins and ends with alike, which is noted down."""
    start, end, first, last, depth = stretch
    while start < end and first < last and one[start] == other[first]:
        found.append((start, first))
        start, first = start + 1, first + 1
    while start < end and first < last and one[end - 1] == other[last - 1]:
        end, last = end - 1, last - 1
        found.append((end, last))
    return _Stretch(start, end, first, last, depth)


def _anchors(one: Sequence[Hashable], other: Sequence[Hashable], stretch: _Stretch) -> list[tuple[int, int]]:
    """As many as can be in order of the places of what stands once in either stretch."""
    counts = Counter(one[stretch.start : stretch.end])
    others = Counter(other[stretch.first : stretch.last])
    places = {other[place]: place for place in range(stretch.first, stretch.last)}
    pairs = [
        (index, places[one[index]])
        for index in range(stretch.start, stretch.end)
        if counts[one[index]] == others[one[index]] == 1
    ]
    return [pairs[chosen] for chosen in longest_rise([place for _, place in pairs])]


def _longest(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int]]:
    """A longest common subsequence."""
    width = len(other)
    rows = [[0] * (width + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        row, below, entry = rows[i], rows[i + 1], one[i]
        for j in range(width - 1, -1, -1):
            row[j] = below[j + 1] + 1 if entry == other[j] else max(below[j], row[j + 1])
    found = []
    i = j = 0
    while i < len(one) and j < width:
        if one[i] == other[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif rows[i + 1][j] >= rows[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
