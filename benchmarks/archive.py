"""An archive converted in bulk: rate a worker, gain of a second one, memory, resuming.

    python -m benchmarks.archive [--files 400] [--rounds 5] [--mixed 1000] [--few 2000] [--many 20000]

What is compared is run in turns, by the clock on the wall, because files are read in a process beside. Each run of a
rate is a process of its own, which has read other files before and meets each of these once, as an archive does. The
last part makes and converts `--many` sources, which takes ten minutes; `--many 0` leaves it out.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import Any, NamedTuple

from benchmarks.archives import FORMS, write_archive
from benchmarks.series import write_series
from benchmarks.table import table

_WAYS = ("single", "bulk", "records")
# Files that are read before the clock runs, and the seed of the first of them.
_WARM, _OTHERS = 50, 1_000_000
_ROUNDS = 3
_LOOPS = 100_000_000
_MEGABYTE = 1 << 20


class Taken(NamedTuple):
    """Seconds that reading files has taken: by the clock, and of the processor in the process itself."""

    clock: float
    processor: float


def taken(way: str, given: Path, warm: Path) -> Taken:
    """What reading a folder takes in a process of its own, that has read others (`one_rate`)."""
    folders = map(str, (given, warm, given.with_name("out")))
    command = [sys.executable, "-m", "benchmarks.one_rate", way, *folders]
    return Taken(*map(float, subprocess.run(command, capture_output=True, check=True).stdout.split()))


def rates(folder: Path, count: int, rounds: int) -> str:
    """In bulk against one by one, by form: with all files, and with records only.

    The ratio of a round is of runs that follow each other; what is told is the median of the rounds. Texts are read in
    the process itself, and so have a ratio of processor time too, which other work on the machine changes less.
    """
    made: dict[str, Callable[[Path, int, int], object]] = {form: partial(_archive, form) for form in FORMS}
    made["txt, editions"] = lambda place, number, seed: write_series(place, number, seed=seed)
    rows = []
    for name, make in made.items():
        given, warm = folder / "rates" / "given", folder / "rates" / "warm"
        make(given, count, 0)
        make(warm, _WARM, _OTHERS)
        told = [[taken(way, given, warm) for way in _WAYS] for _ in range(rounds)]
        rows.append(
            (
                name,
                *(f"{count / median(one.clock for one in column):.0f}" for column in zip(*told, strict=True)),
                *(_ratio(told, way, 0) for way in (1, 2)),
                *(_ratio(told, way, 1) if name.startswith("txt") else "" for way in (1, 2)),
            )
        )
        rmtree(given.parent)
    return table(
        f"{count} files of each form in one process, medians of {rounds}: files a second; ratios to one by one, by"
        " the clock and of processor time",
        ("", "one by one", "in bulk", "records", "in bulk", "records", "in bulk", "records"),
        rows,
    )


def _ratio(told: list[list[Taken]], way: int, time: int) -> str:
    return f"{median(one[0][time] / one[way][time] for one in told):.2f}"


def _archive(form: str, place: Path, count: int, seed: int) -> None:
    write_archive(place, count, forms=(form,), seed=seed, bad=False)


def converted(given: Path, out: Path, workers: int) -> dict[str, Any]:
    """What a conversion in a process of its own tells of itself."""
    command = [sys.executable, "-m", "benchmarks.one_archive", str(given), str(out), str(workers)]
    done = subprocess.run(command, capture_output=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def loop(times: int) -> int:
    """Work that needs a processor and nothing else."""
    total = 0
    for number in range(times):
        total += number & 7
    return total


def reference(processes: int) -> float:
    """Seconds that the same work takes, divided among so many processes."""
    with get_context("forkserver").Pool(processes) as pool:
        pool.map(loop, [1000] * processes)
        began = time.perf_counter()
        pool.map(loop, [_LOOPS // processes] * processes, chunksize=1)
        return time.perf_counter() - began


def second_worker(folder: Path, count: int) -> str:
    """What a second worker gains, against what a second process gains where there is nothing but work."""
    given = folder / "mixed"
    write_archive(given, count)
    taken: dict[str, list[float]] = {"work 1": [], "work 2": [], "archive 1": [], "archive 2": []}
    for _ in range(_ROUNDS):
        for number in (1, 2):
            taken[f"work {number}"].append(reference(number))
            rmtree(folder / "out", ignore_errors=True)
            taken[f"archive {number}"].append(converted(given, folder / "out", number)["seconds"])
    rows = []
    for name in ("work", "archive"):
        one, two = taken[f"{name} 1"], taken[f"{name} 2"]
        rows.append(
            (
                name,
                f"{min(one):.2f}",
                f"{min(two):.2f}",
                f"{min(one) / min(two):.2f}",
                f"{median(one) / median(two):.2f}",
            )
        )
    share = float(rows[1][3]) / float(rows[0][3])
    return (
        table(
            f"{count:,} sources of all forms, with 1 and 2 workers",
            ("", "1: s", "2: s", "gain of minima", "gain of medians"),
            rows,
        )
        + f"\n  of the gain that there is, the archive has {share:.2f}"
    )


def memory(folder: Path, few: int, many: int) -> str:
    """Memory and time of few sources and of many, and of many once more."""
    rows, highest = [], []
    for count in (few, many):
        given, out = folder / f"given-{count}", folder / f"out-{count}"
        write_archive(given, count)
        first = converted(given, out, os.cpu_count() or 1)
        again = converted(given, out, os.cpu_count() or 1)
        if again["converted"]:
            raise SystemExit(f"{again['converted']} of {count} unchanged sources were converted again")
        highest.append(first["memory"])
        rows.append(
            (
                f"{count:,}",
                f"{first['memory'] / _MEGABYTE:.0f}",
                f"{first['seconds']:.1f}",
                f"{count / first['seconds']:.0f}",
                f"{again['seconds']:.2f}",
                f"{first['seconds'] / again['seconds']:.0f}",
            )
        )
        rmtree(out)
    heading = "Peak memory of the parent, and a second run over unchanged sources"
    columns = ("sources", "MB", "first: s", "a second", "again: s", "times faster")
    return table(heading, columns, rows) + f"\n  memory of many against few: {highest[1] / highest[0]:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--mixed", type=int, default=1000)
    parser.add_argument("--few", type=int, default=2000)
    parser.add_argument("--many", type=int, default=20_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if chosen.files:
            print(rates(folder, chosen.files, chosen.rounds), end="\n\n", flush=True)
        if chosen.mixed:
            print(second_worker(folder, chosen.mixed), end="\n\n", flush=True)
        if chosen.many:
            print(memory(folder, chosen.few, chosen.many))


if __name__ == "__main__":
    main()
