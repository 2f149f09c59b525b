"""How much two texts are alike: by the runs of three letters that they share, whatever the order of words."""

from collections import Counter
from typing import NamedTuple

# Of a longer text, its beginning is compared.
_LONGEST = 1_000


class Grams(NamedTuple):
    """The runs of three letters of a text, counted, and how many they are."""

    counts: Counter[str]
    size: int


def grams(text: str) -> Grams:
    """What of a text is compared: neither capitals nor white space count."""
    spread = f" {' '.join(text[:_LONGEST].casefold().split())} "
    counts = Counter(spread[place : place + 3] for place in range(max(len(spread) - 2, 1)))
    return Grams(counts, counts.total())


def likeness(one: Grams, other: Grams) -> float:
    """The share of the runs that both have, from 0 to 1: unrelated sentences have up to 0.3."""
    small, large = sorted((one.counts, other.counts), key=len)
    shared = sum(min(count, large[run]) for run, count in small.items() if run in large)
    return 2 * shared / (one.size + other.size)
