"""Timing side by side: every round runs every case once, so that a busy moment of the machine meets all of them."""

import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple


class Case(NamedTuple):
    """Something to time. `prepare` runs before each call of `run`, outside the measured time."""

    name: str
    run: Callable[[], object]
    prepare: Callable[[], object] | None = None


class Times(NamedTuple):
    """What one case took, in seconds."""

    least: float
    median: float


def interleaved(cases: Sequence[Case], rounds: int, clock: Callable[[], float] = time.process_time) -> dict[str, Times]:
    """Time every case once a round; each round begins with another case. The garbage collector stays as it is.

    Two take turns, so that neither is run twice in a row, when all that it needs is in the processor's memory still.

    The clock is the processor time of this process, which other programs on the machine disturb least.
    """
    taken: dict[str, list[float]] = {case.name: [] for case in cases}
    for number in range(rounds):
        shift = number % len(cases) if len(cases) > 2 else 0
        for case in (*cases[shift:], *cases[:shift]):
            if case.prepare is not None:
                case.prepare()
            start = clock()
            case.run()
            taken[case.name].append(clock() - start)
    return {name: times(seconds) for name, seconds in taken.items()}


def times(seconds: Sequence[float]) -> Times:
    """The least and the median of some measurements, in seconds."""
    return Times(min(seconds), median(seconds))
