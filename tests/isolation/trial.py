"""Files that went wrong, one after the other in one worker: what becomes of each, and of the good file after it."""

import re
import resource
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import spec_parser
from spec_parser import SpecParserError
from spec_parser.isolation import keeper
from spec_parser.limits import Limits
from spec_parser.readers.options import Options
from tests.isolation.mutations import Mutant

_DETAIL = re.compile(r"\(.*\)|\d[\d,.]*|'[^']*'|\"[^\"]*\"")
_STATUS = "/proc/{}/status"


class Result(NamedTuple):
    """What became of a file: a record, or its error without details; seconds; megabytes above the idle worker."""

    mutant: Mutant
    outcome: str
    message: str
    seconds: float
    memory: int


class Trial:
    """Tries files.

    Args:
        good: a file whose record must be the same after each of them.
        ocr: whether images are recognised.
        limits: as for any file.
    """

    def __init__(self, good: Path, *, ocr: bool, limits: Limits) -> None:
        self._good = good.read_bytes()
        self._limits = limits
        self._how = Options(ocr=ocr)
        self._expected = self._parse(self._good)
        self._idle = _peak()

    def results(self, mutants: Iterable[Mutant]) -> list[Result]:
        """What becomes of each."""
        return [self._result(mutant) for mutant in mutants]

    def _result(self, mutant: Mutant) -> Result:
        worker = _worker()
        _forget_peak()
        start = time.perf_counter()
        try:
            outcome = message = "a record"
            self._parse(mutant.data)
        except SpecParserError as error:
            message = str(error)
            outcome = _DETAIL.sub("…", message.partition(": ")[2]).partition(":")[0]
        seconds = time.perf_counter() - start
        memory = _peak() - self._idle if _worker() == worker else _dead_peak() - self._idle
        if self._parse(self._good) != self._expected:
            outcome = "spoils the next file"
        return Result(mutant, outcome, message, seconds, memory)

    def _parse(self, data: bytes) -> bytes:
        return spec_parser.parse(data, name="file", limits=self._limits, how=self._how).to_json()


def summary(results: list[Result]) -> str:
    """A table of outcomes, then the slowest and those that took most memory."""
    lines = [f"{count:6}  {outcome}" for outcome, count in Counter(one.outcome for one in results).most_common()]
    lines.append("\nslowest")
    lines += [
        f"{one.seconds:6.2f} s   {one.mutant.name}, {one.mutant.deed}: {one.message}"
        for one in sorted(results, key=lambda one: -one.seconds)[:10]
    ]
    lines.append("\nmost memory")
    lines += [
        f"{one.memory:6} MB  {one.mutant.name}, {one.mutant.deed}: {one.message}"
        for one in sorted(results, key=lambda one: -one.memory)[:10]
    ]
    return "\n".join(lines)


def _worker() -> int:
    process = keeper._Here.keeper._process
    return 0 if process is None else process._pid


def _forget_peak() -> None:
    path = Path(f"/proc/{_worker()}/clear_refs")
    if path.exists():
        path.write_text("5", encoding="ascii")


def _peak() -> int:
    """Megabytes that the worker has held at most since it was last forgotten."""
    try:
        status = Path(_STATUS.format(_worker())).read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else 0


def _dead_peak() -> int:
    """Megabytes that any dead worker has held at most."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
