"""The one definition of the tables, and what is made of it."""

import duckdb
import pytest
import yaml

from spec_parser.generate_dictionary import PAGE, SOURCES
from spec_parser.warehouse.arrow import schema
from spec_parser.warehouse.ddl import DUCKDB, create_statements
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.dictionary import dictionary
from spec_parser.warehouse.sources import sources
from spec_parser.warehouse.tables import BY_NAME, TABLES
from spec_parser.warehouse.views import CHANGES_BETWEEN, VIEWS


def test_the_dictionary_is_that_of_the_tables() -> None:
    assert PAGE.read_text(encoding="utf-8") == dictionary(), "run `make schemas`"


def test_the_sources_of_dbt_are_the_tables_and_views() -> None:
    assert SOURCES.read_text(encoding="utf-8") == sources(), "run `make schemas`"
    (source,) = yaml.safe_load(sources())["sources"]
    defined = {table.name: list(table.names) for table in TABLES} | {
        view.name: [column.name for column in view.columns] for view in VIEWS if view is not CHANGES_BETWEEN
    }
    assert {table["name"]: [column["name"] for column in table["columns"]] for table in source["tables"]} == defined


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_sound(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)
    assert {column.name for column in table.columns if not column.nullable} >= set(table.key)
    assert table.comment.endswith(".")
    assert [column.name for column in table.columns if not column.comment.endswith((".", "null"))] == []
    for foreign in table.foreign_keys:
        other = BY_NAME[foreign.table]
        assert TABLES.index(other) < TABLES.index(table)
        assert [BY_NAME[table.name].columns[table.names.index(name)].type for name in foreign.columns] == [
            other.columns[other.names.index(name)].type for name in other.key
        ]
    assert {name for columns in table.indexes for name in columns} <= set(table.names)
    assert ("recorded_to" in table.names) == ("row_id" in table.names) == (table.nature == "recorded")


def test_arrow_schemas_are_those_of_duckdb() -> None:
    with duckdb.connect() as base:
        for table in TABLES:
            base.execute(next(create_statements(table, DUCKDB)))
            found = base.table(table.name).to_arrow_table().schema
            assert [(field.name, field.type) for field in found] == [(one.name, one.type) for one in schema(table)]


def test_every_column_in_duckdb_has_its_comment() -> None:
    with duckdb.connect() as base:
        for table in TABLES:
            for statement in create_statements(table, DUCKDB):
                base.execute(statement)
        found = base.execute(
            "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
        ).fetchall()
        about = base.execute(
            "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal ORDER BY ALL"
        ).fetchall()
    assert found == sorted((table.name, column.name, column.comment) for table in TABLES for column in table.columns)
    assert about == sorted((table.name, table.comment) for table in TABLES)
