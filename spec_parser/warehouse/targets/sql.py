"""What all targets share that speak SQL."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, ClassVar, Protocol, Self

from spec_parser.warehouse import tables
from spec_parser.warehouse.changes import Changes
from spec_parser.warehouse.ddl import Dialect, create_statements, definition, quoted
from spec_parser.warehouse.definition import Table, Type
from spec_parser.warehouse.rows import ROWS, Row
from spec_parser.warehouse.values import moment
from spec_parser.warehouse.views import View, view_statements

# Keys that are asked for at once.
_ASKED = 5_000

_Keys = Collection[Any]


class _Connection(Protocol):
    def close(self) -> None: ...


class SqlTarget(ABC):
    """A database that is asked in SQL."""

    dialect: ClassVar[Dialect]
    read: ClassVar[Mapping[Type, Callable[[Any], Any]]] = {
        "amount": str,
        "hours": str,
        "quantity": str,
        "date": lambda value: value.isoformat(),
        "time": moment,
    }
    """How the values of a type, as the database gives them, are written as rows have them."""
    base: "_Connection"
    """The connection, which each kind opens in its own way."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.base.close()

    @abstractmethod
    def loading(self) -> AbstractContextManager[None]:
        """One load: alone in the target, kept if the block ends, undone if it raises."""

    @abstractmethod
    def execute(self, sql: str, *values: Any) -> None:
        """Run a statement; `?` stands for a value."""

    @abstractmethod
    def ask(self, sql: str, *values: Any) -> Sequence[Sequence[Any]]:
        """The rows that a question gives."""

    @abstractmethod
    def among(self, column: str, keys: Sequence[str] | Sequence[int]) -> tuple[str, Any]:
        """A condition that a column has one of these values, with the one value that it takes."""

    @abstractmethod
    def has_table(self, name: str) -> bool:
        """Whether there is a table of this name."""

    @abstractmethod
    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows."""

    def version(self) -> int | None:
        """Version of the tables that are there; None where there are none."""
        if not self.has_table("migration"):
            return None
        for (found,) in self.ask("SELECT max(version) FROM migration"):
            return None if found is None else int(found)
        return None

    def create(self, made: Sequence[Table]) -> None:
        """Make tables, empty."""
        for table in made:
            for statement in create_statements(table, self.dialect):
                self.execute(statement)

    def add_column(self, table: Table, column: str) -> None:
        """Give a table a column that its definition has; null in all rows that are there."""
        new = table.columns[table.names.index(column)]
        self.execute(f"ALTER TABLE {table.name} ADD COLUMN {definition(new, self.dialect)}")
        if self.dialect.has_comments:
            self.execute(f"COMMENT ON COLUMN {table.name}.{column} IS {quoted(new.comment)}")

    def show(self, views: Sequence[View]) -> None:
        """Make views, or make them anew."""
        for view in views:
            for statement in view_statements(view, self.dialect):
                self.execute(statement)

    def last_load(self) -> str | None:
        """Record time of the last load."""
        for (found,) in self.ask("SELECT max(recorded_at) FROM load"):
            return None if found is None else str(self.written("time", found))
        return None

    def believed(self, table: Table, column: str, keys: _Keys) -> Iterator[Row]:
        """The rows of a recorded table that are believed now and have one of these keys in a column."""
        yield from self._rows(table, column, keys, " AND recorded_to IS NULL")

    def having(self, table: Table, column: str, keys: _Keys) -> Iterator[Row]:
        """The rows of a table that have one of these keys in a column."""
        yield from self._rows(table, column, keys, "")

    def present(self, table: Table, column: str, keys: _Keys) -> set[Any]:
        """Which of these keys a table has in a column."""
        found: set[Any] = set()
        for condition, asked in self._asked(column, keys):
            found.update(
                key for (key,) in self.ask(f"SELECT DISTINCT {column} FROM {table.name} WHERE {condition}", asked)
            )
        return found

    def all_believed(self, table: Table, column: str) -> Iterator[str]:
        """Every key that the rows of a recorded table that are believed now have in a column."""
        sql = f"SELECT DISTINCT {column} FROM {table.name} WHERE recorded_to IS NULL"
        yield from [key for (key,) in self.ask(sql)]

    def texts(self, table: Table, column: str, readings: Collection[int]) -> dict[int, list[str]]:
        """What the items of readings say, in order."""
        found: dict[int, list[str]] = {}
        for condition, asked in self._asked("reading_id", readings):
            sql = f"SELECT reading_id, {column} FROM {table.name} WHERE {condition} ORDER BY reading_id, ordinal"
            for reading_id, text in self.ask(sql, asked):
                found.setdefault(reading_id, []).append(text)
        return found

    def listed(self, table: Table) -> Iterator[Row]:
        """All rows of a code list."""
        sql = f"SELECT {', '.join(table.names)} FROM {table.name}"
        yield from [self._row(table, values) for values in self.ask(sql)]

    def write(self, changes: Changes, recorded_at: str) -> None:
        """Add and close rows."""
        for name, ids in changes.closed.items():
            table = tables.BY_NAME[name]
            current = ", is_current = FALSE" if "is_current" in table.names else ""
            for condition, asked in self._asked("row_id", ids):
                sql = f"UPDATE {name} SET recorded_to = ?{current} WHERE recorded_to IS NULL AND {condition}"
                self.execute(sql, recorded_at, asked)
        for name, rows in changes.named.items():
            self._name(tables.BY_NAME[name], rows)
        for table in tables.TABLES:
            if changes.added.get(table.name):
                self.add(table, changes.added[table.name])

    def _name(self, table: Table, rows: Sequence[Row]) -> None:
        told = [name for name in table.names if name not in table.key]
        sets = ", ".join(f"{name} = ?" for name in told)
        where = " AND ".join(f"{name} = ?" for name in table.key)
        for row in rows:
            values = [getattr(row, name) for name in (*told, *table.key)]
            self.execute(f"UPDATE {table.name} SET {sets} WHERE {where}", *values)

    def _rows(self, table: Table, column: str, keys: _Keys, more: str) -> Iterator[Row]:
        for condition, asked in self._asked(column, keys):
            sql = f"SELECT {', '.join(table.names)} FROM {table.name} WHERE {condition}{more}"
            for values in self.ask(sql, asked):
                yield self._row(table, values)

    def _asked(self, column: str, keys: _Keys) -> Iterator[tuple[str, Any]]:
        ordered: list[Any] = sorted(keys)
        for start in range(0, len(ordered), _ASKED):
            yield self.among(column, ordered[start : start + _ASKED])

    def _row(self, table: Table, values: Sequence[Any]) -> Row:
        return ROWS[table.name](
            *(self.written(column.type, value) for column, value in zip(table.columns, values, strict=True))
        )

    def written(self, kind: Type, value: Any) -> Any:
        """A value that the database gives, as rows have it."""
        convert = self.read.get(kind)
        return value if value is None or convert is None else convert(value)
