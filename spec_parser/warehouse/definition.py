"""What a table is made of: the terms in which `tables.py` defines the warehouse, once for every target."""

from typing import Any, Final, Literal, NamedTuple

import msgspec

Type = Literal["text", "json", "integer", "id", "amount", "hours", "quantity", "date", "time", "boolean"]
"""json: text that is JSON; id: 64 bits; amount: to the cent; hours: to a hundredth; quantity: to a ten-thousandth;
time: UTC, to the microsecond."""

Nature = Literal["fixed", "recorded", "list", "log"]
"""fixed: rows stay as they are for good. recorded: they have the time for which they were believed; only its end is
ever set. list: codes, whose names follow the newest page. log: of loads and migrations."""

PLACES: Final[dict[str, int]] = {"amount": 2, "hours": 2, "quantity": 4}
"""Places after the point."""
DIGITS: Final[dict[str, int]] = {"amount": 15, "hours": 6, "quantity": 12}
"""All digits; 15 are also what SQLite, which has no decimals, keeps exactly."""


class Column(NamedTuple):
    """A column.

    Attributes:
        name: of it.
        type: in the terms above; each target has its own word for it.
        comment: what it holds, for a person; goes into every target that has comments, and into the dictionary.
        nullable: whether it may be null.
    """

    name: str
    type: Type
    comment: str
    nullable: bool = False


class ForeignKey(NamedTuple):
    """Columns that name a row of another table by its key."""

    columns: tuple[str, ...]
    table: str


class Table(NamedTuple):
    """A table.

    Attributes:
        name: of it.
        nature: how its rows change.
        comment: what one row is, for a person.
        columns: in order.
        key: names of the columns that tell its rows apart.
        foreign_keys: each of which always holds.
        indexes: columns by which it is looked up beside its key.
        is_detail: whether a revision has dozens of its rows.
    """

    name: str
    nature: Nature
    comment: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    is_detail: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Names of its columns."""
        return tuple(column.name for column in self.columns)


_PYTHON: Final[dict[Type, Any]] = {"integer": int, "id": int, "boolean": bool}


def row_type(table: Table) -> Any:
    """The type of a table's rows: a frozen struct with a field a column.

    Amounts, hours, dates and times are texts in it, written as SQL writes them, so that every target is given the
    same; `decimal` and `moment` write them.
    """
    fields = [
        (column.name, _PYTHON.get(column.type, str) | None if column.nullable else _PYTHON.get(column.type, str))
        for column in table.columns
    ]
    return msgspec.defstruct(table.name, fields, frozen=True, gc=False)
