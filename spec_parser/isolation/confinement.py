"""What the system holds a worker to: memory, processor time, size of files, no memory dumps.

These are the kernel's own limits of the process, and of each program that it starts. Where the system has none
(Windows), or does not say how much memory a process holds (macOS), time is all that is limited.
"""

import math
import os
import signal
from pathlib import Path

try:
    import resource
except ModuleNotFoundError:  # Windows
    resource = None  # type: ignore[assignment]

_STATM = Path("/proc/self/statm")
_FILE = 512 * 1024 * 1024
"""Bytes that a file which the worker writes may have at most: pictures of pages, what LibreOffice converts."""


def confine() -> None:
    """What holds from the beginning to the end of the worker."""
    if resource is not None:
        _set(resource.RLIMIT_CORE, 0)
        _set(resource.RLIMIT_FSIZE, _FILE)


def allow_memory(more: int) -> None:
    """Let the process have so many bytes of address space above what it holds now."""
    now = _statm(0)
    if resource is not None and now:
        _set(resource.RLIMIT_AS, now + more)


def allow_any_memory() -> None:
    """Take the limit on memory away: there must be some left to say that there was none."""
    if resource is not None:
        _set(resource.RLIMIT_AS, resource.RLIM_INFINITY)


def allow_seconds(seconds: float) -> None:
    """Let the process run for so many seconds of processor time since it began; then it is killed."""
    if resource is not None:
        _set(resource.RLIMIT_CPU, math.ceil(seconds) + 1)


def wake(seconds: float) -> None:
    """Have the process killed after so many seconds on the wall, should nobody be left to do it; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def resident() -> int:
    """Bytes of memory that the process holds; 0 where the system does not say."""
    return _statm(1)


def _statm(field: int) -> int:
    try:
        fields = _STATM.read_bytes().split()
    except OSError:
        return 0
    return int(fields[field]) * os.sysconf("SC_PAGESIZE")


def _set(which: int, most: int) -> None:
    """Set what the kernel enforces. The next file may be given more, but never more than the process began with."""
    _, hard = resource.getrlimit(which)
    infinite = resource.RLIM_INFINITY
    soft = most if hard == infinite else hard if most == infinite else min(most, hard)
    resource.setrlimit(which, (soft, hard))
