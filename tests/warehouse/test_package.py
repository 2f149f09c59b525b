"""The Data Package beside the Parquet files: valid, and true of the files, for someone who knows nothing but it."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from jsonschema import Draft202012Validator

from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.targets import loaded

_RULES = json.loads((Path(__file__).parent / "cases" / "data-package.schema.json").read_text(encoding="utf-8"))
_FIELDS = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DECIMAL(15,2)": "number",
    "DECIMAL(6,2)": "number",
    "DECIMAL(12,4)": "number",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "BOOLEAN": "boolean",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that was loaded into twice: tables of readings have two files, and some rows are believed no longer."""
    made = tmp_path_factory.mktemp("package")
    first = File("1.txt", 1, (Shown("1111AA", "2015-01-01", pay="40000.00", message="odd"),))
    later = File("2.txt", 2, (Shown("1111AA", "2020-01-01", ("Rows", "Sows"), pay="41000.10"),))
    loaded(write(made / "archive", [first]), f"parquet:///{made / 'tables'}", 1)
    loaded(write(made / "archive", [later]), f"parquet:///{made / 'tables'}", 2)
    return made / "tables"


@pytest.fixture(scope="module")
def described(folder: Path) -> dict[str, Any]:
    described: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return described


def _rows(folder: Path, resource: dict[str, Any]) -> duckdb.DuckDBPyRelation:
    return duckdb.read_parquet([str(folder / path) for path in resource["path"]])


def test_it_is_as_the_standard_has_it(described: dict[str, Any]) -> None:
    assert [error.message for error in Draft202012Validator(_RULES).iter_errors(described)] == []
    names = [resource["name"] for resource in described["resources"]]
    assert len(names) == len(set(names))
    assert len(next(one["path"] for one in described["resources"] if one["name"] == "duty")) == 2


def test_a_resource(described: dict[str, Any]) -> None:
    reading = next(one for one in described["resources"] if one["name"] == "salary_group")
    assert reading == {
        "name": "salary_group",
        "description": "Salary groups: every one that was seen.",
        "path": ["salary_group/000001.parquet"],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {
            "fields": [
                {
                    "name": name,
                    "type": "string",
                    "description": description,
                    "constraints": {"required": True},
                }
                for name, description in (
                    ("jurisdiction", "The profile that specifications are read with, as us-ct."),
                    ("code", "Pay plan and grade, as AR2 67."),
                    ("plan", "Pay plan."),
                    ("grade", "Grade within the plan, leading zeros kept."),
                )
            ],
            "primaryKey": ["jurisdiction", "code"],
            "foreignKeys": [],
        },
    }


def test_fields_are_the_columns_of_the_files(folder: Path, described: dict[str, Any]) -> None:
    for resource in described["resources"]:
        found = _rows(folder, resource)
        shown = [(name, _FIELDS[str(kind)]) for name, kind in zip(found.columns, found.types, strict=True)]
        assert shown == [(field["name"], field["type"]) for field in resource["schema"]["fields"]]


def test_what_is_required_is_there(folder: Path, described: dict[str, Any]) -> None:
    for resource in described["resources"]:
        found = _rows(folder, resource)
        required = [field["name"] for field in resource["schema"]["fields"] if "constraints" in field]
        missing = found.filter(" OR ".join(f'"{name}" IS NULL' for name in required))
        assert missing.fetchall() == []


def test_keys_tell_rows_apart_and_lead_somewhere(folder: Path, described: dict[str, Any]) -> None:
    by_name = {resource["name"]: _rows(folder, resource) for resource in described["resources"]}
    led = 0
    for resource in described["resources"]:
        keys = by_name[resource["name"]].project(", ".join(resource["schema"]["primaryKey"])).fetchall()
        assert len(keys) == len(set(keys))
        for foreign in resource["schema"]["foreignKeys"]:
            reference = foreign["reference"]
            there = set(by_name[reference["resource"]].project(", ".join(reference["fields"])).fetchall())
            named = set(by_name[resource["name"]].project(", ".join(foreign["fields"])).fetchall())
            whole = {values for values in named if None not in values}
            assert whole <= there
            led += len(whole)
    assert led > 20
