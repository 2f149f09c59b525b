"""Real files that were made to break readers, or have broken them, through the command as people run it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

import pytest

from spec_parser.isolation.allowance import LONGEST
from spec_parser.limits import DEFAULT
from tests.conftest import real_documents

_ROOT = Path(__file__).parent.parent.parent
# Of processor time; and by the clock, where others may have the machine for as long as a worker is given.
_MOST_SECONDS = 10
_MOST_BY_THE_CLOCK = LONGEST * DEFAULT.seconds + _MOST_SECONDS


class _Run(NamedTuple):
    status: int
    records: bytes
    errors: str
    processor: float
    clock: float


def _run(path: Path) -> _Run:
    start = time.monotonic()
    with TemporaryFile() as records, TemporaryFile() as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "spec_parser", "parse", str(path)], cwd=_ROOT, stdout=records, stderr=errors
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        clock = time.monotonic() - start
        records.seek(0)
        errors.seek(0)
        spent = used.ru_utime + used.ru_stime
        return _Run(process.returncode, records.read(), errors.read().decode(), spent, clock)


def _faults(path: Path, run: _Run) -> Iterator[str]:
    if run.processor > _MOST_SECONDS or run.clock > _MOST_BY_THE_CLOCK:
        yield f"{path.name}: took {run.processor:.1f} s, {run.clock:.1f} by the clock"
    if "fault of spec-parser" in run.errors or "Traceback" in run.errors:
        yield run.errors
    if run.status == 0 and (run.errors or not run.records.startswith(b'{"schema_version"')):
        yield f"{path.name}: a record and {run.errors!r}"
    if run.status == 2 and (run.records or len(run.errors.splitlines()) != 1 or str(path) not in run.errors):
        yield f"{path.name}: {run.errors!r} and {run.records[:100]!r}"
    if run.status not in {0, 2}:
        yield f"{path.name}: status {run.status}, {run.errors!r}"


@pytest.mark.parametrize(("folder", "count"), [("hostile-pdf", 47), ("docx", 9)])
def test_a_record_or_one_line_in_time(folder: str, count: int) -> None:
    paths = sorted((real_documents() / folder).iterdir())
    with ThreadPoolExecutor(2) as threads:
        runs = dict(zip(paths, threads.map(_run, paths), strict=True))
    assert [fault for path, run in runs.items() for fault in _faults(path, run)] == []
    assert len(runs) >= count


def test_the_next_file_is_unaffected() -> None:
    """All of them by one command, a good file after each: the worker that reads it has read the one before."""
    good = _ROOT / "corpus" / "forms" / "4207AR" / "word.docx"
    alone = _run(good).records
    paths = sorted((real_documents() / "hostile-pdf").iterdir())
    together = [str(name) for path in paths for name in (path, good)]
    done = subprocess.run(
        [sys.executable, "-m", "spec_parser", "parse", *together], cwd=_ROOT, capture_output=True, check=False
    )
    assert alone.startswith(b'{"schema_version"')
    assert done.stdout.count(alone) == len(paths)
    assert done.stdout.replace(alone, b"").count(b"\n") + done.stderr.count(b"\n") == len(paths)
