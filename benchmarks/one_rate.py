"""Reads files in this process, one by one or in bulk, and prints the seconds: by the clock, and of this process.

    python -m benchmarks.one_rate single|bulk|records FOLDER WARM OUT

To be run as a process of its own: whoever has read a file before reads it faster, for its texts are remembered. What
has to be loaded and started is so before the clock runs, by other files.
"""

import sys
import time
from pathlib import Path
from shutil import rmtree

import spec_parser
from spec_parser.archive.engines import Here
from spec_parser.archive.running import Choices, convert_archive


def single(folder: Path) -> None:
    """Read files one by one, each from its path to its JSON, as from Python."""
    for path in sorted(folder.rglob("*.*")):
        spec_parser.parse(path).to_json()


def bulk(folder: Path, out: Path, *, records_only: bool) -> None:
    """Convert a folder in this process, report and all, with or without references.ndjson and duties.ndjson."""
    convert_archive([str(folder)], out, Here(), choices=Choices(records_only=records_only))


def main() -> None:
    way, folder, warm, out = sys.argv[1], *map(Path, sys.argv[2:])
    for given in (warm, folder):
        rmtree(out, ignore_errors=True)
        began, worked = time.perf_counter(), time.process_time()
        if way == "single":
            single(given)
        else:
            bulk(given, out, records_only=way == "records")
        passed, worked = time.perf_counter() - began, time.process_time() - worked
    print(passed, worked)


if __name__ == "__main__":
    main()
