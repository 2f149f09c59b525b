"""A folder of Parquet files, described by a Frictionless Data Package.

What hangs on readings is added as files of its own; other tables are written anew where they changed. The description,
which names the files that count, is written last: until then, the folder shows what it showed before.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import duckdb

from spec_parser.warehouse import tables
from spec_parser.warehouse.ddl import quoted
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.package import NAME, listed, package
from spec_parser.warehouse.targets.aside import AsideTarget, added
from spec_parser.warehouse.targets.duckdb import VECTOR

_PART = ".part"
# Rows of a row group, and bytes of them unless a few have more: DuckDB holds them in memory until it is written. More
# make files no smaller.
_ROWS = 10 * VECTOR
_GROUP = 8 * 1024 * 1024


class ParquetTarget(AsideTarget):
    """A folder of Parquet files."""

    def __init__(self, folder: Path, memory_limit: str | None = None) -> None:
        """`folder` is made where it is not there; `memory_limit` is that of DuckDB, which does the work aside."""
        super().__init__(folder, memory_limit)
        self._files: dict[str, tuple[str, ...]] = {}

    @contextmanager
    def loading(self) -> Iterator[None]:
        """One load."""
        self._sweep()
        with super().loading():
            yield

    def _open(self) -> None:
        path = self._folder / NAME
        if not path.is_file():
            return
        try:
            described = listed(json.loads(path.read_text(encoding="utf-8")))
            for table in tables.TABLES:
                if table.name in described:
                    files, columns = described[table.name]
                    self._files[table.name] = files
                    self._make(table, [str(self._folder / file) for file in files], columns)
        except (ValueError, LookupError, TypeError, duckdb.Error) as error:
            raise LoadError(f"{path}: is not as `spec-parser load` writes it; give another folder") from error

    def _sweep(self) -> None:
        """Take away the files that do not count: what a load that was ended left, or one that came after."""
        counted = {self._folder / file for files in self._files.values() for file in files}
        for table in tables.TABLES:
            for path in (self._folder / table.name).glob("*.parquet*"):
                if path not in counted:
                    path.unlink()

    def _keep(self) -> None:
        """Write what changed, then the description that makes it count."""
        number = 1 + max((int(Path(file).stem) for file in chain(*self._files.values())), default=0)
        written = []
        for table in tables.TABLES:
            if table.name in self._changed:
                name = f"{table.name}/{number:06}.parquet"
                written.append(self._folder / name)
                self._copy(table, written[-1])
                before = self._files.get(table.name, ()) if table.nature == "fixed" else ()
                self._files[table.name] = (*before, name)
        for path in written:
            _aside(path).replace(path)
        described = self._folder / NAME
        _aside(described).write_text(json.dumps(package(self._files), indent=2) + "\n", encoding="utf-8")
        _aside(described).replace(described)
        self._sweep()

    def _copy(self, table: Table, path: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        group = max(VECTOR, min(_ROWS, _GROUP // self.density(added(table))))
        rows = f"SELECT {', '.join(table.names)} FROM {added(table)}"
        self.execute(
            f"COPY ({rows}) TO {quoted(str(_aside(path)))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group})"
        )


def _aside(path: Path) -> Path:
    return path.with_name(path.name + _PART)
