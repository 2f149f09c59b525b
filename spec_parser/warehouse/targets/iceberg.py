"""Apache Iceberg tables in a folder, with a catalog in SQLite beside them.

Iceberg makes a change of one table visible as one, but not of several. So a property of the namespace, written last,
names the snapshot of each table that counts: a load is there when it is, and what a load that was ended has left is
taken back by the next one.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlparse

import pyarrow as pa
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.exceptions import NoSuchTableError

from spec_parser.warehouse import tables
from spec_parser.warehouse.arrow import schema
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.targets.aside import AsideTarget, added

NAMESPACE: Final = "class_specifications"
MARK: Final = "spec-parser.snapshots"
# Rows that are taken from DuckDB at once, and bytes of them in memory that make a file.
_ROWS = 2_048
_FILE = 8 * 1024 * 1024
# Arrow's usual pool keeps for each thread what that thread gave back; this one can be made to give it to the system.
_POOL = pa.system_memory_pool()


class IcebergTarget(AsideTarget):
    """A folder of Iceberg tables."""

    def __init__(self, folder: Path, memory_limit: str | None = None) -> None:
        """`folder` is made where it is not there; `memory_limit` is that of DuckDB, which does the work aside."""
        super().__init__(folder, memory_limit)
        self._snapshots: dict[str, int] = {}
        self._catalog: Any = None

    def _open(self) -> None:
        place = self._folder.resolve()
        self._catalog = SqlCatalog("spec-parser", uri=f"sqlite:///{place / 'catalog.sqlite'}", warehouse=place.as_uri())
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
                files = [unquote(urlparse(task.file.file_path).path) for task in scan.plan_files()]
                self._make(table, files, [field.name for field in found.schema().fields])

    def _keep(self) -> None:
        usual = pa.default_memory_pool()
        pa.set_memory_pool(_POOL)
        try:
            for table in tables.TABLES:
                if table.name in self._changed:
                    self._snapshots[table.name] = self._bring(table)
        finally:
            pa.set_memory_pool(usual)
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
        is_added = is_added or not any(found.scan().plan_files())  # what holds nothing cannot be overwritten
        with found.transaction() as change:
            for number, batch in enumerate(self._batches(table, arrow)):
                if number or is_added:
                    change.append(batch)
                else:
                    change.overwrite(batch)
                _POOL.release_unused()
        return int(found.current_snapshot().snapshot_id)

    def _batches(self, table: Table, arrow: "pa.Schema") -> Iterator["pa.Table"]:
        """The rows of a table that are to be written, some megabytes at a time, at least once."""
        self.execute(f"SELECT {', '.join(table.names)} FROM {added(table)}")
        waiting: list[pa.RecordBatch] = []
        is_first = True
        for batch in self.base.to_arrow_reader(_ROWS):
            waiting.append(batch)
            if sum(one.nbytes for one in waiting) >= _FILE:
                yield pa.Table.from_batches(waiting).cast(arrow)
                waiting, is_first = [], False
        if waiting or is_first:
            yield pa.Table.from_batches(waiting).cast(arrow) if waiting else arrow.empty_table()


def _name(table: Table) -> str:
    return f"{NAMESPACE}.{table.name}"
