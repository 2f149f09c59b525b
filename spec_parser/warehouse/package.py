"""The description of tables that lie in files: a Frictionless Data Package, from the one definition."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from spec_parser.warehouse import tables
from spec_parser.warehouse.definition import Column, Table, Type

NAME: Final = "datapackage.json"
_TYPES: Final[Mapping[Type, str]] = {
    "text": "string",
    "json": "string",
    "integer": "integer",
    "id": "integer",
    "amount": "number",
    "hours": "number",
    "quantity": "number",
    "date": "date",
    "time": "datetime",
    "boolean": "boolean",
}


def package(files: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The description.

    Args:
        files: the Parquet files of each table, by its name, relative to the description's place.
    """
    return {
        "profile": "data-package",
        "name": "class-specifications",
        "title": "Class specifications with their history",
        "version": f"{tables.VERSION}.0.0",
        "resources": [_resource(table, files.get(table.name, ())) for table in tables.TABLES],
    }


def _resource(table: Table, files: Sequence[str]) -> dict[str, Any]:
    return {
        "name": table.name,
        "description": table.comment,
        "path": list(files),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(foreign.columns),
                    "reference": {"resource": foreign.table, "fields": list(tables.BY_NAME[foreign.table].key)},
                }
                for foreign in table.foreign_keys
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    required = {} if column.nullable else {"constraints": {"required": True}}
    return {"name": column.name, "type": _TYPES[column.type], "description": column.comment, **required}


def listed(described: Mapping[str, Any]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The files and the columns of each table, as a description has them."""
    return {
        resource["name"]: (
            tuple(resource["path"]),
            tuple(field["name"] for field in resource["schema"]["fields"]),
        )
        for resource in described["resources"]
    }
