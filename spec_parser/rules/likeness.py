"""Items of a list that say the same, or nearly."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.subject import Passage

_WORD = re.compile(r"\w+")
# Words that two items may differ in without saying something else.
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "related", "the", "to", "with"})
# Of the words of two items, those that both have; observed: distinct duties of one class share at most half of theirs.
_NEARLY = 0.8
# Of so few words, one that differs is another subject: "Reviews budgets", "Reviews reports".
_FEWEST = 5
# An item is compared with so many that share a long word: a list of thousands is no list of duties.
_MOST = 50


class Repeat(NamedTuple):
    """An item that repeats an earlier one.

    Attributes:
        earlier: the item that stands first.
        later: the one that repeats it.
        exact: whether they are equal but for capitals and closing marks.
    """

    earlier: Passage
    later: Passage
    exact: bool


def repeats(items: Sequence[Passage]) -> Iterator[Repeat]:
    """The items that repeat an earlier one, each once, in the order in which they stand."""
    known: dict[tuple[str, ...], Passage] = {}
    by_word: dict[str, list[tuple[frozenset[str], Passage]]] = {}
    for item in items:
        words, weighty, longest = _read(item.value.text)
        if not words:
            continue
        if words in known:
            yield Repeat(known[words], item, exact=True)
            continue
        known[words] = item
        if len(weighty) < _FEWEST:
            continue
        for word in longest:
            beside = by_word.setdefault(word, [])
            near = next((other for bag, other in beside[:_MOST] if _are_near(bag, weighty)), None)
            beside.append((weighty, item))
            if near is not None:
                yield Repeat(near, item, exact=False)
                break


@lru_cache(maxsize=8192)  # the revisions of a class have most of their items in common
def _read(text: str) -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]:
    """The words of an item, those of weight, and the two longest of these.

    Items that are nearly the same share all but one or two words: most often the longest is among them.
    """
    words = tuple(_WORD.findall(text.lower()))
    weighty = frozenset(words) - _SMALL
    return words, weighty, tuple(sorted(sorted(weighty), key=len, reverse=True)[:2])


def _are_near(one: frozenset[str], other: frozenset[str]) -> bool:
    common = len(one & other)
    return min(len(one), len(other)) >= _FEWEST and common >= _NEARLY * len(one | other)


def told(repeat: Repeat, what: str) -> Problem:
    """The problem that an item repeats an earlier one; `what` names such an item: `duty`."""
    later, earlier = repeat.later.value, repeat.earlier.value
    if repeat.exact:
        return later.problem(f"{quoted(later.text)}: this {what} stands above already; leave one out.")
    return later.problem(
        f"{quoted(later.text)}: nearly the same {what} stands above: {quoted(earlier.text)}. Make them one, or say what"
        " tells them apart.",
        severity="info",
    )
