"""A disk that is full ends a conversion in one clear line, and the next one goes on."""

import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive.archives import convert, lasting, small

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="disks and limits are made as on Linux")
_TOO_SMALL = 300 * 1024


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 KB, where this user may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_TOO_SMALL}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip(f"no disk can be made here: {made.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _command(given: Path, out: Path, workers: int) -> list[str]:
    return [sys.executable, "-m", "spec_parser", "convert", str(given), "--out", str(out), "--workers", str(workers)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_full_disk_is_one_line_and_room_is_all_it_takes(workers: int, disk: Path, tmp_path: Path) -> None:
    given, out = small(tmp_path / "given"), disk / "out"
    done = subprocess.run(_command(given, out, workers), capture_output=True, check=False)
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, len(lines)) == (2, 1), lines
    assert lines[0].startswith(f"spec-parser: {out}: cannot be written: ")
    assert lines[0].endswith("; make room or give another folder: the next run goes on from here")
    subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
    subprocess.run(_command(given, out, workers), capture_output=True, check=True)
    convert(given, out=tmp_path / "other")
    assert lasting(out) == lasting(tmp_path / "other")


@pytest.mark.parametrize("most", [20_000, 60_000, 150_000])
def test_a_file_that_may_not_grow_is_one_line_wherever_it_happens(most: int, tmp_path: Path) -> None:
    given, out = small(tmp_path / "given"), tmp_path / "out"

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = subprocess.run(_command(given, out, 1), capture_output=True, check=False, preexec_fn=limit)
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, len(lines)) == (2, 1), lines
    assert lines[0].startswith(f"spec-parser: {out}: cannot be written: ")
    assert [path for path in out.rglob("*.part") if path.stat().st_size == 0] == []
    convert(given, out=out)
    convert(given, out=tmp_path / "other")
    assert lasting(out) == lasting(tmp_path / "other")
    shutil.rmtree(out)
