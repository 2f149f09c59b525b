"""The tables as Arrow schemas, from the one definition."""

import pyarrow as pa

from spec_parser.warehouse.definition import DIGITS, PLACES, Column, Table


def schema(table: Table) -> "pa.Schema":
    """The Arrow schema of a table; what a column holds is in its metadata, as `doc`."""
    return pa.schema([_field(column) for column in table.columns], metadata={"doc": table.comment})


def _field(column: Column) -> "pa.Field":
    return pa.field(column.name, _type(column), nullable=column.nullable, metadata={"doc": column.comment})


def _type(column: Column) -> "pa.DataType":
    if column.type in DIGITS:
        return pa.decimal128(DIGITS[column.type], PLACES[column.type])
    named = {
        "integer": pa.int32(),
        "id": pa.int64(),
        "date": pa.date32(),
        "time": pa.timestamp("us"),
        "boolean": pa.bool_(),
    }
    return named.get(column.type, pa.string())
