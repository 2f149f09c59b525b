"""Files that went wrong, one after the other in one worker: what becomes of each, and of the good file after it."""

import os
import re
import threading
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import spec_parser
from spec_parser import SpecParserError
from spec_parser.isolation.here import Here
from spec_parser.limits import Limits
from spec_parser.readers.options import Options
from tests.isolation.mutations import Mutant

_DETAIL = re.compile(r"\(.*\)|\d[\d,.]*|'[^']*'|\"[^\"]*\"")
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


class Result(NamedTuple):
    """What became of a file.

    Attributes:
        mutant: the file.
        outcome: a record, or its error without details.
        message: the whole of it.
        seconds: of processor time, of this process, the worker and what it has started; on an idle machine those are
            the seconds on the wall.
        memory: the megabytes that the worker took most, above what it holds when idle.
    """

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

    def results(self, mutants: Iterable[Mutant]) -> list[Result]:
        """What becomes of each."""
        return [self._result(mutant) for mutant in mutants]

    def _result(self, mutant: Mutant) -> Result:
        start = _spent()
        with _Peak(_worker()) as peak:
            try:
                outcome = message = "a record"
                self._parse(mutant.data)
            except SpecParserError as error:
                message = str(error)
                outcome = _DETAIL.sub("…", message.partition(": ")[2]).partition(":")[0]
        seconds = _spent() - start
        if self._parse(self._good) != self._expected:
            outcome = "spoils the next file"
        return Result(mutant, outcome, message, seconds, peak.megabytes)

    def _parse(self, data: bytes) -> bytes:
        return spec_parser.parse(data, name="file", limits=self._limits, how=self._how).to_json()


def summary(results: list[Result]) -> str:
    """A table of outcomes, then the slowest and those that took most memory."""
    lines = [f"{count:6}  {outcome}" for outcome, count in Counter(one.outcome for one in results).most_common()]
    lines.append("\nslowest, processor time")
    lines += [
        f"{one.seconds:6.2f} s   {one.mutant.name}, {one.mutant.deed}: {one.message}"
        for one in sorted(results, key=lambda one: -one.seconds)[:10]
    ]
    lines.append("\nmost memory above the idle worker")
    lines += [
        f"{one.memory:6} MB  {one.mutant.name}, {one.mutant.deed}: {one.message}"
        for one in sorted(results, key=lambda one: -one.memory)[:10]
    ]
    return "\n".join(lines)


def _worker() -> int:
    process = Here.keeper._process
    return 0 if process is None else process._pid


def _spent() -> float:
    """Processor time of this process, of all that it has waited for, and of its worker."""
    process = Here.keeper._process
    return sum(os.times()[:4]) + (0 if process is None else process.spent())


class _Peak:
    """Watches how much memory a process takes while it lives; nobody tells of it afterwards."""

    def __init__(self, pid: int) -> None:
        self._folder = Path(f"/proc/{pid}")
        self._over = threading.Event()
        self._most = 0

    def __enter__(self) -> "_Peak":
        if self._folder.exists():
            (self._folder / "clear_refs").write_text("5", encoding="ascii")  # forget the peak so far
        self._idle = self._now()
        self._watching = threading.Thread(target=self._watch)
        self._watching.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._most = max(self._most, self._now())
        self._over.set()
        self._watching.join()

    @property
    def megabytes(self) -> int:
        """The most that it has taken above what it held at first."""
        return max(self._most - self._idle, 0) // 1024

    def _watch(self) -> None:
        while not self._over.wait(0.01):
            self._most = max(self._most, self._now())

    def _now(self) -> int:
        """Kilobytes that it has held at most."""
        try:
            found = _PEAK.search((self._folder / "status").read_text(encoding="utf-8"))
        except OSError:
            return 0
        return int(found[1]) if found else 0
