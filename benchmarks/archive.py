"""An archive converted in bulk: rate a worker, gain of a second one, memory, resuming.

    python -m benchmarks.archive [--files 200] [--mixed 1000] [--few 2000] [--many 20000]

What is compared is run in turns, by the clock on the wall, because files are read in a process beside. The last part
makes and converts `--many` sources, which takes ten minutes; `--many 0` leaves it out.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import Any

import spec_parser
from benchmarks.archives import FORMS, write_archive
from benchmarks.table import table
from spec_parser.archive.engines import Here
from spec_parser.archive.running import Choices, convert_archive

_ROUNDS = 3
_LOOPS = 100_000_000
_MEGABYTE = 1 << 20


def single(paths: list[Path]) -> float:
    """Seconds that the files take one by one, each from its path to its JSON."""
    began = time.perf_counter()
    for path in paths:
        spec_parser.parse(path).to_json()
    return time.perf_counter() - began


def bulk(folder: Path, out: Path, *, records_only: bool) -> float:
    """Seconds that the conversion of a folder takes in this process, report and all.

    Args:
        folder: of the sources.
        out: of the archive.
        records_only: without references.ndjson and duties.ndjson.
    """
    rmtree(out, ignore_errors=True)
    began = time.perf_counter()
    convert_archive([str(folder)], out, Here(), choices=Choices(records_only=records_only))
    return time.perf_counter() - began


def rates(folder: Path, count: int) -> str:
    """In bulk against one by one, by form: with all files, and with records only."""
    rows = []
    for form in FORMS:
        given, out = folder / form, folder / "out"
        paths = [path for path in write_archive(given, count, forms=(form,), bad=False) if path.suffix == f".{form}"]
        single(paths[:20])
        alone, whole, records = [], [], []
        for _ in range(_ROUNDS):
            alone.append(single(paths))
            whole.append(bulk(given, out, records_only=False))
            records.append(bulk(given, out, records_only=True))
        least = [min(seconds) for seconds in (alone, whole, records)]
        rows.append(
            (form, *(f"{count / seconds:.0f}" for seconds in least), *(f"{least[0] / one:.2f}" for one in least[1:]))
        )
    return table(
        f"{count} files of each form in one process: files a second, and ratios to one by one",
        ("", "one by one", "in bulk", "--records-only", "in bulk", "--records-only"),
        rows,
    )


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
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--mixed", type=int, default=1000)
    parser.add_argument("--few", type=int, default=2000)
    parser.add_argument("--many", type=int, default=20_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if chosen.files:
            print(rates(folder, chosen.files), end="\n\n", flush=True)
        if chosen.mixed:
            print(second_worker(folder, chosen.mixed), end="\n\n", flush=True)
        if chosen.many:
            print(memory(folder, chosen.few, chosen.many))


if __name__ == "__main__":
    main()
