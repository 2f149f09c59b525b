"""What the URL of a target may say, and what DuckDB holds in memory."""

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.rows import ROWS
from spec_parser.warehouse.tables import BY_NAME, TABLES
from spec_parser.warehouse.targets import opened
from spec_parser.warehouse.targets.duckdb import DuckDbTarget
from spec_parser.warehouse.targets.naming import without_password
from tests.cli.harness import run
from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.servers import schema
from tests.warehouse.targets import held, loaded, url

_SECTION = BY_NAME["section"]
_MEGABYTE = 1_000_000
_HOLD = "import duckdb, sys; base = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()"


def _conversion(folder: Path) -> Path:
    return write(folder / "archive", [File("a", 1, (Shown("1111AA", "2001-01-01"),))])


@pytest.mark.parametrize("kind", ["duckdb", "parquet"])
def test_a_limit_of_memory_changes_no_row(tmp_path: Path, kind: str) -> None:
    folder = _conversion(tmp_path)
    loaded(folder, f"{kind}:///{tmp_path / 'as-it-is'}", 1)
    loaded(folder, f"{kind}:///{tmp_path / 'limited'}?memory_limit=300MB", 1)
    assert held(f"{kind}:///{tmp_path / 'limited'}") == held(f"{kind}:///{tmp_path / 'as-it-is'}")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("duckdb:///{}/a?memory=2GB", "has the option memory; this kind of target knows memory_limit only"),
        ("sqlite:///{}/a?memory_limit=2GB", "has the option memory_limit; this kind of target has no options"),
        ("parquet:///{}/a?memory_limit", "its options cannot be read; write ?name=value"),
        ("duckdb:///{}/a?memory_limit=much", "memory_limit=much: is no size that will do; write it as 500MB or 2GB"),
        ("iceberg:///{}/a?memory_limit=much", "memory_limit=much: is no size that will do; write it as 500MB or 2GB"),
        ("duckdb:///?memory_limit=2GB", "names no path; three slashes stand before it, as in duckdb:///specs.duckdb"),
    ],
)
def test_options_that_will_not_do(tmp_path: Path, url: str, message: str) -> None:
    with pytest.raises(LoadError) as refused:
        opened(url.format(tmp_path))
    assert str(refused.value).removeprefix(f"{url.format(tmp_path)}: ") == message


@pytest.mark.parametrize("kind", ["duckdb", "parquet"])
def test_too_little_memory_is_one_line(tmp_path: Path, kind: str) -> None:
    with pytest.raises(
        LoadError, match=r"cannot be loaded, .*more memory than DuckDB was given; give it more with \?m"
    ):
        loaded(_conversion(tmp_path), f"{kind}:///{tmp_path / 'small'}?memory_limit=1MB", 1)


def _gibibytes(target: DuckDbTarget) -> float:
    ((limit,),) = target.ask("SELECT current_setting('memory_limit')")
    number, unit = limit.split()
    assert unit == "GiB"
    return float(number)


