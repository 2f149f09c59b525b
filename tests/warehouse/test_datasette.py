"""What is written for Datasette beside a SQLite file: true of the file."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from spec_parser.warehouse.views import CHANGES_BETWEEN
from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.targets import loaded


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("datasette")
    first = Shown("1111AA", "2015-01-01", ("Rows",), pay="40000.00")
    later = Shown("1111AA", "2020-01-01", ("Rows", "Sows"), pay="41000.10")
    folder = write(made / "archive", [File("1.txt", 1, (first,)), File("2.txt", 1, (later,))])
    loaded(folder, f"sqlite:///{made / 'specs.sqlite'}", 1)
    return made / "specs.sqlite"


@pytest.fixture(scope="module")
def described(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.with_name("specs.sqlite.metadata.json").read_text(encoding="utf-8"))
    assert (list(found), list(found["databases"])) == (["title", "databases"], ["specs"])
    described: dict[str, Any] = found["databases"]["specs"]
    return described


@pytest.fixture
def base(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file)) as base:
        yield base


def test_every_column_of_every_table_and_view_is_told(base: sqlite3.Connection, described: dict[str, Any]) -> None:
    there = {
        name: [column for _, column, *_ in base.execute(f"PRAGMA table_info({name})")]
        for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
    }
    assert {name: list(one["columns"]) for name, one in described["tables"].items()} == there


def test_a_table_with_all_that_may_be_told(described: dict[str, Any]) -> None:
    assert described["tables"]["reading"] == {
        "description": "What one specification says, as it was read once. Reading it better gives another reading.",
        "columns": {
            "reading_id": "Hash of the revision's key and of all that was read; the same in every target.",
            "revision_key": described["tables"]["revision_source"]["columns"]["revision_key"],
            "class_key": described["tables"]["job_class"]["columns"]["class_key"],
            "content": described["tables"]["reading"]["columns"]["content"],
        },
        "label_column": "revision_key",
    }


def test_labels_and_facets_are_columns(described: dict[str, Any]) -> None:
    named = [
        (name, column)
        for name, one in described["tables"].items()
        for column in (*one.get("facets", ()), *([one["label_column"]] if "label_column" in one else ()))
    ]
    assert len(named) == 6
    assert [(name, column) for name, column in named if column not in described["tables"][name]["columns"]] == []


def test_foreign_keys_name_the_columns_that_they_lead_to(base: sqlite3.Connection) -> None:
    found = base.execute('SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)', ("duty",))
    assert found.fetchall() == [("reading", "reading_id", "reading_id")]
    named = 'SELECT count(*), count("to") FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name)'
    ((all_of_them, with_column),) = base.execute(named)
    assert all_of_them == with_column > 20


def test_a_question_with_days_is_answered(base: sqlite3.Connection, described: dict[str, Any]) -> None:
    ((name, asked),) = described["queries"].items()
    assert (name, asked["description"], asked["params"]) == (
        "changes_between",
        CHANGES_BETWEEN.comment,
        ["first_day", "second_day"],
    )
    found = base.execute(asked["sql"], {"first_day": "2016-01-01", "second_day": "2021-01-01"})
    assert [one[0] for one in found.description] == [column.name for column in CHANGES_BETWEEN.columns]
    assert found.fetchall() == [
        (
            "us-ct/1111AA",
            "revised",
            "us-ct/1111AA/2015-01-01",
            "us-ct/1111AA/2020-01-01",
            "Ferry Inspector 1",
            "Ferry Inspector 1",
            40000,
            41000.1,
            40000,
            41000.1,
        )
    ]
