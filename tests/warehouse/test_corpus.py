"""The corpus in every target: equal rows, and the questions of docs/warehouse.md answered."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest

from spec_parser.warehouse.tables import BY_NAME, TABLES
from tests.archive.archives import CORPUS, convert
from tests.warehouse.servers import schema
from tests.warehouse.targets import FILES, held, loaded, url

_PAGE = Path(__file__).parents[2] / "docs" / "warehouse.md"
_QUESTIONS = re.findall(r"(?m)^(\S.*):\n\n```sql\n((?:.*\n)*?)```", _PAGE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The text specimens of the corpus, converted."""
    out = tmp_path_factory.mktemp("archive")
    convert(CORPUS / "*.txt", CORPUS / "generated" / "*.txt", out=out)
    return out


@pytest.fixture(scope="module")
def filled(archive: Path, tmp_path_factory: pytest.TempPathFactory, server: str) -> Iterator[dict[str, str]]:
    """The corpus in each kind of target, by its name."""
    with schema(server, "corpus") as postgresql:
        targets = {kind: url(kind, tmp_path_factory.mktemp(kind)) for kind in FILES} | {"postgresql": postgresql}
        for to in targets.values():
            loaded(archive, to, 1)
        yield targets


def test_all_targets_hold_the_same_rows(filled: dict[str, str]) -> None:
    held_by = {kind: held(to) for kind, to in filled.items()}
    assert all(len(rows) > 1 for name, rows in held_by["duckdb"].items() if name not in {"load", "migration"})
    for rows in held_by.values():
        assert rows == held_by["duckdb"]


def test_foreign_keys_hold_where_they_are_not_declared(filled: dict[str, str]) -> None:
    led = 0
    with duckdb.connect(filled["duckdb"].removeprefix("duckdb:///"), read_only=True) as base:
        for table in TABLES:
            for foreign in table.foreign_keys:
                named = base.table(table.name).filter(" AND ".join(f"{name} IS NOT NULL" for name in foreign.columns))
                there = base.table(foreign.table).project(", ".join(BY_NAME[foreign.table].key))
                keys = named.project(", ".join(foreign.columns)).distinct()
                assert keys.except_(there).fetchall() == [], (table.name, foreign)
                led += len(keys)
    assert led > 1_000


@pytest.mark.parametrize(("question", "sql"), _QUESTIONS, ids=[question for question, _ in _QUESTIONS])
def test_questions_have_answers(filled: dict[str, str], question: str, sql: str) -> None:
    with duckdb.connect(filled["duckdb"].removeprefix("duckdb:///"), read_only=True) as base:
        answer: list[Any] = base.execute(sql).fetchall()
    with psycopg.connect(filled["postgresql"]) as server:
        assert sorted(server.execute(sql.encode()).fetchall(), key=repr) == sorted(answer, key=repr)
    assert bool(answer) == ("corrected" not in question)  # one load corrects nothing


def test_a_class_as_it_stood(filled: dict[str, str]) -> None:
    sql = (
        "SELECT revision_key FROM class_revision WHERE class_key = 'us-ct/4026CA' AND recorded_to IS NULL"
        " AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)"
    )
    with duckdb.connect(filled["duckdb"].removeprefix("duckdb:///"), read_only=True) as base:
        stood = {
            day: [key for (key,) in base.execute(sql, [day, day]).fetchall()]
            for day in ("2001-09-07", "2001-09-08", "2003-05-09", "2003-05-10", "2008-10-17", "2024-01-01")
        }
    assert stood == {
        "2001-09-07": [],
        "2001-09-08": ["us-ct/4026CA/2001-09-08"],
        "2003-05-09": ["us-ct/4026CA/2001-09-08"],
        "2003-05-10": ["us-ct/4026CA/2003-05-10"],
        "2008-10-17": ["us-ct/4026CA/2003-05-10"],
        "2024-01-01": ["us-ct/4026CA/2008-10-18"],
    }


def test_the_first_answer_is_the_readme_s(tmp_path: Path) -> None:
    """Of the corpus as it is; but scans, which take minutes, show nothing that a print of the same does not show."""
    page = (CORPUS.parent / "README.md").read_text(encoding="utf-8")
    asked = re.search(r"\.sql\('''((?:[^`])*?)'''\)\.show\(\)\"\n```\n\n```\n((?:.*\n)*?)```", page)
    assert asked is not None
    archive, to = tmp_path / "archive", url("duckdb", tmp_path)
    convert(CORPUS / "*.txt", CORPUS / "generated" / "*.txt", CORPUS / "forms" / "*" / "print.pdf", out=archive)
    loaded(archive, to, 1)
    with duckdb.connect(to.removeprefix("duckdb:///"), read_only=True) as base:
        assert str(base.sql(asked[1])).rstrip() == asked[2].rstrip()
