"""What other programs find in Iceberg tables, by way of pyiceberg's own reading."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pyiceberg.catalog.sql import SqlCatalog
from pyiceberg.table import Table as IcebergTable
from sqlalchemy import URL

from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.tables import BY_NAME, TABLES
from spec_parser.warehouse.targets import iceberg
from spec_parser.warehouse.targets.sql import SqlTarget
from tests.warehouse.killing import rounds
from tests.warehouse.targets import held, loaded, url

_Rows = list[tuple[Any, ...]]
_KEY = "us-ct/0003AA/2020-01-01"


def _rows(table: Table, found: IcebergTable, snapshot: int, **which: Any) -> _Rows:
    """Rows as pyiceberg reads them from a snapshot, written as those of a load are."""
    read = [SqlTarget.read.get(column.type, lambda value: value) for column in table.columns]
    rows = found.scan(snapshot_id=snapshot, selected_fields=table.names, **which).to_arrow().to_pylist()
    return sorted(
        (
            tuple(
                None if row[name] is None else write(row[name]) for name, write in zip(table.names, read, strict=True)
            )
            for row in rows
        ),
        key=repr,
    )


@pytest.mark.parametrize("name", ["warehouse", "wäre %41 house"])
def test_all_rows_and_those_of_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(iceberg, "_ROWS", 50)
    monkeypatch.setattr(iceberg, "_GROUP", 1)
    monkeypatch.setattr(iceberg, "_GROUPS", 2)
    place = tmp_path / name
    place.mkdir()
    first, second = rounds(tmp_path)
    to = url("iceberg", place)
    loaded(first, to, 1)
    loaded(second, to, 2)
    before = held(to)
    base = URL.create("sqlite", database=str(place / "warehouse" / "catalog.sqlite")).render_as_string()
    with closing(SqlCatalog("spec-parser", uri=base)) as catalog:
        mark = json.loads(catalog.load_namespace_properties(iceberg.NAMESPACE)[iceberg.MARK])
        found = {table.name: catalog.load_table(f"{iceberg.NAMESPACE}.{table.name}") for table in TABLES}
        assert {table.name: _rows(table, found[table.name], mark[table.name]) for table in TABLES} == before
        revisions = BY_NAME["class_revision"]
        one = _rows(revisions, found[revisions.name], mark[revisions.name], row_filter=f"revision_key = '{_KEY}'")
        assert one == [row for row in before[revisions.name] if row[revisions.names.index("revision_key")] == _KEY]
        assert len(one) > 0
        files = [task.file for task in found["section"].scan(snapshot_id=mark["section"]).plan_files()]
        assert max(file.record_count for file in files) == 2 * 50
        assert sum(file.record_count for file in files) == len(before["section"])


def test_columns_that_are_never_null_are_required(tmp_path: Path) -> None:
    first, _ = rounds(tmp_path)
    loaded(first, url("iceberg", tmp_path), 1)
    with closing(SqlCatalog("spec-parser", uri=f"sqlite:///{tmp_path / 'warehouse' / 'catalog.sqlite'}")) as catalog:
        for table in TABLES:
            fields = catalog.load_table(f"{iceberg.NAMESPACE}.{table.name}").schema().fields
            assert [field.required for field in fields] == [not column.nullable for column in table.columns]


def test_a_folder_that_iceberg_cannot_name(tmp_path: Path) -> None:
    first, _ = rounds(tmp_path)
    (tmp_path / "no#1").mkdir()
    with pytest.raises(LoadError, match=r"warehouse: Iceberg cannot name what lies below a folder with \? or # in"):
        loaded(first, url("iceberg", tmp_path / "no#1"), 1)