def test_rows_that_are_more_than_memory_holds(tmp_path: Path) -> None:
    rows = [ROWS["section"](number, 1, "duties", None, f"{number} " * (_MEGABYTE // 4)) for number in range(100, 250)]
    with DuckDbTarget(tmp_path / "much.duckdb") as target:
        at_first = _gibibytes(target)
        target.create([_SECTION])
        with target.loading():
            target.insert("section", _SECTION, rows)
            ((limit, aside),) = target.ask(
                "SELECT current_setting('memory_limit'), sum(temporary_storage_bytes) FROM duckdb_memory()"
            )
        assert (limit, aside > 0) == ("135.0 MiB", True)
        assert _gibibytes(target) == pytest.approx(at_first, rel=0.02)
        assert {len(row.text) for row in target.listed(_SECTION)} == {_MEGABYTE}


def test_a_load_writes_with_one_thread_and_leaves_the_others(tmp_path: Path) -> None:
    asked = "SELECT current_setting('threads')"
    with DuckDbTarget(tmp_path / "one.duckdb") as target:
        before = target.ask(asked)
        with target.loading():
            assert target.ask(asked) == [(1,)]
        assert target.ask(asked) == before
        with pytest.raises(LoadError, match=r"cannot be loaded, and is as it was: .*no_such_table"), target.loading():
            target.execute("DROP TABLE no_such_table")
        assert target.ask(asked) == before


def test_rows_of_a_load_that_failed_do_not_come_with_the_next(tmp_path: Path) -> None:
    rows = [ROWS["section"](number, 1, "duties", None, "Rows") for number in range(2)]
    with DuckDbTarget(tmp_path / "two.duckdb") as target:
        target.create([_SECTION])
        with suppress(KeyboardInterrupt), target.loading():
            target.add(_SECTION, rows[:1])
            raise KeyboardInterrupt
        with target.loading():
            target.add(_SECTION, rows[1:])
        assert list(target.listed(_SECTION)) == rows[1:]


@pytest.mark.parametrize("kind", ["parquet", "iceberg"])
def test_many_rows_that_are_long(tmp_path: Path, kind: str) -> None:
    chance = random.Random(8)
    rows = [ROWS["section"](number, 1, "duties", None, chance.randbytes(4_000).hex()) for number in range(20_000)]
    with opened(f"{kind}:///{tmp_path / 'warehouse'}") as target, target.loading():
        target.create(TABLES)
        target.add(_SECTION, rows)
    with opened(f"{kind}:///{tmp_path / 'warehouse'}") as target:
        asked = "SELECT count(*), min(length(text)), max(length(text)) FROM section"
        assert target.ask(asked) == [(len(rows), 8_000, 8_000)]


@pytest.mark.parametrize("kind", ["parquet", "iceberg"])
def test_a_folder_whose_name_is_a_pattern_that_another_one_matches(tmp_path: Path, kind: str) -> None:
    conversion = _conversion(tmp_path)
    places = [tmp_path / name for name in ("specs*", "specs1", "spec[s]", "specs[1]")]
    for place in places:
        place.mkdir()
        loaded(conversion, url(kind, place), 1)
    alone = held(url(kind, places[1]))
    assert len(alone["class_revision"]) == 1
    assert [held(url(kind, place)) for place in places] == [alone] * len(places)


@pytest.mark.parametrize("sign", ["\x01", "𝔘"])
def test_a_text_as_long_as_a_document_may_be(tmp_path: Path, sign: str) -> None:
    row = ROWS["section"](1, 1, "duties", None, sign * 4_000_000)
    with DuckDbTarget(tmp_path / "long.duckdb") as target:
        target.create([_SECTION])
        with target.loading():
            target.insert("section", _SECTION, [row])
        assert list(target.listed(_SECTION)) == [row]


def test_a_file_that_is_none_of_duckdb(tmp_path: Path) -> None:
    (tmp_path / "block.duckdb").write_bytes(b"no database" * 999)
    with pytest.raises(LoadError, match=r"block\.duckdb: cannot be opened: .*not a valid DuckDB database file"):
        opened(f"duckdb:///{tmp_path / 'block.duckdb'}")


def test_a_file_that_another_process_has_open(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _HOLD, str(tmp_path / "held.duckdb")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(
            LoadError, match=r"cannot be opened: another process has it open; wait for it, or close it$"
        ):
            opened(f"duckdb:///{tmp_path / 'held.duckdb'}")
        holder.kill()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:secret@host:5433/specs?sslmode=require", "postgresql://me@host:5433/specs"),
        ("postgresql://me:p@ss:word@host/specs", "postgresql://me@host/specs"),
        ("postgresql://me@host/specs", "postgresql://me@host/specs"),
        ("postgresql://host/specs?user=me&password=secret", "postgresql://host/specs"),
        ("duckdb:///specs.duckdb?memory_limit=2GB", "duckdb:///specs.duckdb?memory_limit=2GB"),
        ("sqlite:////srv/a@b:c/specs", "sqlite:////srv/a@b:c/specs"),
        ("not://me:secret@host", "not://me@host"),
    ],
)
def test_what_is_shown_of_a_url(url: str, shown: str) -> None:
    assert without_password(url) == shown


def test_a_load_does_not_tell_the_password(server: str, tmp_path: Path) -> None:
    with schema(server, "telling") as to:
        given = to.replace("tests@", "tests:secret@")
        first, again = (run("load", str(_conversion(tmp_path / name)), "--to", given) for name in ("a", "b"))
    assert first.stderr.splitlines()[-1] == f"The tables are in {server}; `class_revision` is the one to begin with."
    assert again.stderr.splitlines()[-1] == f"Nothing changed in {server}."
