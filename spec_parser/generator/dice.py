"""Seeded choices that come out the same on any machine and in any release of Python."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws by a key; equal keys draw alike.

    Only `random()` is drawn from: it is the one method whose results Python promises to keep.
    """

    def __init__(self, *key: int | str) -> None:
        self._random = random.Random("/".join(map(str, key))).random  # noqa: S311 - nothing secret

    def below(self, bound: int) -> int:
        """A whole number from 0 to below the bound."""
        return int(self._random() * bound)

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + self.below(high - low + 1)

    def chance(self, probability: float) -> bool:
        """True as often as the probability says."""
        return self._random() < probability

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def sample(self, choices: Sequence[T], count: int) -> list[T]:
        """Some of the choices, each at most once, in an order of their own; all where there are too few."""
        left = list(choices)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]
