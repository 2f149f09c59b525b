"""What a load that fails, is killed, or is not alone leaves: the target as it was, or as it must be."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from spec_parser.errors import SpecParserError
from spec_parser.warehouse.conversion import Conversion
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.loading import load
from spec_parser.warehouse.tables import BY_NAME, TABLES
from spec_parser.warehouse.targets import opened
from spec_parser.warehouse.targets.sql import SqlTarget
from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.killing import rounds, tried
from tests.warehouse.servers import schema
from tests.warehouse.targets import FILES, QUICK, held, loaded, moment, url
from tests.warehouse.test_history import timeless

_MOMENTS = (0.2, 1.0)


@pytest.mark.parametrize("kind", FILES)
def test_a_load_into_files_that_is_killed(kind: str) -> None:
    @contextmanager
    def empty() -> Iterator[str]:
        with tempfile.TemporaryDirectory() as folder:
            yield url(kind, Path(folder))

    moments = _MOMENTS if kind in QUICK else _MOMENTS[-1:]
    assert len(list(tried(empty, moments))) == len(moments)


def test_a_load_into_postgresql_that_is_killed(server: str) -> None:
    numbers = count()
    moments = (0.1, 0.5, 0.9, 1.0)
    found = list(tried(lambda: schema(server, f"killed{next(numbers)}"), moments))
    assert len(found) == len(moments)


def test_two_loads_at_once(server: str, tmp_path: Path) -> None:
    folders = rounds(tmp_path)
    with schema(server, "one_after_the_other") as to:
        for when, folder in enumerate(folders, 1):
            loaded(folder, to, when)
        expected = timeless(held(to))
    with schema(server, "at_once") as to:
        command = [sys.executable, "-m", "spec_parser", "load", "--to", to]
        loads = [subprocess.Popen([*command, str(folder)], stderr=subprocess.PIPE) for folder in folders * 2]
        said = [load.communicate()[1] for load in loads]
        assert [load.returncode for load in loads] == [0] * 4, said
        rows = held(to)
    assert timeless(rows) == expected
    assert len(rows["load"]) in (1, 2)  # one, if the older conversion came later


def test_a_load_that_fails_leaves_the_target_as_it_was(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01"),))]), to, 1)
    before = held(to)
    folder = write(tmp_path / "b", [File("b", 2, (Shown("1111AA", "2002-01-01"), Shown("2222BB", "2002-01-01")))])
    lines = (folder / "records.ndjson").read_text(encoding="utf-8").splitlines()
    (folder / "records.ndjson").write_text(f"{lines[0]}\n{{broken", encoding="utf-8")
    with pytest.raises(LoadError, match="line 2 is not as this version writes it"):
        loaded(folder, to, 2)
    assert held(to) == before


def test_a_database_that_refuses(tmp_path: Path, server: str) -> None:
    folder = write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01"),))])
    with schema(server, "refusing") as postgresql:
        for to in (url("duckdb", tmp_path), url("sqlite", tmp_path / "a"), postgresql):
            loaded(folder, to, 1)
            with opened(to) as target, target.loading():
                assert isinstance(target, SqlTarget)
                # PostgreSQL drops no table that a view shows, unless it is told to drop the view as well.
                target.execute("DROP TABLE finding" + " CASCADE" * (to == postgresql))
            with pytest.raises(LoadError, match=r"cannot be loaded, and is as it was: .*finding"):
                loaded(folder, to, 2)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    folder = write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01"),))])
    with pytest.raises(LoadError, match=r"^postgresql://me@127\.0\.0\.1:1/specs: cannot be reached: "):
        loaded(folder, "postgresql://me:secret@127.0.0.1:1/specs", 1)


def test_record_time_goes_forward(to: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01"),))])
    loaded(folder, to, 2)
    with pytest.raises(LoadError, match=f"was last loaded at {moment(2)} UTC; give a later --recorded-at"):
        loaded(folder, to, 2)


def test_tables_of_a_newer_program_are_left_alone(to: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01"),))])
    loaded(folder, to, 1)
    with opened(to) as target:
        assert isinstance(target, SqlTarget)
        with target.loading():
            target.execute("UPDATE migration SET version = 99")
            changed: set[str] = getattr(target, "_changed", set())
            changed.add("migration")
    with pytest.raises(LoadError, match="its tables are of version 99, and this program knows version 1"):
        loaded(folder, to, 2)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda folder: (folder / "manifest.sqlite").unlink(), "holds no manifest.sqlite"),
        (lambda folder: (folder / "manifest.sqlite").write_bytes(b"no database" * 99), "file is not a database"),
        (
            lambda folder: (folder / "findings.ndjson").unlink(),
            "findings.ndjson: cannot be read: No such file or directory; give the place that `spec-parser convert",
        ),
    ],
)
def test_a_folder_that_is_no_conversion(tmp_path: Path, spoil: Any, message: str) -> None:
    folder = write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01"),))])
    spoil(folder)
    with pytest.raises(SpecParserError, match=message):
        loaded(folder, url("sqlite", tmp_path), 1)


def test_postgresql_has_comments_and_compression(server: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01"),))])
    with schema(server, "described") as to:
        with Conversion(folder) as conversion, opened(to) as target:
            load(conversion, target, to)
        with psycopg.connect(to) as base:
            found = base.execute(
                "SELECT c.relname, a.attname, col_description(c.oid, a.attnum), a.attcompression::text"
                " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                " WHERE c.relnamespace = 'described'::regnamespace AND c.relkind = 'r' AND a.attnum > 0"
            ).fetchall()
    assert {row[:3] for row in found} == {
        (one.name, column.name, column.comment) for one in TABLES for column in one.columns
    }
    texts = {(one.name, column.name) for one in TABLES for column in one.columns if column.type in ("text", "json")}
    assert {row[:2] for row in found if row[3] == "l"} == texts


def test_postgresql_has_all_keys_once_it_was_loaded(server: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01"),))])
    with schema(server, "keyed") as to:
        loaded(folder, to, 1)
        with psycopg.connect(to) as base:
            found = base.execute(
                "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint"
                " WHERE connamespace = 'keyed'::regnamespace AND contype IN ('p', 'f') AND convalidated"
            ).fetchall()
            indexes = base.execute("SELECT indexname FROM pg_indexes WHERE schemaname = 'keyed'").fetchall()
    keys = {(table.name, f"PRIMARY KEY ({', '.join(table.key)})") for table in TABLES}
    foreign = {
        (
            table.name,
            f"FOREIGN KEY ({', '.join(one.columns)}) REFERENCES {one.table}({', '.join(BY_NAME[one.table].key)})",
        )
        for table in TABLES
        for one in table.foreign_keys
    }
    assert set(found) == keys | foreign
    made = {f"{table.name}_{'_'.join(columns)}" for table in TABLES for columns in table.indexes}
    assert {name for (name,) in indexes} == made | {f"{table.name}_pkey" for table in TABLES}
