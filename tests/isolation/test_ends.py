"""Whatever a file does to the process that reads it: one clear line, and the next file is read as ever."""

import os
import time
from pathlib import Path
from typing import Any

import pytest

from spec_parser import LimitError, TimeLimitError, UnreadableError
from spec_parser.isolation import begin
from spec_parser.isolation.here import Here
from spec_parser.limits import MEGABYTE, Limits
from spec_parser.readers.options import DEFAULT as HOW
from tests.cases import cases

pytestmark = [pytest.mark.usefixtures("misbehaving"), pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")]

LIMITS = Limits(seconds=1, memory=64 * MEGABYTE)
ERRORS = {"LimitError": LimitError, "TimeLimitError": TimeLimitError, "UnreadableError": UnreadableError}


def _text(deed: str, limits: Limits = LIMITS) -> str:
    return begin("html", f"<p>{deed}".encode(), name="boat.html", limits=limits, how=HOW).document().text


@pytest.mark.parametrize("case", cases(__file__, "ends"))
def test_end(case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(ERRORS[case["error"]]) as caught:
            _text(case["does"])
        assert (type(caught.value), str(caught.value)) == (ERRORS[case["error"]], case["message"])
    elif "ends" in case:
        assert _text(case["does"]).endswith(case["ends"])
    else:
        assert _text(case["does"]) == case["text"]
    assert _text("good") == "good boat.html 1 auto"


def test_a_worker_is_kept_while_all_is_well() -> None:
    assert _text("pid") == _text("pid")


def test_a_worker_that_was_refused_a_file_by_its_reader_is_kept() -> None:
    before = _text("pid")
    with pytest.raises(UnreadableError, match="is torn"):
        _text("raise unreadable")
    assert _text("pid") == before


def test_a_worker_is_replaced_when_it_has_grown() -> None:
    first = _text("keep 0")
    assert _text("keep 40") == first
    assert _text("pid") != first


def test_a_worker_is_replaced_after_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spec_parser.isolation.worker._MOST_FILES", 3)
    served = [_text("pid") for _ in range(7)]
    assert [served.count(pid) for pid in dict.fromkeys(served)] == [3, 3, 1]


def test_a_worker_that_somebody_kills_between_files_is_replaced() -> None:
    os.kill(int(_text("pid").split()[0]), 9)
    time.sleep(0.05)
    assert _text("good") == "good boat.html 1 auto"


@pytest.mark.parametrize("deed", ["children", "strays"])
def test_what_a_file_has_started_is_killed_with_its_process(tmp_path: Path, deed: str) -> None:
    noted = tmp_path / "pid"
    with pytest.raises(LimitError):
        _text(f"{deed} {noted}")
    grandchild = int(noted.read_text(encoding="utf-8"))
    _wait_until_gone(grandchild)


def _wait_until_gone(pid: int) -> None:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return
        if state == "Z":
            return
        time.sleep(0.01)
    pytest.fail(f"process {pid} is still there")


def test_temporary_files_go_with_the_worker_that_made_them(tmp_path: Path) -> None:
    left = Path(_text("slow 2").split()[0])
    assert left.exists()
    Here.keeper.stop()
    assert not left.parent.exists()
    noted = tmp_path / "folder"
    with pytest.raises(LimitError):
        _text(f"slow-and-hang {noted}")
    assert not Path(noted.read_text(encoding="utf-8")).exists()


def test_the_next_file_is_read_while_this_one_is_understood() -> None:
    one, other = (begin("html", data, name="boat.html", limits=LIMITS, how=HOW) for data in (b"<p>first", b"<p>second"))
    assert other.document().text == "second boat.html 1 auto"
    assert one.document().text == "first boat.html 1 auto"
    assert one.document() is one.document()


def test_a_crash_is_told_of_the_file_that_crashed_whichever_is_asked_first() -> None:
    files = [begin("html", data, name=None, limits=LIMITS, how=HOW) for data in (b"<p>one", b"<p>null", b"<p>three")]
    assert files[2].document().text == "three None 1 auto"
    with pytest.raises(UnreadableError, match="SIGSEGV"):
        files[1].document()
    assert files[0].document().text == "one None 1 auto"


def test_a_worker_that_nobody_is_left_to_end_ends_by_itself(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    parent = os.fork()
    if parent == 0:
        begin("html", b"<p>hang", name=None, limits=LIMITS._replace(seconds=0.2), how=HOW)
        time.sleep(0.3)
        process = Here.keeper.start()
        noted.write_text(str(process._pid), encoding="utf-8")
        os.kill(os.getpid(), 9)
    os.waitpid(parent, 0)
    _wait_until_gone(int(noted.read_text(encoding="utf-8")))
