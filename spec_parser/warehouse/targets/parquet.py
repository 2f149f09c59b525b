"""A folder of Parquet files, described by a Frictionless Data Package.

A load works in a database aside. What hangs on readings is added as files of its own; other tables are written anew
where they changed. The description, which names the files that count, is written last: until then, the folder shows
what it showed before.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path

import duckdb

from spec_parser.archive.locking import alone
from spec_parser.warehouse import tables
from spec_parser.warehouse.changes import Changes
from spec_parser.warehouse.ddl import definition, quoted
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.package import NAME, listed, package
from spec_parser.warehouse.rows import Row
from spec_parser.warehouse.targets.duckdb import DuckDbTarget

_PART = ".part"


class ParquetTarget(DuckDbTarget):
    """A folder, held for one load. Other loads into it are refused."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made where it is not there."""
        self._held = ExitStack()
        self._work = Path(self._held.enter_context(tempfile.TemporaryDirectory(prefix="spec-parser-")))
        super().__init__(self._work / "work.duckdb")
        self._folder = folder
        self._files: dict[str, tuple[str, ...]] = {}
        self._changed: set[str] = set()

    def __enter__(self) -> "ParquetTarget":
        with ExitStack() as held:
            held.callback(super().__exit__)
            held.enter_context(alone(self._folder))
            self._open()
            self._held.push(held.pop_all())
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    @contextmanager
    def loading(self) -> Iterator[None]:
        """One load."""
        self._sweep()
        yield
        self._keep()

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
        self.insert(_added(table), table, rows)

    def write(self, changes: Changes, recorded_at: str) -> None:
        """Add and close rows."""
        self._changed.update(name for name, ids in changes.closed.items() if ids)
        self._changed.update(changes.named)
        super().write(changes, recorded_at)

    def _open(self) -> None:
        """Show what the folder holds."""
        path = self._folder / NAME
        if not path.is_file():
            return
        try:
            described = listed(json.loads(path.read_text(encoding="utf-8")))
            for table in tables.TABLES:
                if table.name in described:
                    self._make(table, *described[table.name])
        except (ValueError, LookupError, TypeError, duckdb.Error) as error:
            raise LoadError(f"{path}: is not as `spec-parser load` writes it; give another folder") from error

    def _make(self, table: Table, files: tuple[str, ...], columns: tuple[str, ...]) -> None:
        """Make a table that shows the rows of files, which have these columns."""
        self._files[table.name] = files
        there = [column for column in table.columns if column.name in columns or table.nature == "fixed"]
        defined = ", ".join(definition(column, self.dialect) for column in there)
        self.execute(f"CREATE TABLE {_added(table)} ({defined})")
        paths = ", ".join(quoted(str(self._folder / file)) for file in files)
        if table.nature == "fixed":
            rows = f"SELECT {', '.join(table.names)} FROM {_added(table)}"
            known = ", ".join(
                column.name if column.name in columns else f"CAST(NULL AS {self.dialect.types[column.type]})"
                for column in table.columns
            )
            before = f"SELECT {known} FROM read_parquet([{paths}], union_by_name = true) UNION ALL " if files else ""
            self.execute(f"CREATE VIEW {table.name} AS {before}{rows}")
        elif files:
            names = ", ".join(column.name for column in there)
            self.execute(f"INSERT INTO {table.name} ({names}) SELECT {names} FROM read_parquet([{paths}])")

    def _sweep(self) -> None:
        """Take away the files that do not count: what a load that was ended left, or one that came after."""
        counted = {self._folder / file for files in self._files.values() for file in files}
        for table in tables.TABLES:
            for path in (self._folder / table.name).glob("*.parquet*"):
                if path not in counted:
                    path.unlink()

    def _keep(self) -> None:
        """Write what changed, then the description that makes it count."""
        if not self._changed:
            return
        number = 1 + max((int(Path(file).stem) for file in chain(*self._files.values())), default=0)
        written = []
        for table in tables.TABLES:
            if table.name in self._changed:
                name = f"{table.name}/{number:06}.parquet"
                written.append(self._folder / name)
                self._copy(table, written[-1])
                self._files[table.name] = (*(self._files[table.name] if table.nature == "fixed" else ()), name)
        for path in written:
            _aside(path).replace(path)
        described = self._folder / NAME
        _aside(described).write_text(json.dumps(package(self._files), indent=2) + "\n", encoding="utf-8")
        _aside(described).replace(described)
        self._sweep()

    def _copy(self, table: Table, path: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        rows = f"SELECT {', '.join(table.names)} FROM {_added(table)}"
        self.execute(f"COPY ({rows}) TO {quoted(str(_aside(path)))} (FORMAT parquet, COMPRESSION zstd)")


def _added(table: Table) -> str:
    """The table that new rows go into."""
    return f"new_{table.name}" if table.nature == "fixed" else table.name


def _aside(path: Path) -> Path:
    return path.with_name(path.name + _PART)
