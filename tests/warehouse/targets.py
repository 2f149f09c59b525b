"""The targets that tests load into, and all that one holds."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from msgspec.structs import astuple

from spec_parser.warehouse.conversion import Conversion
from spec_parser.warehouse.loading import Summary, load
from spec_parser.warehouse.tables import TABLES
from spec_parser.warehouse.targets import opened
from spec_parser.warehouse.targets.sql import SqlTarget

Opened = Callable[[], AbstractContextManager[Any]]
FILES = ("duckdb", "sqlite", "parquet", "iceberg")
QUICK = ("duckdb", "sqlite", "parquet")
"""Of those: what is tried in every way. Iceberg takes a second a load, and shares most of its code with Parquet."""


def url(kind: str, folder: Path) -> str:
    """The URL of a target of a kind in a folder."""
    return f"{kind}:///{folder / 'warehouse'}"


def loaded(folder: Path | str, to: str, when: int, *, complete: bool = False) -> Summary:
    """Load a conversion; `when` is its record time, as a number that grows."""
    with Conversion(folder) as conversion, opened(to) as target:
        return load(conversion, target, to, moment(when), is_complete=complete)


def moment(when: int) -> str:
    """A record time."""
    return f"2026-02-01 {when // 3600:02}:{when // 60 % 60:02}:{when % 60:02}.000000"


def held(to: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of every table, sorted, as they were written."""
    with opened(to) as target:
        assert isinstance(target, SqlTarget)
        return {table.name: sorted((astuple(row) for row in target.listed(table)), key=repr) for table in TABLES}
