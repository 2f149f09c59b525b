"""How long something takes at best, for tests that must tell slow from stuck on a machine that is busy."""

from collections.abc import Callable
from time import process_time

_TRIES = 6


def least_seconds(act: Callable[[], object], enough: float) -> float:
    """The least processor time of up to six runs; the first that takes at most `enough` seconds is the last.

    One run may be held up by others on the machine, by the cache or by the collector of garbage; what grows faster
    than its input is slow each time.
    """
    least = float("inf")
    for _ in range(_TRIES):
        start = process_time()
        act()
        least = min(least, process_time() - start)
        if least <= enough:
            break
    return least
