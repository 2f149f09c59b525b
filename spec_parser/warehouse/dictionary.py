"""The data dictionary, from the definition of the tables: `python -m spec_parser.generate_dictionary` writes it."""

from collections.abc import Iterator
from typing import Final

from spec_parser.warehouse import tables
from spec_parser.warehouse.ddl import DUCKDB, SQLITE
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.views import VIEWS, View

_NATURES: Final = {
    "fixed": "Rows are added and stay as they are.",
    "recorded": "Rows are added; one that is believed no longer gets its `recorded_to`, and is no longer current.",
    "list": "Rows are added; a name follows the newest specification.",
    "log": "Rows are added.",
}
_HEAD = f"""# Data dictionary

The tables that `spec-parser load` makes, the same in every target; version {tables.VERSION}. Types are DuckDB's.
This page is generated from `spec_parser/warehouse/tables.py` by `make schemas`.

Two times are told apart. *Effective time*, `valid_from` and `valid_to`, is when something holds in the world: both are
days, and the second is no longer part of it. *Record time*, `recorded_from` and `recorded_to`, is when this warehouse
believed it: both are times of loads, in UTC. So what is believed now has `recorded_to IS NULL`, what was known at a
time T has `recorded_from <= T AND (recorded_to IS NULL OR recorded_to > T)`, and what stood on a day D has
`valid_from <= D AND (valid_to IS NULL OR valid_to > D)`; both can be asked at once.
"""

_VIEWS = (
    "# Views",
    "",
    "Ready questions, made by every load into DuckDB, SQLite or PostgreSQL. Parquet files have none. A question with",
    "days is a macro in DuckDB and a function in PostgreSQL: `SELECT * FROM changes_between(DATE '2023-01-01', DATE",
    "'2024-01-01')`.",
)


def dictionary() -> str:
    """The whole page."""
    parts = [*(_section(table) for table in tables.TABLES), _VIEWS, *(_view(view) for view in VIEWS)]
    return _HEAD + "".join("\n" + "\n".join(part) + "\n" for part in parts)


def _section(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    yield f"{table.comment} {_NATURES[table.nature]}"
    yield ""
    yield f"Key: {_named(table.key)}."
    for foreign in table.foreign_keys:
        yield f"{_named(foreign.columns)} → `{foreign.table}`."
    yield ""
    yield "| column | type | null | |"
    yield "|---|---|---|---|"
    for column in table.columns:
        null = "yes" if column.nullable else ""
        yield f"| `{column.name}` | {DUCKDB.types[column.type]} | {null} | {column.comment} |"


def _view(view: View) -> Iterator[str]:
    yield f"## {view.name}{'(' + ', '.join(view.parameters) + ')' if view.parameters else ''}"
    yield ""
    yield view.comment
    yield ""
    yield "| column | type | |"
    yield "|---|---|---|"
    for column in view.columns:
        yield f"| `{column.name}` | {DUCKDB.types[column.type]} | {column.comment} |"
    if view.parameters:
        yield ""
        yield "SQLite has no such thing; there, ask this, with days as texts (`'2023-01-01'`):"
        yield ""
        yield "```sql"
        yield view.query(SQLITE)
        yield "```"


def _named(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
