"""`make programs`: what is missing of the system is installed where the user may, and named where not."""

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "requirements" / "programs.sh"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The folder of a machine's programs: what the script itself needs, an ordinary user, and `present`."""
    for program in ("mktemp", "rm", "tail", "touch", "cat"):
        (tmp_path / program).symlink_to(shutil.which(program) or program)
    _add(tmp_path, "id", "echo 1000")
    _add(tmp_path, "present", "")
    return tmp_path


def _add(machine: Path, name: str, script: str) -> None:
    (machine / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (machine / name).chmod(0o755)


def _run(machine: Path, *pairs: str) -> tuple[int, str, str]:
    environment = {"PATH": str(machine), "TMPDIR": str(machine)}
    done = subprocess.run(["/bin/sh", SCRIPT, *pairs], env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_nothing_is_said_where_nothing_is_missing(machine: Path) -> None:
    assert _run(machine, "present:some-package", f"{machine}:a-folder") == (0, "", "")


def test_who_may_not_install_is_told_what_is_missing(machine: Path) -> None:
    _add(machine, "apt-get", "exit 9")
    message = "warning: some programs are missing; install them (on Debian and Ubuntu: apt-get install ocr words)\n"
    assert _run(machine, "ocr:ocr", "present:here", "/no/dictionary:words") == (0, "", message)


def test_without_apt_get_root_is_told_too(machine: Path) -> None:
    _add(machine, "id", "echo 0")
    message = "warning: some programs are missing; install them (on Debian and Ubuntu: apt-get install ocr)\n"
    assert _run(machine, "ocr:ocr") == (0, "", message)


@pytest.mark.parametrize("way", ["root", "sudo"])
def test_who_may_has_it_installed(machine: Path, way: str) -> None:
    if way == "root":
        _add(machine, "id", "echo 0")
    else:
        _add(machine, "sudo", 'shift; "$@"')
    _add(machine, "apt-get", f'echo "$@" >> {machine}/asked; echo much')
    assert _run(machine, "ocr:ocr", "/no/dictionary:words") == (0, "Installing ocr words with apt-get\n", "")
    update, install = (machine / "asked").read_text(encoding="utf-8").splitlines()
    assert update.split()[0] == "update"
    assert (install.split()[0], install.split()[-2:]) == ("install", ["ocr", "words"])


def test_an_installation_that_fails_says_why_and_goes_on(machine: Path) -> None:
    _add(machine, "id", "echo 0")
    _add(machine, "apt-get", "echo no such package; exit 100")
    status, out, err = _run(machine, "ocr:ocr")
    assert (status, out) == (0, "Installing ocr with apt-get\n")
    reason, warning = err.splitlines()
    assert reason == "no such package"
    assert warning.startswith("warning: apt-get could not install ocr; all it said is in ")
