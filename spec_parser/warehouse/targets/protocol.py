"""What a load asks of a target, whatever it is."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from spec_parser.warehouse.changes import Changes
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.rows import Row
from spec_parser.warehouse.views import View


class Target(Protocol):
    """A warehouse. What is written within `loading` is there as one, or not at all."""

    def loading(self) -> AbstractContextManager[None]:
        """One load: alone in the target, kept if the block ends, undone if it raises."""

    def version(self) -> int | None:
        """Version of the tables that are there; None where there are none."""

    def create(self, made: Sequence[Table]) -> None:
        """Make tables, empty."""

    def add_column(self, table: Table, column: str) -> None:
        """Give a table a column that its definition has; null in all rows that are there."""

    def show(self, views: Sequence[View]) -> None:
        """Make views, or make them anew; a target that is no database has none."""

    def last_load(self) -> str | None:
        """Record time of the last load."""

    def believed(self, table: Table, column: str, keys: Collection[Any]) -> Iterator[Row]:
        """The rows of a recorded table that are believed now and have one of these keys in a column."""

    def having(self, table: Table, column: str, keys: Collection[Any]) -> Iterator[Row]:
        """The rows of a table that have one of these keys in a column."""

    def present(self, table: Table, column: str, keys: Collection[Any]) -> set[Any]:
        """Which of these keys a table has in a column."""

    def all_believed(self, table: Table, column: str) -> Iterator[str]:
        """Every key that the rows of a recorded table that are believed now have in a column."""

    def texts(self, table: Table, column: str, readings: Collection[int]) -> dict[int, list[str]]:
        """What the items of readings say, in order."""

    def listed(self, table: Table) -> Iterator[Row]:
        """All rows of a code list."""

    def write(self, changes: Changes, recorded_at: str) -> None:
        """Add and close rows. What is added may be found only when the load ends, which asks for a class once."""
