"""The statements that make the tables in each kind of database, with their keys and comments."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from spec_parser.warehouse import tables
from spec_parser.warehouse.definition import DIGITS, PLACES, Column, ForeignKey, Table, Type


class Dialect(NamedTuple):
    """How a database says it.

    Attributes:
        types: its word for each type.
        has_comments: whether tables and columns can have comments of their own.
        details_have_keys: whether keys of tables with dozens of rows a revision are declared too.
        has_foreign_keys: whether foreign keys are declared.
        table_end: what stands after a table's columns.
        has_indexes: whether indexes beside keys are made.
        joined: texts of a group as one, in the order of a place; whoever uses it has its rows in that order too.
        member: a member of a JSON object, as text.
        view: the statements that make a view, or make it anew.
        macro: the statement that makes a question with parameters; empty where there is no such thing.
        macro_type: what stands behind a parameter's name there.
        parameter: what stands before the name of a parameter in its question.
    """

    types: Mapping[Type, str]
    has_comments: bool
    details_have_keys: bool = True
    has_foreign_keys: bool = True
    table_end: str = ""
    has_indexes: bool = True
    joined: str = "string_agg({column}, '; ' ORDER BY {place})"
    member: str = "json_extract_string({column}, '$.{name}')"
    view: tuple[str, ...] = ("CREATE OR REPLACE VIEW {name} AS\n{query}",)
    macro: str = "CREATE OR REPLACE MACRO {name}({arguments}) AS TABLE\n{query}"
    macro_type: str = ""
    parameter: str = ""


def _decimal(kind: str) -> str:
    return f"DECIMAL({DIGITS[kind]}, {PLACES[kind]})"


_SHARED: Final[Mapping[Type, str]] = {
    "text": "VARCHAR",
    "json": "VARCHAR",
    "integer": "INTEGER",
    "id": "BIGINT",
    "amount": _decimal("amount"),
    "hours": _decimal("hours"),
    "quantity": _decimal("quantity"),
    "date": "DATE",
    "time": "TIMESTAMP",
    "boolean": "BOOLEAN",
}
# Its keys, foreign ones too, are indexes that a load holds in memory: a gigabyte for the details of 100,000 revisions.
# They make loading twice as long, and foreign keys of the other tables alone a file a third larger.
DUCKDB: Final = Dialect(_SHARED, has_comments=True, details_have_keys=False, has_foreign_keys=False, has_indexes=False)
# Dates and times are texts there; an amount is a number, exact to 15 digits.
SQLITE: Final = Dialect(
    {**_SHARED, "text": "TEXT", "json": "TEXT", "id": "INTEGER"},
    has_comments=False,
    joined="group_concat({column}, '; ')",
    member="json_extract({column}, '$.{name}')",
    view=("DROP VIEW IF EXISTS {name}", "CREATE VIEW {name} AS\n{query}"),
    macro="",
    parameter=":",
)
_COMPRESSED: Final = "TEXT COMPRESSION lz4"
POSTGRESQL: Final = Dialect(
    {**_SHARED, "text": _COMPRESSED, "json": _COMPRESSED},
    has_comments=True,
    member="CAST({column} AS json) ->> '{name}'",
    macro=(
        "CREATE OR REPLACE FUNCTION {name}({arguments}) RETURNS TABLE ({columns})"
        " LANGUAGE sql STABLE AS $$\n{query}\n$$"
    ),
    macro_type="date",
)


def create_statements(table: Table, dialect: Dialect, *, is_filled_first: bool = False) -> Iterator[str]:
    """The statements that make a table, its indexes and its comments.

    Args:
        table: that is to be made.
        dialect: of the database.
        is_filled_first: whether what checks many rows at once in less time is left to `completing_statements`.
    """
    parts = [definition(column, dialect) for column in table.columns]
    if not table.is_detail or (dialect.details_have_keys and not is_filled_first):
        parts.append(_key(table))
    if dialect.has_foreign_keys and not is_filled_first:
        parts.extend(_foreign_key(foreign) for foreign in table.foreign_keys)
    yield f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(parts) + f"\n){dialect.table_end}"
    if not is_filled_first:
        yield from _indexes(table, dialect)
    if dialect.has_comments:
        yield f"COMMENT ON TABLE {table.name} IS {quoted(table.comment)}"
        for column in table.columns:
            yield f"COMMENT ON COLUMN {table.name}.{column.name} IS {quoted(column.comment)}"


def completing_statements(table: Table, dialect: Dialect) -> Iterator[str]:
    """The statements that give a table that was filled first what it lacks, in the order of the tables."""
    if dialect.details_have_keys and table.is_detail:
        yield f"ALTER TABLE {table.name} ADD {_key(table)}"
    if dialect.has_foreign_keys:
        for foreign in table.foreign_keys:
            yield f"ALTER TABLE {table.name} ADD {_foreign_key(foreign)}"
    yield from _indexes(table, dialect)


def _key(table: Table) -> str:
    return f"PRIMARY KEY ({', '.join(table.key)})"


def _indexes(table: Table, dialect: Dialect) -> Iterator[str]:
    if dialect.has_indexes:
        for columns in table.indexes:
            yield f"CREATE INDEX {table.name}_{'_'.join(columns)} ON {table.name} ({', '.join(columns)})"


def _foreign_key(foreign: ForeignKey) -> str:
    """A foreign key, with the columns that it leads to: without them Datasette shows no page of a SQLite table."""
    key = tables.BY_NAME[foreign.table].key
    return f"FOREIGN KEY ({', '.join(foreign.columns)}) REFERENCES {foreign.table} ({', '.join(key)})"


def definition(column: Column, dialect: Dialect) -> str:
    """A column, as it stands between the brackets of CREATE TABLE."""
    return f"{column.name} {dialect.types[column.type]}{'' if column.nullable else ' NOT NULL'}"


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
