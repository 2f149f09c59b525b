"""Which entry of a list became which of another: kept, reworded, moved; the rest was added or removed.

First what is the same in order, then the same elsewhere, then what bears the same name, then what is alike. Of all
these pairs as many as can be are in order; the others were moved. The same lists give the same answer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Literal, NamedTuple

import msgspec

from spec_parser.differences.likeness import grams, likeness
from spec_parser.differences.sequences import common, longest_rise

# Two entries are one that was reworded if they share this much.
_ALIKE = 0.5
# Each is compared with each other one up to so many comparisons; beyond that, with those that share rare words.
_MOST_COMPARISONS = 4_000
_RARE = 16
_MOST_CANDIDATES = 8

StepKind = Literal["kept", "moved", "left", "removed", "added"]


class Entry(NamedTuple):
    """What of a list's entry is compared.

    Attributes:
        key: equal for entries that are the same to the last character.
        text: what it says, in words.
        name: what it is, where that makes two entries one whatever they say; None where nothing does.
    """

    key: str
    text: str
    name: str | None = None


class Step(NamedTuple):
    """One entry on the way through both lists at once, in the order in which the second is read.

    Attributes:
        kind: `kept` in its place, reworded or not; `moved` where it stands now, and `left` where it stood before;
            `removed`; `added`.
        before: its place in the first list; None for one that was added.
        after: its place in the second; None for one that was removed.
    """

    kind: StepKind
    before: int | None
    after: int | None


def entry(value: Any, name: str | None = None) -> Entry:
    """What is compared of any plain JSON value: its words are those of all texts in it."""
    key = msgspec.json.encode(value, order="deterministic").decode()
    return Entry(key, " ".join(_texts(value)), name)


def align(one: Sequence[Entry], other: Sequence[Entry]) -> tuple[Step, ...]:
    """The way through both lists: each entry of the first is in one step but `left`, each of the second as well."""
    pairs = dict(common([each.key for each in one], [each.key for each in other]))
    for alike in (_same, _named, _alike):
        indices = [index for index in range(len(one)) if index not in pairs]
        taken = set(pairs.values())
        places = [place for place in range(len(other)) if place not in taken]
        if not indices or not places:
            break
        pairs.update(alike(one, other, indices, places))
    return tuple(_steps(len(one), len(other), pairs))


def _steps(length: int, width: int, pairs: dict[int, int]) -> Iterator[Step]:
    ordered = sorted(pairs.items())
    kept = [ordered[chosen] for chosen in longest_rise([place for _, place in ordered])]
    origins = {place: index for index, place in ordered}
    start = first = 0
    for index, place in [*kept, (length, width)]:
        for passed in range(start, index):
            yield Step("left", passed, pairs[passed]) if passed in pairs else Step("removed", passed, None)
        for new in range(first, place):
            yield Step("moved", origins[new], new) if new in origins else Step("added", None, new)
        if index < length:
            yield Step("kept", index, place)
        start, first = index + 1, place + 1


def _same(
    one: Sequence[Entry], other: Sequence[Entry], indices: Sequence[int], places: Sequence[int]
) -> dict[int, int]:
    """Entries that are the same, each with the next one of its kind."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in reversed(places):
        waiting[other[place].key].append(place)
    return {index: found.pop() for index in indices if (found := waiting.get(one[index].key))}


def _named(
    one: Sequence[Entry], other: Sequence[Entry], indices: Sequence[int], places: Sequence[int]
) -> dict[int, int]:
    """Entries of the same name, each with the next one of it."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in reversed(places):
        name = other[place].name
        if name is not None:
            waiting[name].append(place)
    return {index: found.pop() for index in indices if (found := waiting.get(one[index].name or ""))}


def _alike(
    one: Sequence[Entry], other: Sequence[Entry], indices: Sequence[int], places: Sequence[int]
) -> dict[int, int]:
    """Entries that are alike, the most alike first; of those that are equally so, the nearest."""
    near = {index: grams(one[index].text) for index in indices}
    far = {place: grams(other[place].text) for place in places}
    candidates = sorted(
        (-found, abs(index - place), index, place)
        for index, place in _candidates(one, other, indices, places)
        if (found := likeness(near[index], far[place])) >= _ALIKE
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, index, place in candidates:
        if index not in pairs and place not in taken:
            pairs[index] = place
            taken.add(place)
    return pairs


def _candidates(
    one: Sequence[Entry], other: Sequence[Entry], indices: Sequence[int], places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    if len(indices) * len(places) <= _MOST_COMPARISONS:
        yield from ((index, place) for index in indices for place in places)
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for place in places:
        for words in _rare_words(other[place].text):
            holders[words].append(place)
    for index in indices:
        votes = Counter(
            place
            for words in _rare_words(one[index].text)
            if len(holders.get(words, ())) <= _RARE
            for place in holders.get(words, ())
        )
        best = sorted(votes, key=lambda place: (-votes[place], abs(index - place), place))
        yield from ((index, place) for place in best[:_MOST_CANDIDATES])


def _rare_words(text: str) -> set[str]:
    """Words, and pairs of words, which are rare where single words are not."""
    words = text.casefold().split()
    return {*words, *map(" ".join, pairwise(words))}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
