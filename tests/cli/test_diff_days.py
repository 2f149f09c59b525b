"""`spec-parser diff` between two days of a warehouse."""

from pathlib import Path

import pytest

from tests.archive.archives import convert
from tests.cli.harness import run
from tests.comparing.specimens import edited
from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.targets import loaded

_OLD = Shown("2086CL", "2015-03-01", ("Counts the boats", "Mends nets"), pay="41000.10")
_NEW = Shown("2086CL", "2021-07-01", ("Rows", "Counts the boats", "Mends the nets"), pay="52000.00")
_LATE = Shown("3086CL", "2020-01-01")

_EDITS = (
    ("$22.86-$34.29", "$23.55-$35.32"),
    ("$1,600.00-$2,400.00", "$1,648.00-$2,472.00"),
    ("$41,760.00-$62,640.00", "$43,012.80-$64,519.20"),
    ("in fog", "at night"),
    ("passengers; reports", "passengers, reports"),
    ("    • the rules of the road at sea;\n", ""),
    ("Four (4)", "Five (5)"),
    ("(2)-Professional", "(1)-Officials And Administrators"),
    ("11/07/2024", "02/28/2025"),
    ("11/13/2024", "03/03/2025"),
)


@pytest.fixture(params=["duckdb", "sqlite"])
def warehouse(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A class that was revised, and one that came later."""
    files = [File("new.txt", 1, (_NEW,)), File("old.txt", 1, (_OLD,)), File("late.txt", 1, (_LATE,))]
    to = f"{request.param}:///{tmp_path / 'warehouse'}"
    loaded(write(tmp_path / "archive", files), to, 1)
    return to


def test_two_days(warehouse: str) -> None:
    result = run("diff", f"{warehouse}@2016-01-01", f"{warehouse}@2022-01-01", "--exit-code", COLUMNS="100")
    assert (result.stderr, result.exit_code) == ("", 1)
    shown = result.stdout.splitlines()
    assert shown[:2] == [
        "us-ct/2086CL: changed",
        "Ferry Inspector 1 (2086CL), 2015-03-01 → Ferry Inspector 1 (2086CL), 2021-07-01",
    ]
    assert "  yearly min  $41,000.10 → $52,000.00  +$10,999.90  +26.83%" in shown
    assert "  ~ changed: 2015-03-01 → 2021-07-01" in shown
    assert shown[-3:] == ["us-ct/3086CL: class added", "", "changed 1, class added 1."]


def test_the_same_day(warehouse: str) -> None:
    result = run("diff", f"{warehouse}@2022-01-01", f"{warehouse}@2022-01-01", "--exit-code")
    assert (result.stdout, result.stderr, result.exit_code) == ("No differences.\n", "", 0)


def test_before_there_was_anything(warehouse: str) -> None:
    result = run("diff", f"{warehouse}@1999-01-01", f"{warehouse}@2015-03-01")
    assert result.stdout == "us-ct/2086CL: class added\n\nclass added 1.\n"


def test_a_place_without_a_day(warehouse: str) -> None:
    result = run("diff", warehouse, f"{warehouse}@2022-01-01")
    assert result.stderr == (
        f"spec-parser: {warehouse}: names no day of a warehouse; write it as duckdb:///specs.duckdb@2024-11-07\n"
    )
    assert result.exit_code == 2


def test_two_days_tell_what_the_two_files_tell(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    old, new = files / "old.txt", files / "new.txt"
    old.write_text(edited(()), encoding="utf-8")
    new.write_text(edited(_EDITS), encoding="utf-8")
    convert(files, out=tmp_path / "archive")
    to = f"duckdb:///{tmp_path / 'warehouse'}"
    loaded(tmp_path / "archive", to, 1)
    told = run("diff", f"{to}@2024-12-31", f"{to}@2025-12-31", COLUMNS="100").stdout
    expected = run("diff", str(old), str(new), COLUMNS="100").stdout
    assert told == f"us-ct/1234AB: changed\n{expected}\nchanged 1.\n"
