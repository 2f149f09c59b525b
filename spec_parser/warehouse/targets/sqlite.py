"""A SQLite file, ready to be looked at with Datasette."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from msgspec.structs import astuple

from spec_parser.warehouse.datasette import described
from spec_parser.warehouse.ddl import SQLITE, Dialect
from spec_parser.warehouse.definition import PLACES, Table, Type
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.rows import Row
from spec_parser.warehouse.targets.sql import SqlTarget
from spec_parser.warehouse.values import json_text

# Seconds that a load waits for another to end.
_PATIENCE = 5.0


class SqliteTarget(SqlTarget):
    """A SQLite file, held for one load."""

    dialect: ClassVar[Dialect] = SQLITE
    base: sqlite3.Connection
    read: ClassVar[Mapping[Type, Callable[[Any], Any]]] = {
        "amount": lambda value: f"{value:.{PLACES['amount']}f}",
        "hours": lambda value: f"{value:.{PLACES['hours']}f}",
        "quantity": lambda value: f"{value:.{PLACES['quantity']}f}",
        "boolean": bool,
    }

    def __init__(self, path: Path) -> None:
        """Open the file, or make it.

        Raises:
            LoadError: it is no SQLite file, or cannot be written.
        """
        self._path = path
        try:
            self.base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            self.base.execute("PRAGMA foreign_keys = ON")
            self.base.execute("PRAGMA journal_mode = WAL")
        except sqlite3.Error as error:
            raise LoadError(f"{path}: cannot be opened: {error}") from error

    @contextmanager
    def loading(self) -> Iterator[None]:
        """One load."""
        try:
            self.base.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise LoadError(f"{self._path}: another process writes to it; wait for it, or end it") from error
        try:
            yield
            self.base.execute("COMMIT")
        except sqlite3.Error as error:
            self._undo()
            raise LoadError(f"{self._path}: cannot be loaded, and is as it was: {error}") from error
        except BaseException:
            self._undo()
            raise
        self._describe()

    def _undo(self) -> None:
        """Take back what was done since the load began; SQLite has done so itself after some errors."""
        if self.base.in_transaction:
            self.base.execute("ROLLBACK")

    def _describe(self) -> None:
        """Write what the tables hold beside the file, for `datasette FILE -m FILE.metadata.json`."""
        text = json.dumps(described(self._path.stem), indent=2) + "\n"
        path = self._path.with_name(f"{self._path.name}.metadata.json")
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            aside = path.with_name(f"{path.name}.part")
            aside.write_text(text, encoding="utf-8")
            aside.replace(path)

    def execute(self, sql: str, *values: Any) -> None:
        """Run a statement; `?` stands for a value."""
        self.base.execute(sql, values)

    def ask(self, sql: str, *values: Any) -> Sequence[Sequence[Any]]:
        """The rows that a question gives."""
        return self.base.execute(sql, values).fetchall()

    def among(self, column: str, keys: Sequence[str] | Sequence[int]) -> tuple[str, Any]:
        """A condition that a column has one of these values, with the one value that it takes."""
        return f"{column} IN (SELECT value FROM json_each(?))", json_text(keys)

    def has_table(self, name: str) -> bool:
        """Whether there is a table of this name."""
        return any(self.ask("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name))

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows."""
        marks = ", ".join("?" * len(table.columns))
        self.base.executemany(
            f"INSERT INTO {table.name} ({', '.join(table.names)}) VALUES ({marks})", (astuple(row) for row in rows)
        )
