"""What reading in a process of its own costs: one file, and many, as whole commands with and without isolation."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.measuring import Case, Times, interleaved
from benchmarks.table import table

_COMMAND = (sys.executable, "-m", "spec_parser", "parse")
_FORMS = Path(__file__).parent.parent / "corpus" / "forms"
_SPECIMEN = "4207AR"
_ONE = {"web page": "page.html", "Word file": "word.docx", "browser print": "print.pdf"}
_MANY = {"web pages": "page.html", "Word files": "word.docx", "browser prints": "print.pdf"}
_TIMES_OVER = 4
_COLUMNS = ("", "clock", "here, ms", "isolated, ms", "more, of minima", "of medians", "aim")


class _Pair(NamedTuple):
    """What the same files take without and with isolation."""

    here: Times
    isolated: Times


def report() -> str:
    """Both tables."""
    return f"{_one()}\n\n{_many()}"


def _one() -> str:
    rows = []
    for name, file in _ONE.items():
        for clock, pair in _measured([_FORMS / _SPECIMEN / file], rounds=15).items():
            more = [f"{(isolated - here) * 1e3:+.0f} ms" for here, isolated in zip(*pair, strict=True)]
            rows.append((name, clock, *_medians(pair, 1), *more, "at most +40 ms" if clock == "wall" else ""))
    return table("One file: the whole command, median", _COLUMNS, rows)


def _many() -> str:
    rows = []
    for name, file in _MANY.items():
        paths = sorted(_FORMS.glob(f"*/{file}")) * _TIMES_OVER
        for clock, pair in _measured(paths, rounds=5).items():
            more = [f"{isolated / here - 1:+.0%}" for here, isolated in zip(*pair, strict=True)]
            rows.append(
                (f"{len(paths)} {name}", clock, *_medians(pair, len(paths)), *more, "at most +15%" * (clock == "wall"))
            )
    return table("Many files: one command for all of them, median a file", _COLUMNS, rows)


def _medians(pair: _Pair, files: int) -> tuple[str, ...]:
    return tuple(f"{taken.median / files * 1e3:.1f}" for taken in pair)


def _measured(paths: list[Path], rounds: int) -> dict[str, _Pair]:
    """By the clock on the wall, and by processor time, which other programs on the machine disturb least."""
    clocks: dict[str, Callable[[], float]] = {"wall": time.perf_counter, "processor": _processor}
    found = {}
    for clock, read in clocks.items():
        times = interleaved(
            [
                Case("here", lambda: _launch("--no-isolation", *map(str, paths))),
                Case("isolated", lambda: _launch(*map(str, paths))),
            ],
            rounds,
            read,
        )
        found[clock] = _Pair(times["here"], times["isolated"])
    return found


def _launch(*arguments: str) -> None:
    subprocess.run((*_COMMAND, *arguments), check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _processor() -> float:
    """Processor time of all that has been run so far, in seconds; a worker's is its command's."""
    spent = os.times()
    return spent.children_user + spent.children_system


if __name__ == "__main__":
    print(report())
