"""Apache Iceberg tables in a folder, with a catalog in SQLite beside them.

Iceberg makes a change of one table visible as one, but not of several. So a property of the namespace, written last,
names the snapshot of each table that counts: a load is there when it is, and what a load that was ended has left is
taken back by the next one.
"""

import json
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import pyarrow as pa
from pyarrow.parquet import ParquetWriter
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.exceptions import NoSuchTableError
from pyiceberg.expressions import AlwaysTrue
from pyiceberg.io.pyarrow import PyArrowFileIO, schema_to_pyarrow
from sqlalchemy import URL

from spec_parser.warehouse import tables
from spec_parser.warehouse.arrow import schema
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.targets.aside import AsideTarget, added

NAMESPACE: Final = "class_specifications"
MARK: Final = "spec-parser.snapshots"
# Rows that are taken from DuckDB at once, bytes of them in memory that make a row group, and row groups of a file.
_ROWS = 2_048
_GROUP = 2 * 1024 * 1024
_GROUPS = 256


class IcebergTarget(AsideTarget):
    """A folder of Iceberg tables."""

    def __init__(self, folder: Path, memory_limit: str | None = None) -> None:
        """`folder` is made where it is not there; `memory_limit` is that of DuckDB, which does the work aside."""
        super().__init__(folder, memory_limit)
        self._snapshots: dict[str, int] = {}
        self._catalog: Any = None

    def _open(self) -> None:
        place = self._folder.resolve()
        location = f"file://{place}"  # Iceberg takes what stands there as it stands, and knows no %20
        if _path(location) != str(place):
            raise LoadError(f"{self._folder}: Iceberg cannot name what lies below a folder with ? or # in its name")
        base = URL.create("sqlite", database=str(place / "catalog.sqlite")).render_as_string()
        self._catalog = SqlCatalog("spec-parser", uri=base, warehouse=location)
        self._held.callback(self._catalog.close)
        self._catalog.create_namespace_if_not_exists(NAMESPACE)
        mark = self._catalog.load_namespace_properties(NAMESPACE).get(MARK)
        if mark is None:
            return
        self._snapshots = json.loads(mark)
        for table in tables.TABLES:
            if table.name in self._snapshots:
                found = self._catalog.load_table(_name(table))
                scan = found.scan(snapshot_id=self._snapshots[table.name])
                files = [_path(task.file.file_path) for task in scan.plan_files()]
                self._make(table, files, [field.name for field in found.schema().fields])

    def _keep(self) -> None:
        self.make_little_room()  # beside Arrow, which writes
        for table in tables.TABLES:
            if table.name in self._changed:
                self._snapshots[table.name] = self._bring(table)
        self._catalog.update_namespace_properties(NAMESPACE, updates={MARK: json.dumps(self._snapshots)})

    def _bring(self, table: Table) -> int:
        """Write what changed of a table; gives its snapshot."""
        arrow = schema(table)
        try:
            found = self._catalog.load_table(_name(table))
        except NoSuchTableError:
            found = self._catalog.create_table(_name(table), schema=arrow)
        if {field.name for field in found.schema().fields} != set(table.names):
            with found.update_schema() as update:
                update.union_by_name(arrow)
        counted = self._snapshots.get(table.name)
        current = found.current_snapshot()
        is_added = table.nature == "fixed" and counted is not None
        if is_added and current is not None and current.snapshot_id != counted:
            found.manage_snapshots().rollback_to_snapshot(counted).commit()
        with found.transaction() as change:
            if not is_added and any(found.scan().plan_files()):
                change.delete(AlwaysTrue())
            change.add_files(list(self._files(table, found)), check_duplicate_files=False)
        return int(found.current_snapshot().snapshot_id)

    def _files(self, table: Table, found: Any) -> Iterator[str]:
        """Write the rows of a table that are to be added; gives the files that hold them."""
        arrow = schema_to_pyarrow(found.schema())
        self.execute(f"SELECT {', '.join(arrow.names)} FROM {added(table)}")
        groups = self._row_groups(arrow)
        for first in groups:
            place = found.location_provider().new_data_location(f"{uuid4()}.parquet")
            with (
                found.io.new_output(place).create() as file,
                ParquetWriter(file, arrow, compression="zstd", store_decimal_as_integer=True) as writer,
            ):
                for group in chain([first], islice(groups, _GROUPS - 1)):
                    writer.write_table(group)
            yield place

    def _row_groups(self, arrow: "pa.Schema") -> Iterator["pa.Table"]:
        """The rows that DuckDB was asked for, some megabytes at a time."""
        waiting: list[pa.RecordBatch] = []
        for batch in self.base.to_arrow_reader(_ROWS):
            waiting.append(batch)
            if sum(one.nbytes for one in waiting) >= _GROUP:
                yield pa.Table.from_batches(waiting).cast(arrow)
                waiting = []
        if waiting:
            yield pa.Table.from_batches(waiting).cast(arrow)


def _path(location: str) -> str:
    """Where Iceberg looks for a file."""
    return str(PyArrowFileIO.parse_location(location)[2])


def _name(table: Table) -> str:
    return f"{NAMESPACE}.{table.name}"
