"""What Datasette shows beside the rows of a SQLite file, which has no comments of its own: from the one definition."""

from collections.abc import Mapping
from typing import Any, Final

from spec_parser.warehouse import tables
from spec_parser.warehouse.ddl import SQLITE
from spec_parser.warehouse.definition import Table
from spec_parser.warehouse.views import VIEWS, View

# By what a row is called where another one names it; where a key says that itself, nothing is needed.
_LABELS: Final[Mapping[str, str]] = {"reading": "revision_key"}
# What people narrow down by. Tables of dozens of rows a revision are left out: counting them takes too long.
_FACETS: Final[Mapping[str, tuple[str, ...]]] = {
    "class_revision": ("is_current",),
    "current_class": ("bargaining_unit", "occupational_group"),
    "finding_summary": ("code", "severity"),
}


def described(base: str) -> dict[str, Any]:
    """The description, for `datasette FILE -m FILE.metadata.json`.

    Args:
        base: name of the file without its ending, by which Datasette knows it.
    """
    shown: list[Table | View] = [*(view for view in VIEWS if not view.parameters), *tables.TABLES]
    return {
        "title": "Class specifications with their history",
        "databases": {
            base: {
                "tables": {one.name: _described(one) for one in shown},
                "queries": {view.name: _query(view) for view in VIEWS if view.parameters},
            }
        },
    }


def _described(one: Table | View) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": one.comment,
        "columns": {column.name: column.comment for column in one.columns},
    }
    if one.name in _LABELS:
        told["label_column"] = _LABELS[one.name]
    if one.name in _FACETS:
        told["facets"] = list(_FACETS[one.name])
    return told


def _query(view: View) -> dict[str, Any]:
    """A question that asks for days: a page with a box for each."""
    return {"description": view.comment, "sql": view.query(SQLITE), "params": list(view.parameters)}
