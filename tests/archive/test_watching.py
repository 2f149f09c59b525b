"""What a conversion shows while it runs: on a terminal, elsewhere, and to programs."""

import json
import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from spec_parser.archive.outputs import Changes
from spec_parser.archive.progress import Summary
from spec_parser.cli.watching import duration, summary_lines
from tests.archive.archives import small

_COMMAND = (sys.executable, "-m", "spec_parser", "convert")
_WIDTH = 100


def _on_a_terminal(*arguments: str) -> tuple[int, str]:
    """Run the command with a terminal of 100 columns as its standard error; gives its exit status and what it shows."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(_WIDTH), "LINES": "30"}
    with subprocess.Popen([*_COMMAND, *arguments], stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            shown += part
        os.close(ours)
    return process.returncode, shown.decode()


def test_on_a_terminal_one_line_moves_and_leaves_only_the_summary(tmp_path: Path) -> None:
    given, out = small(tmp_path / "given"), tmp_path / "out"
    status, shown = _on_a_terminal(str(given), "--out", str(out), "--workers", "1")
    assert status == 0
    drawn = re.sub(r"\x1b\[[?0-9;]*[a-zA-Zh-l]", "", shown)
    assert "Finding" in drawn
    assert re.search(
        r"Converting .*9 of 9 +\d+/s · \d+ findings · 1 in quarantine +0 s left", drawn.replace("\r", "\n")
    )
    assert "\x1b[?25l" in shown  # the cursor is hidden
    assert "\x1b[?25h" in shown  # and shown again
    assert "\x1b[2K" in shown  # the line is wiped
    assert max(map(len, re.split(r"[\r\n]+", drawn.split("9 sources")[0]))) <= _WIDTH
    assert re.sub(r"\d+\.\d+ s \([0-9.]+ a second\)", "TIME", drawn.replace("\r", "").rpartition("9 sources")[2]) == (
        " were converted in TIME.\n"
        "Sources: 8 converted, 1 in quarantine.\n"
        "Revisions: 4 added, 0 changed, 0 taken away, 0 as they were.\n"
        f"Look at {out}/report.html\n"
    )


def test_elsewhere_there_are_plain_lines(tmp_path: Path) -> None:
    given, out = small(tmp_path / "given"), tmp_path / "out"
    command = [*_COMMAND, str(given), "--out", str(out), "--workers", "1"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == b""
    assert b"\x1b" not in done.stderr
    assert b"\r" not in done.stderr
    assert done.stderr.decode().splitlines()[-3:] == [
        "Sources: 8 converted, 1 in quarantine.",
        "Revisions: 4 added, 0 changed, 0 taken away, 0 as they were.",
        f"Look at {out}/report.html",
    ]


def test_for_programs_every_line_is_json(tmp_path: Path) -> None:
    given, out = small(tmp_path / "given"), tmp_path / "out"
    command = [*_COMMAND, str(given), "--out", str(out), "--workers", "1", "--json-log", "--exclude", "*.docx"]
    done = subprocess.run(command, capture_output=True, check=True)
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    summary = lines[-1]
    assert summary.pop("seconds") > 0
    assert summary == {
        "event": "summary",
        "out": str(out),
        "dry_run": False,
        "sources": 7,
        "converted": 7,
        "outcomes": {"converted": 6, "refused": 1},
        "left_out": {"--exclude": 2},
        "gone": [],
        "changes": {"added": 4, "changed": 0, "removed": 0, "unchanged": 0},
    }
    assert {line["event"] for line in lines[:-1]} <= {"progress"}


def test_what_fails_is_one_line_for_programs_too(tmp_path: Path) -> None:
    command = [*_COMMAND, str(tmp_path / "nothing"), "--out", str(tmp_path / "out"), "--json-log"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        f"spec-parser: {tmp_path / 'nothing'}: there is no such file, folder or pattern; check its name\n"
    )


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0 s"), (59.4, "59 s"), (187, "3:07 min"), (3599, "59:59 min"), (7500, "2:05 h")]
)
def test_time_is_shown_as_one_reads_it(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (
            Summary(10, 0, {"converted": 10}, {}, (), Changes(0, 0, 0, 10), 2.0),
            "10 sources, all of them converted before; 2.0 s.",
        ),
        (
            Summary(10, 4, {"converted": 10}, {}, (), Changes(0, 0, 0, 10), 2.0),
            "10 sources, 4 of them converted now, in 2.0 s (2 a second); the others were before.",
        ),
        (
            Summary(1, 1, {"converted": 1}, {}, (), Changes(1, 0, 0, 0), 2.0),
            "1 source was converted in 2.0 s (0.5 a second).",
        ),
        (
            Summary(3000, 3000, {"converted": 3000}, {}, (), Changes(1, 0, 0, 0), 20.0),
            "3,000 sources were converted in 20.0 s (150 a second).",
        ),
    ],
)
def test_the_summary_says_what_was_done_now(summary: Summary, line: str) -> None:
    assert next(summary_lines(summary, "out", dry_run=False)) == line
