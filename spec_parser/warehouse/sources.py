"""The tables and views as sources of a dbt project, from their definition: `make schemas` writes them."""

import json
from collections.abc import Iterator, Sequence

from spec_parser.warehouse import tables
from spec_parser.warehouse.definition import Column
from spec_parser.warehouse.views import VIEWS

_HEAD = """# Generated from the definition of the tables and views by `make schemas`.
version: 2
sources:
  - name: specs
    description: What `spec-parser load` filled.
    schema: main
    tables:
"""


def sources() -> str:
    """The whole file, as YAML. Texts stand in it as JSON, which is YAML too."""
    parts = [_source(table.name, table.comment, table.columns, table.key) for table in tables.TABLES]
    parts += [_source(view.name, view.comment, view.columns, ()) for view in VIEWS if not view.parameters]
    return _HEAD + "".join(f"{line}\n" for part in parts for line in part)


def _source(name: str, comment: str, columns: Sequence[Column], key: Sequence[str]) -> Iterator[str]:
    yield f"      - name: {name}"
    yield f"        description: {json.dumps(comment)}"
    yield "        columns:"
    for column in columns:
        yield f"          - name: {column.name}"
        yield f"            description: {json.dumps(column.comment)}"
        if column.name in key:
            tests = "[not_null, unique]" if len(key) == 1 else "[not_null]"
            yield f"            data_tests: {tests}"
