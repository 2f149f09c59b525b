"""A DuckDB file: the warehouse that needs no server."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar, Final

import duckdb

from spec_parser.warehouse.ddl import DUCKDB, Dialect, quoted
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.rows import Row
from spec_parser.warehouse.targets.sql import SqlTarget
from spec_parser.warehouse.targets.staging import Lines
from spec_parser.warehouse.values import json_text

_MEBIBYTE = 1024 * 1024
# What DuckDB may hold, in MiB, and how much of it beside its keys at least, which it cannot do without: rows of a load
# that are more go to a folder aside. More is no faster.
_ROOM = 128
_BESIDE = 64
# How many times as many bytes as its longest line has DuckDB takes while it reads a file: six were seen.
_READING = 8
# Bytes of a table's rows that are handed over at once. Many small parts leave more in memory than a few large ones.
_PART = 32 * _MEBIBYTE
# Rows of a column that DuckDB holds at once when it writes them, however long they are, four times.
VECTOR: Final = 2048


class DuckDbTarget(SqlTarget):
    """A DuckDB file, held for one load.

    Rows are handed over as JSON lines, which DuckDB reads faster than values, and many at a time: till then, and to the
    end of the load at the latest, no question finds them. Codes are handed over at once, as they may yet be renamed.
    """

    dialect: ClassVar[Dialect] = DUCKDB
    base: duckdb.DuckDBPyConnection

    def __init__(self, path: Path, memory_limit: str | None = None) -> None:
        """Open the file, or make it.

        Args:
            path: of the file.
            memory_limit: what DuckDB may hold at most, as it writes it: `2GB`. If none is given, its keys and some
                room beside them: DuckDB cannot do without the keys of a load in memory.

        Raises:
            LoadError: it is no DuckDB file, cannot be written, or another process has it open; or there is no such
                limit.
        """
        self._path, self._limit = path, memory_limit
        self._waiting: dict[str, tuple[Table, Lines]] = {}
        self._density: dict[str, int] = {}
        try:
            self.base = duckdb.connect(path)
        except duckdb.Error as error:
            raise LoadError(f"{path}: cannot be opened: {reason(error)}") from error
        self._aside = tempfile.TemporaryDirectory(prefix="spec-parser-")
        try:
            self.base.execute(f"SET temp_directory = {quoted(self._aside.name)}")
            sql = "SELECT current_setting('memory_limit'), current_setting('threads')"
            ((self._all, self._threads),) = self.ask(sql)
            if memory_limit is not None:
                self._grant(memory_limit)
        except duckdb.Error as error:
            DuckDbTarget.__exit__(self)
            raise LoadError(
                f"memory_limit={memory_limit}: is no size that will do; write it as 500MB or 2GB"
            ) from error

    def make_room(self, reading: int = 0) -> None:
        """Limit what DuckDB holds in memory while it reads so many bytes, unless it was given a limit."""
        if self._limit is None:
            keys = self.ask("SELECT memory_usage_bytes FROM duckdb_memory() WHERE tag = 'ART_INDEX'")
            beside = _BESIDE + sum(size for (size,) in keys) // _MEBIBYTE
            self._grant(f"{max(_ROOM, beside) + reading * _READING // _MEBIBYTE}MiB")

    def make_free(self) -> None:
        """Let DuckDB hold what it wants, for questions, unless it was given a limit."""
        if self._limit is None:
            self._grant(self._all)

    def make_way(self) -> None:
        """Let DuckDB hold what it takes to write the rows that it was given, unless it was given a limit."""
        if self._is_long():
            self.make_free()

    def make_little_room(self) -> None:
        """Let DuckDB hold what reading tables without keys takes, unless it was given a limit, or rows are long."""
        if self._limit is None and not self._is_long():
            self._grant(f"{_BESIDE}MiB")

    @contextmanager
    def one_thread(self) -> Iterator[None]:
        """Let DuckDB write with one thread: each holds as much again in memory, which no limit counts."""
        with self.base.cursor() as settings:  # that of a load refuses all once something in it has failed
            settings.execute("SET threads = 1")
            try:
                yield
            finally:
                settings.execute(f"SET threads = {self._threads}")

    def _grant(self, memory: str) -> None:
        self.base.execute(f"SET memory_limit = {quoted(memory)}")

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self._aside.cleanup()

    @contextmanager
    def loading(self) -> Iterator[None]:
        """One load. DuckDB lets one process at a time write to a file."""
        try:
            with self.transaction():
                yield
        except duckdb.Error as error:
            raise LoadError(f"{self._path}: cannot be loaded, and is as it was: {reason(error)}") from error
        self.make_free()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction, in little memory: kept with all rows that wait if the block ends, undone if it raises."""
        self.make_room()
        self.base.execute("BEGIN")
        try:
            with self.one_thread():
                yield
                self._bring_all()
                self.make_way()
                self.base.execute("COMMIT")
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        """Take back what was done since the load began; DuckDB has done so itself after some errors."""
        self._waiting.clear()
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
        if name not in self._waiting:
            self._waiting[name] = table, Lines(Path(self._aside.name, f"{name}.ndjson"))
        _, lines = self._waiting[name]
        lines.add(rows)
        if lines.size >= _PART or table.nature == "list":
            self._hand_over(name)

    def density(self, name: str) -> int:
        """Bytes of a row that a table was given, where rows are longest; 1 where it was given none."""
        return self._density.get(name, 1)

    def _is_long(self) -> bool:
        """Whether rows are so long that DuckDB needs most of its room to write some of them."""
        return max(self._density.values(), default=0) * VECTOR > _ROOM * _MEBIBYTE // 5

    def _bring_all(self) -> None:
        """Hand over all rows that wait for it."""
        for name in list(self._waiting):
            self._hand_over(name)

    def _hand_over(self, name: str) -> None:
        table, lines = self._waiting.pop(name)
        self._density[name] = max(lines.density, self.density(name))
        self.make_room(lines.longest)
        names = ", ".join(table.names)
        given = lines.question({column.name: self.dialect.types[column.type] for column in table.columns})
        self.base.execute(f"INSERT INTO {name} ({names}) SELECT {names} FROM {given}")
        lines.remove()


def reason(error: duckdb.Error) -> str:
    """What went wrong, in one line."""
    if isinstance(error, duckdb.OutOfMemoryException):
        return "it takes more memory than DuckDB was given; give it more with ?memory_limit=2GB behind the path"
    text = " ".join(str(error).split())
    if "could not set lock" in text.lower():
        return "another process has it open; wait for it, or close it"
    return text
