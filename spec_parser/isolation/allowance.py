"""The time that a file has to be read in: what it may take on a machine that has nothing else to do."""

import time
from collections.abc import Callable

from spec_parser.limits import Limits

# A worker that was at work for less of the time than this is stuck; one that was at work for more shares the machine.
_AT_WORK = 0.1
# However busy the machine is, the clock on the wall ends it at so many times the limit.
LONGEST = 3


class Allowance:
    """The time of one file, from now on.

    Args:
        limits: whose seconds these are.
        spent: gives the processor time that the worker and what it has started have taken so far, in seconds; always
            0 where the system does not tell, and then the clock on the wall alone counts.
    """

    def __init__(self, limits: Limits, spent: Callable[[], float]) -> None:
        self._limits = limits
        self._spent = spent
        self._before = spent()
        self._start = time.monotonic()
        self._slow = 0

    def left(self) -> float:
        """The seconds that are left, if the worker has had the machine for itself."""
        return self._seconds - (time.monotonic() - self._start)

    @property
    def _seconds(self) -> float:
        return self._limits.time(self._slow)

    def add(self, times: int) -> bool:
        """Count a slow step; gives whether a file may have so many."""
        self._slow += times
        return times > 0 and self._slow <= self._limits.most_slow

    def more(self) -> float:
        """The time is over: the seconds that it gets on top, because others have had the machine meanwhile."""
        passed, used = time.monotonic() - self._start, self._spent() - self._before
        if used < _AT_WORK * passed or passed > LONGEST * self._seconds:
            return 0
        return self._seconds - used
