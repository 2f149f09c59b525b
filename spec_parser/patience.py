"""Steps that take long by their nature: a reader says that one begins, and who watches over it grants it more time.

Where nobody watches, nothing happens.
"""

from collections.abc import Callable

Watcher = Callable[[int], None]

RECOGNITION = 1
"""How often the recognition of a page counts: a file has its time limit as often as its slow steps count."""
CONVERSION = 4
"""How often a conversion by LibreOffice counts."""


class _Watch:
    """Who is told; one a process."""

    watcher: Watcher | None = None


def slow_step(times: int) -> None:
    """Say that a step begins which may take so many times the time limit of a file (RECOGNITION, CONVERSION)."""
    if _Watch.watcher is not None:
        _Watch.watcher(times)


def watch(watcher: Watcher | None) -> None:
    """Have somebody told of slow steps from now on."""
    _Watch.watcher = watcher


def is_watched() -> bool:
    """Whether somebody watches, who will end this process with all that it has started, should that take too long."""
    return _Watch.watcher is not None
