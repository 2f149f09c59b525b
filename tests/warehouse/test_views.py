"""The views: the same rows in every target, each of them as a person would have it."""

import sqlite3
from pathlib import Path
from typing import Any

import duckdb
import pytest

from spec_parser.warehouse.ddl import DUCKDB, SQLITE, create_statements
from spec_parser.warehouse.definition import Column
from spec_parser.warehouse.tables import TABLES
from spec_parser.warehouse.targets import opened
from spec_parser.warehouse.targets.sql import SqlTarget
from spec_parser.warehouse.views import CHANGES_BETWEEN, VIEWS, View, view_statements
from tests.warehouse.conversions import File, Shown, qualify, write
from tests.warehouse.targets import loaded

_TITLE = "Ferry Inspector"
_FILES = (
    File("1.txt", 1, (Shown("1111AA", "2015-01-01", pay="40000.00", title=f"{_TITLE} 1", message="odd", level=1),)),
    File("1b.txt", 2, (Shown("1111AA", "2020-01-01", pay="41000.10", title=f"{_TITLE} 1", message="odd", level=1),)),
    File("2.txt", 3, (Shown("2222BB", "2016-01-01", pay="50000.05", title=f"{_TITLE} 2", level=2),)),
    File("4.txt", 4, (Shown("4444DD", "2019-01-01", title=f"{_TITLE} 4", message="odd", level=4),)),
)


@pytest.fixture
def warehouse(to: str, tmp_path: Path) -> str:
    """A ladder without its third level, on which one class was revised, in a target of each kind."""
    loaded(write(tmp_path / "archive", _FILES), to, 1)
    return to


def _rows(to: str, view: View, *names: str) -> list[tuple[Any, ...]]:
    columns = [column for column in view.columns if column.name in names]
    with opened(to) as target:
        assert isinstance(target, SqlTarget)
        if to.startswith("parquet"):
            target.show(VIEWS)
        found = target.ask(f"SELECT {', '.join(names)} FROM {view.name}")
        return sorted((_written(target, columns, row) for row in found), key=repr)


def _written(target: SqlTarget, columns: list[Column], row: Any) -> tuple[Any, ...]:
    return tuple(target.written(column.type, value) for column, value in zip(columns, row, strict=True))


def _view(name: str) -> View:
    return next(view for view in VIEWS if view.name == name)


def test_current_classes_have_their_pay(warehouse: str) -> None:
    names = ("class_key", "revision_key", "title", "bargaining_unit", "pay_kind", "yearly_min", "pay_seen_on")
    first, second, fourth = "us-ct/1111AA", "us-ct/2222BB", "us-ct/4444DD"
    assert _rows(warehouse, _view("current_class"), *names) == [
        (first, f"{first}/2020-01-01", f"{_TITLE} 1", "ADMIN & RESID", "flat", "41000.10", "2020-01-01"),
        (second, f"{second}/2016-01-01", f"{_TITLE} 2", "ADMIN & RESID", "flat", "50000.05", "2016-01-01"),
        (fourth, f"{fourth}/2019-01-01", f"{_TITLE} 4", "ADMIN & RESID", None, None, None),
    ]


def test_ladders_have_their_steps(warehouse: str) -> None:
    names = ("level", "class_key", "yearly_min", "yearly_max", "level_below", "step_min", "step_max")
    assert _rows(warehouse, _view("ladder"), *names) == [
        (1, "us-ct/1111AA", "41000.10", "41000.10", None, None, None),
        (2, "us-ct/2222BB", "50000.05", "50000.05", 1, "8999.95", "8999.95"),
        (4, "us-ct/4444DD", None, None, 2, None, None),
    ]


def test_findings_are_counted_by_class(warehouse: str) -> None:
    names = ("class_key", "revision_key", "title", "severity", "code", "findings", "files")
    assert _rows(warehouse, _view("finding_summary"), *names) == [
        (key, f"{key}/{day}", title, "warning", "title-unread", 1, 1)
        for key, day, title in (
            ("us-ct/1111AA", "2020-01-01", f"{_TITLE} 1"),
            ("us-ct/4444DD", "2019-01-01", f"{_TITLE} 4"),
        )
    ]


def test_qualifications_in_short(to: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "archive", _FILES[2:])
    qualify(folder, "us-ct/2222BB/2016-01-01")
    loaded(folder, to, 1)
    names = tuple(column.name for column in _view("qualification_summary").columns if "group" not in column.name)
    assert _rows(to, _view("qualification_summary"), *names) == [
        ("us-ct/2222BB", f"{_TITLE} 2", "9.0000", "2.0000", None, "master", "Pilot license; Bell permit", 2, 1),
        ("us-ct/4444DD", f"{_TITLE} 4", None, None, None, None, None, 0, 0),
    ]


def test_changes_between_two_days(warehouse: str) -> None:
    days = ("2016-06-01", "2020-06-01")
    with opened(warehouse) as target:
        assert isinstance(target, SqlTarget)
        if warehouse.startswith("sqlite"):
            base: Any = target.base
            found = base.execute(
                CHANGES_BETWEEN.query(SQLITE), dict(zip(CHANGES_BETWEEN.parameters, days, strict=True))
            )
        else:
            target.show(VIEWS)
            found = target.ask(f"SELECT * FROM changes_between(DATE '{days[0]}', DATE '{days[1]}')")
        changes = sorted((_written(target, [*CHANGES_BETWEEN.columns], row) for row in found), key=repr)
    first, fourth = "us-ct/1111AA", "us-ct/4444DD"
    paid = ("40000.00", "41000.10", "40000.00", "41000.10")
    assert changes == [
        (first, "revised", f"{first}/2015-01-01", f"{first}/2020-01-01", f"{_TITLE} 1", f"{_TITLE} 1", *paid),
        (fourth, "added", None, f"{fourth}/2019-01-01", None, f"{_TITLE} 4", None, None, None, None),
    ]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_view_shows_what_it_is_defined_to_show(view: View) -> None:
    with duckdb.connect() as base, sqlite3.connect(":memory:") as other:
        for says, run in ((DUCKDB, base.execute), (SQLITE, other.execute)):
            for table in TABLES:
                for statement in create_statements(table, says):
                    run(statement)
            for one in VIEWS:
                for statement in view_statements(one, says):
                    run(statement)
        if view.parameters:
            cursor = other.execute(view.query(SQLITE), dict.fromkeys(view.parameters, "2020-01-01"))
            asked = base.execute(f"SELECT * FROM {view.name}({', '.join(['NULL'] * len(view.parameters))})")
        else:
            cursor = other.execute(f"SELECT * FROM {view.name}")
            about = base.execute("SELECT comment FROM duckdb_views() WHERE view_name = ?", [view.name]).fetchall()
            assert about == [(view.comment,)]
            asked = base.execute(f"SELECT * FROM {view.name}")
        names = [column.name for column in view.columns]
        assert [column[0] for column in asked.description or ()] == names
        assert [column[0] for column in cursor.description] == names
    assert view.comment.endswith(".")
