"""What targets of files share: a load works in a database aside, and what changed is brought to files at its end."""

import tempfile
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from glob import escape
from pathlib import Path

import duckdb

from spec_parser.archive.locking import alone
from spec_parser.warehouse.changes import Changes
from spec_parser.warehouse.ddl import definition, quoted
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.rows import Row
from spec_parser.warehouse.targets.duckdb import DuckDbTarget, reason


class AsideTarget(DuckDbTarget):
    """A folder, held for one load. Other loads into it are refused.

    Rows that never change stay in their files: a view shows them with those that are added. Other tables are copied.
    """

    def __init__(self, folder: Path, memory_limit: str | None = None) -> None:
        """`folder` is made where it is not there; `memory_limit` is that of DuckDB, which does the work aside."""
        with ExitStack() as held:
            work = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="spec-parser-")))
            super().__init__(work / "work.duckdb", memory_limit)
            self._held = held.pop_all()
        self._folder = folder
        self._changed: set[str] = set()

    def __enter__(self) -> "AsideTarget":
        with ExitStack() as failed:
            failed.callback(self._held.close)
            self._held.callback(super().__exit__)
            self._held.enter_context(alone(self._folder))
            self.make_room()
            with self.one_thread():
                self._open()
            self.make_free()
            failed.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    @contextmanager
    def loading(self) -> Iterator[None]:
        """One load. Many transactions would take more memory: each writes again what is there of a table."""
        try:
            with self.transaction():
                yield
            if self._changed:
                with self.one_thread():
                    self._keep()
        except duckdb.Error as error:
            message = f"{self._folder}: cannot be loaded, and shows what it showed before: {reason(error)}"
            raise LoadError(message) from error

    @abstractmethod
    def _open(self) -> None:
        """Show what the folder holds: `_make` each table."""

    @abstractmethod
    def _keep(self) -> None:
        """Bring the tables that changed to the folder, all of them or none."""

    def create(self, made: Sequence[Table]) -> None:
        """Make tables, empty."""
        for table in made:
            self._make(table, (), table.names)
            self._changed.add(table.name)

    def add_column(self, table: Table, column: str) -> None:
        """Give a table a column that its definition has; null in all rows that are there."""
        if table.nature != "fixed":
            super().add_column(table, column)
        self._changed.add(table.name)

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows."""
        self._changed.add(table.name)
        self.insert(added(table), table, rows)

    def write(self, changes: Changes, recorded_at: str) -> None:
        """Add and close rows."""
        self._changed.update(name for name, ids in changes.closed.items() if ids)
        self._changed.update(changes.named)
        super().write(changes, recorded_at)

    def _make(self, table: Table, files: Sequence[str], columns: Sequence[str]) -> None:
        """Make a table that shows the rows of Parquet files, which have these columns."""
        there = [column for column in table.columns if column.name in columns or table.nature == "fixed"]
        defined = ", ".join(definition(column, self.dialect) for column in there)
        self.execute(f"CREATE TABLE {added(table)} ({defined})")
        paths = ", ".join(quoted(escape(file)) for file in files)  # a folder's name may hold a star
        if table.nature == "fixed":
            rows = f"SELECT {', '.join(table.names)} FROM {added(table)}"
            known = ", ".join(
                column.name if column.name in columns else f"CAST(NULL AS {self.dialect.types[column.type]})"
                for column in table.columns
            )
            before = f"SELECT {known} FROM read_parquet([{paths}], union_by_name = true) UNION ALL " if files else ""
            self.execute(f"CREATE VIEW {table.name} AS {before}{rows}")
        elif files:
            names = ", ".join(column.name for column in there)
            self.execute(f"INSERT INTO {table.name} ({names}) SELECT {names} FROM read_parquet([{paths}])")


def added(table: Table) -> str:
    """The table that new rows go into."""
    return f"new_{table.name}" if table.nature == "fixed" else table.name
