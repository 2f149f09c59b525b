"""What a load changes: rows to add and rows to close, the same for every target."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from spec_parser.warehouse.belief import Believed
from spec_parser.warehouse.rows import Row


class Changes(NamedTuple):
    """A part of a load.

    Attributes:
        added: rows by the name of their table, in an order in which each names only rows before it.
        closed: ids of rows that are believed no longer, by the name of their table.
        named: rows of code lists that get another name.
    """

    added: Mapping[str, Sequence[Row]]
    closed: Mapping[str, Sequence[int]]
    named: Mapping[str, Sequence[Row]]


class Counts(NamedTuple):
    """What became of revisions.

    Attributes:
        inserted: were not known.
        corrected: are read otherwise than before.
        moved: say the same, but stand for other days, or by other evidence.
        withdrawn: are shown by no file any more.
        unchanged: are as they were.
    """

    inserted: int = 0
    corrected: int = 0
    moved: int = 0
    withdrawn: int = 0
    unchanged: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(*(one + two for one, two in zip(self, other, strict=True)))


def counts(before: Sequence[Row], after: Sequence[Row]) -> Counts:
    """What became of the revisions of a class."""
    old = {row.revision_key: row for row in before}
    new = {row.revision_key: row for row in after}
    both = [(old[key], new[key]) for key in new if key in old]
    unchanged = sum(one.row_id == two.row_id for one, two in both)
    corrected = sum(one.reading_id != two.reading_id for one, two in both)
    return Counts(
        inserted=len(new) - len(both),
        corrected=corrected,
        moved=len(both) - unchanged - corrected,
        withdrawn=len(old) - len(both),
        unchanged=unchanged,
    )


def recorded_changes(before: Believed, after: Believed) -> list[tuple[str, list[Row], list[int]]]:
    """Of each recorded table of a class: the rows that are new, and the ids of those that are believed no longer."""
    return [
        (table, *difference(old, new))
        for table, old, new in (
            ("class_revision", before.revisions, after.revisions),
            ("pay_observation", before.observations, after.observations),
            ("pay_range", before.pay, after.pay),
            ("revision_source", before.sources, after.sources),
            ("finding", before.findings, after.findings),
            ("reference", before.references, after.references),
        )
    ]


def difference(before: Iterable[Row], after: Iterable[Row]) -> tuple[list[Row], list[int]]:
    """Rows that are new, and ids of those that are gone."""
    old, new = {row.row_id for row in before}, {row.row_id: row for row in after}
    return [row for row_id, row in new.items() if row_id not in old], [one for one in sorted(old) if one not in new]


def stamped(rows: Iterable[Row], recorded_at: str) -> list[Row]:
    """Rows of a recorded table, believed since a load."""
    return [replace(row, recorded_from=recorded_at, recorded_to=None) for row in rows]
