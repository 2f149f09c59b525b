"""`parse --summary`: a table on standard error, the records on standard output as ever."""

import os
import sys
from pathlib import Path

import pytest

from spec_parser.cli import summary
from tests.cli.harness import record_line, run

HEADINGS = (
    "file       form  code    title                    sections  duties  KSA  pay a year         unread  findings\n"
)
ROW = "ferry.txt  text  1234AB  Ferry Pilot 2 (35 Hour)        16       3    3  41760.00-62640.00       0  none\n"
TOTAL = " 1,304 characters, 100.0% accounted for as values, headers, marks, space or furniture.\n"
UNDERSTOOD = (
    "2 statements of qualifications; understood: 50.0% whole (1), 50.0% in part (1), 0.0% not (0).\n"
    "Not understood whole, the most frequent first (N: a number, TITLE: a title):\n"
    "     1  A mate's ticket may be substituted for N year of the TITLE.\n"
)


@pytest.mark.usefixtures("folder")
def test_one_file() -> None:
    result = run("parse", "--summary", "ferry.txt", COLUMNS="120")
    assert result.stderr == HEADINGS + ROW + "1 record;" + TOTAL + UNDERSTOOD
    assert (result.stdout, result.exit_code) == (f"{record_line()}\n", 0)


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_read_has_its_line_and_no_row() -> None:
    result = run("parse", "--summary", "picture.pdf", "ferry.txt", COLUMNS="120")
    assert result.stderr == (
        "spec-parser: picture.pdf: is a GIF image, which is not read: save it as PNG\n"
        + HEADINGS
        + ROW
        + "1 record;"
        + TOTAL
        + UNDERSTOOD
    )
    assert result.exit_code == 2


def test_files_of_the_same_name_are_told_with_their_folder(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "ferry.txt").write_bytes((folder / "ferry.txt").read_bytes())
    result = run("parse", "--summary", "a/ferry.txt", "b/ferry.txt", "b/ferry.txt", COLUMNS="120")
    assert [row.partition("  ")[0] for row in result.stderr.splitlines()[1:4]] == [
        "a/ferry.txt",
        "b/ferry.txt",
        "b/ferry.txt",
    ]


@pytest.mark.usefixtures("folder")
def test_nothing_read() -> None:
    result = run("parse", "--summary", "picture.pdf")
    assert result.stderr.splitlines()[1:] == [
        "file  form  code  title  sections  duties  KSA  pay a year  unread  findings",
        "0 records; 0 characters, 100.0% accounted for as values, headers, marks, space or furniture.",
    ]


@pytest.mark.usefixtures("folder")
def test_a_narrow_terminal_cuts_the_title() -> None:
    result = run("parse", "--summary", "ferry.txt", COLUMNS="98")
    heading, row, *_ = result.stderr.splitlines()
    assert len(heading) == 98
    assert [heading, row] == [
        "file       form  code    title          sections  duties  KSA  pay a year         unread  findings",
        "ferry.txt  text  1234AB  Ferry Pilot …        16       3    3  41760.00-62640.00       0  none",
    ]


@pytest.mark.usefixtures("folder")
def test_a_very_narrow_terminal_leaves_the_title_twelve_characters() -> None:
    result = run("parse", "--summary", "ferry.txt", COLUMNS="20")
    assert result.stderr.splitlines()[1] == (
        "ferry.txt  text  1234AB  Ferry Pilot…        16       3    3  41760.00-62640.00       0  none"
    )


@pytest.mark.usefixtures("folder")
def test_findings_are_counted_by_severity(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "TELEWORK\nNone.\n\nEXAMPLES OF DUTIES\nAT SEA\n- Rows.\n\nEEO\n(99)-Gulls\n\nEFFECTIVE DATE\nSome day\n"
    path = tmp_path_factory.mktemp("mixed") / "mixed.txt"
    path.write_text(text, encoding="utf-8")
    result = run("parse", "--summary", str(path), COLUMNS="120")
    assert result.stderr.splitlines()[1] == (
        "mixed.txt  text  -     -             4       1    0  -               13  2 warning, 2 info"
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("terminal", "no_color", "bold"), [(True, "", True), (True, "1", False), (False, "", False)])
def test_bold_on_a_terminal_only_and_not_against_the_user_s_wish(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, no_color: str, bold: bool
) -> None:
    styled: list[bool] = []
    monkeypatch.setattr("spec_parser.cli.summary.Summary._line", lambda *_, bold: styled.append(bold))
    monkeypatch.setattr("spec_parser.cli.summary.sys", Terminal(terminal))
    run("parse", "--summary", "ferry.txt", NO_COLOR=no_color)
    assert styled == [bold, False]


class Terminal:
    """Stands for `sys` where only standard error is asked whether it is a terminal."""

    def __init__(self, terminal: bool) -> None:
        self.stderr = self
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def fileno(self) -> int:
        raise OSError("no terminal has a size here")


def test_the_table_is_as_wide_as_the_terminal_that_it_is_shown_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output may be a file then: its width says nothing."""
    asked: list[int] = []

    def size(descriptor: int) -> os.terminal_size:
        asked.append(descriptor)
        return os.terminal_size((92, 24))

    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr("os.get_terminal_size", size)
    monkeypatch.setattr("sys.stderr", sys.__stderr__)
    assert summary.width() == 92
    assert asked == [2]
