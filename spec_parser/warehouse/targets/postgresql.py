"""A PostgreSQL database."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

import psycopg
from msgspec.structs import astuple

from spec_parser.warehouse.ddl import POSTGRESQL, Dialect, completing_statements, create_statements
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.rows import Row
from spec_parser.warehouse.targets.naming import without_password
from spec_parser.warehouse.targets.sql import SqlTarget

# Names the lock that a load holds; any other program may choose any other number.
_LOCK = 0x5BEC_9A25


class PostgresqlTarget(SqlTarget):
    """A PostgreSQL database, or a schema of it that the URL puts on the search path."""

    dialect: ClassVar[Dialect] = POSTGRESQL
    base: psycopg.Connection

    def __init__(self, url: str) -> None:
        """Connect.

        Raises:
            LoadError: the server cannot be reached, or refuses.
        """
        self._shown = without_password(url)
        self._made: list[Table] = []
        try:
            self.base = psycopg.connect(url, autocommit=True)
        except psycopg.Error as error:
            raise LoadError(f"{self._shown}: cannot be reached: {_reason(error)}") from error

    @contextmanager
    def loading(self) -> Iterator[None]:
        """One load, in one transaction. Another load into the database waits until it ends, however that is."""
        try:
            with self.base.transaction():
                self.execute("SELECT pg_advisory_xact_lock(?)", _LOCK)
                self._made.clear()
                yield
                for table in self._made:
                    for statement in completing_statements(table, self.dialect):
                        self.execute(statement)
        except psycopg.Error as error:
            raise LoadError(f"{self._shown}: cannot be loaded, and is as it was: {_reason(error)}") from error

    def execute(self, sql: str, *values: Any) -> None:
        """Run a statement; `?` stands for a value."""
        self.base.execute(_marked(sql), values or None)

    def ask(self, sql: str, *values: Any) -> Sequence[Sequence[Any]]:
        """The rows that a question gives."""
        return self.base.execute(_marked(sql), values or None).fetchall()

    def among(self, column: str, keys: Sequence[str] | Sequence[int]) -> tuple[str, Any]:
        """A condition that a column has one of these values, with the one value that it takes."""
        return f"{column} = ANY(?)", keys

    def has_table(self, name: str) -> bool:
        """Whether there is a table of this name."""
        return any(found is not None for (found,) in self.ask("SELECT to_regclass(?)", name))

    def create(self, made: Sequence[Table]) -> None:
        """Make tables, empty. What one load fills is checked at its end, which takes less time than row by row."""
        for table in made:
            for statement in create_statements(table, self.dialect, is_filled_first=True):
                self.execute(statement)
        self._made.extend(made)

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows."""
        with (
            self.base.cursor() as cursor,
            cursor.copy(f"COPY {table.name} ({', '.join(table.names)}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(astuple(row))


def _marked(sql: str) -> str:
    return sql.replace("?", "%s")


def _reason(error: psycopg.Error) -> str:
    return " ".join(str(error).split())
