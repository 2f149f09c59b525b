"""What only a whole archive tells: in this process or in others, and whatever becomes of those."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from spec_parser.archive import beside
from spec_parser.archive.engines import Here, Processes
from spec_parser.archive.running import Choices
from spec_parser.archive.telling import Apart, LostTellerError, Teller
from tests.archive.archives import convert, lasting, small


class Failing:
    """Takes anything, then tells two lines and fails."""

    def __init__(self, error: Exception) -> None:
        self._error = error
        self._size = 0

    def add(self, needed: bytes) -> None:
        self._size += len(needed)

    def lines(self) -> Iterator[bytes]:
        yield b"%d\n" % self._size
        yield b"%d\n" % os.getpid()
        raise self._error

    def close(self) -> None:
        """Nothing is held."""


class FailingKind(NamedTuple):
    """A kind of teller that fails."""

    error: Exception

    def needed(self, *_: Any) -> bytes:
        return b"needed\n" * 5000

    def teller(self) -> Teller:
        return Failing(self.error)


class KilledKind(NamedTuple):
    """A kind of teller whose process is ended."""

    def needed(self, *_: Any) -> bytes:
        return b"needed\n" * 5000

    def teller(self) -> Teller:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError


class Meeting:
    """Takes anything, and tells a line once another one like it has begun."""

    def __init__(self, mine: Path, other: Path) -> None:
        self._mine = mine
        self._other = other

    def add(self, needed: bytes) -> None:
        """Nothing is needed."""

    def lines(self) -> Iterator[bytes]:
        self._mine.touch()
        deadline = time.monotonic() + 20
        while not self._other.exists():
            if time.monotonic() > deadline:
                raise OSError("is alone")
            time.sleep(0.01)
        yield b"met\n"

    def close(self) -> None:
        """Nothing is held."""


class MeetingKind(NamedTuple):
    """A kind of teller that waits for another one."""

    mine: Path
    other: Path

    def needed(self, *_: Any) -> bytes:
        return b""

    def teller(self) -> Teller:
        return Meeting(self.mine, self.other)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small(tmp_path_factory.mktemp("given") / "specs")


def test_processes_tell_the_same_as_this_one(given: Path, tmp_path: Path) -> None:
    convert(given, out=tmp_path / "here", engine=Here())
    convert(given, out=tmp_path / "there", engine=Processes(2))
    here = lasting(tmp_path / "here")
    assert lasting(tmp_path / "there") == here
    assert here["references.ndjson"].count(b"\n") > 10


def test_processes_tell_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    monkeypatch.setattr(beside, "References", lambda _profile: MeetingKind(one, other))
    monkeypatch.setattr(beside, "Duties", lambda: MeetingKind(other, one))
    with beside.Beside("us-ct", apart=True) as telling:
        telling.write(tmp_path)
    assert [(tmp_path / name).read_bytes() for name in beside.FILES] == [b"met\n", b"met\n"]


def test_what_a_process_cannot_do_is_told_as_if_it_were_this_one() -> None:
    teller = Apart(FailingKind(OSError(28, "No space left on device")))
    for _ in range(10):
        teller.add(b"needed\n" * 5000)
    with pytest.raises(OSError, match="No space left on device"):
        list(teller.lines())
    teller.close()


def test_a_process_that_is_ended_is_one_line() -> None:
    teller = Apart(KilledKind())
    with pytest.raises(LostTellerError, match="run the command again"):
        list(teller.lines())
    teller.close()


def test_a_run_whose_process_is_ended_leaves_no_part_and_the_next_one_ends_as_ever(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with monkeypatch.context() as changed:
        changed.setattr(beside, "Duties", KilledKind)
        with pytest.raises(LostTellerError):
            convert(given, out=out, engine=Processes(2))
    assert list(out.rglob(".*.part")) == []
    convert(given, out=out)
    convert(given, out=tmp_path / "other")
    assert lasting(out) == lasting(tmp_path / "other")


def test_a_process_ends_with_the_conversion_that_was_killed() -> None:
    code = (
        "import os, sys\nfrom spec_parser.archive.duties import Duties\nfrom spec_parser.archive.telling import Apart\n"
        "if __name__ == '__main__':\n"
        "    teller = Apart(Duties())\n    teller.add(b'[\"a\", null, []]\\n')\n"
        "    print(teller._process.pid, flush=True)\n    os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL
    deadline = time.monotonic() + 20
    while _runs(int(done.stdout)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(int(done.stdout))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]


def test_records_alone_are_written_where_nothing_else_is_asked_for(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    convert(given, out=out)
    whole = lasting(out)
    assert convert(given, out=out, choices=Choices(records_only=True)).changes.unchanged == 4
    assert lasting(out) == whole  # nothing has changed: what they tell still holds
    (given / "more.txt").write_bytes((given / "4207AR.txt").read_bytes().replace(b"4207AR", b"4208AR"))
    convert(given, out=out, choices=Choices(records_only=True))
    assert sorted({*whole} - {*lasting(out)}) == ["duties.ndjson", "references.ndjson"]
    convert(given, out=out)
    convert(given, out=tmp_path / "other")
    assert lasting(out) == lasting(tmp_path / "other")
    (given / "more.txt").unlink()
    assert multiprocessing.active_children() == []
