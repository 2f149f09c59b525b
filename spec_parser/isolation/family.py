"""What the system tells of a process and of those that it has started (Linux); elsewhere it tells nothing."""

import contextlib
import os
from pathlib import Path


def descendants(pid: int) -> list[int]:
    """All that a process has started and is still there."""
    found: list[int] = []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in map(int, children.read_text(encoding="ascii").split()):
                found += [child, *descendants(child)]
    return found


def spent(pid: int) -> float:
    """Seconds of processor time of a process and of those that it has started and waited for."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return 0
    ticks = stat.rpartition(b")")[2].split()[11:15]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
