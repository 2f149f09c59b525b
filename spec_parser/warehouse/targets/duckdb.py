"""A DuckDB file: the warehouse that needs no server."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

import duckdb
import msgspec

from spec_parser.warehouse.ddl import DUCKDB, Dialect, quoted
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.rows import Row
from spec_parser.warehouse.targets.sql import SqlTarget
from spec_parser.warehouse.values import json_text

_ENCODER = msgspec.json.Encoder()
# A row may hold a text of 4 million characters, the limit of a document, of six bytes each as JSON.
_LONGEST_ROW = 64 * 1024 * 1024


class DuckDbTarget(SqlTarget):
    """A DuckDB file, held for one load. Rows are handed over as JSON lines, which DuckDB reads faster than values."""

    dialect: ClassVar[Dialect] = DUCKDB
    base: duckdb.DuckDBPyConnection

    def __init__(self, path: Path) -> None:
        """Open the file, or make it.

        Raises:
            LoadError: it is no DuckDB file, cannot be written, or another process has it open.
        """
        self._path = path
        try:
            self.base = duckdb.connect(path)
        except duckdb.Error as error:
            raise LoadError(f"{path}: cannot be opened: {_reason(error)}") from error
        self._aside = tempfile.TemporaryDirectory(prefix="spec-parser-")

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self._aside.cleanup()

    @contextmanager
    def loading(self) -> Iterator[None]:
        """One load. DuckDB lets one process at a time write to a file."""
        self.base.execute("BEGIN")
        try:
            yield
            self.base.execute("COMMIT")
        except duckdb.Error as error:
            self._undo()
            raise LoadError(f"{self._path}: cannot be loaded, and is as it was: {_reason(error)}") from error
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        """Take back what was done since the load began; DuckDB has done so itself after some errors."""
        with suppress(duckdb.TransactionException):
            self.base.execute("ROLLBACK")

    def execute(self, sql: str, *values: Any) -> None:
        """Run a statement; `?` stands for a value."""
        self.base.execute(sql, values)

    def ask(self, sql: str, *values: Any) -> Sequence[Sequence[Any]]:
        """The rows that a question gives."""
        return self.base.execute(sql, values).fetchall()

    def among(self, column: str, keys: Sequence[str] | Sequence[int]) -> tuple[str, Any]:
        """A condition that a column has one of these values, with the one value that it takes."""
        # Not a list: for each of its values DuckDB looks for libraries that are not installed.
        kind = "BIGINT" if keys and isinstance(keys[0], int) else "VARCHAR"
        return f"{column} IN (SELECT unnest(from_json(CAST(? AS JSON), '[\"{kind}\"]')))", json_text(keys)

    def has_table(self, name: str) -> bool:
        """Whether there is a table of this name."""
        sql = "SELECT count(*) FROM duckdb_tables() WHERE table_name = ? AND database_name = current_database()"
        return any(count for (count,) in self.ask(sql, name))

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows."""
        self.insert(table.name, table, rows)

    def insert(self, name: str, table: Table, rows: Sequence[Row]) -> None:
        """Add rows of a table to one that has the same columns."""
        path = Path(self._aside.name, "rows.ndjson")
        path.write_bytes(_ENCODER.encode_lines(rows))
        names = ", ".join(table.names)
        self.base.execute(
            f"INSERT INTO {name} ({names}) SELECT {names} FROM {lines(path, columns(table, self.dialect))}"
        )
        path.unlink()


def columns(table: Table, dialect: Dialect) -> Mapping[str, str]:
    """The columns of a table with their types."""
    return {column.name: dialect.types[column.type] for column in table.columns}


def lines(path: Path, types: Mapping[str, str]) -> str:
    """A file of JSON lines, as DuckDB names it in a question."""
    named = ", ".join(f"{name}: {quoted(kind)}" for name, kind in types.items())
    return (
        f"read_json({quoted(str(path))}, format = 'newline_delimited', columns = {{{named}}},"
        f" maximum_object_size = {_LONGEST_ROW})"
    )


def _reason(error: duckdb.Error) -> str:
    text = " ".join(str(error).split())
    if "lock" in text.lower():
        return "another process has it open; wait for it, or close it"
    return text
