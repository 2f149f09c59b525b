"""Which item of a revision is which of the one before it: one lineage for each duty, statement and qualification.

A lineage is named after the item's first appearance, so it is the same in every target and in whatever order revisions
were loaded; a revision found before the first one moves that beginning.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spec_parser.differences import Entry, align
from spec_parser.warehouse.rows import ROWS, Row
from spec_parser.warehouse.values import identity

ITEMS: Final[Mapping[str, str]] = {"duty": "text", "ksa_statement": "statement", "qualification": "text"}
"""The tables whose rows have a lineage, and the column that tells what they say."""

Items = Mapping[str, Sequence[str]]
"""What the items of a reading say, in order, by their table."""


def lineages(revisions: Sequence[tuple[Row, Items]]) -> Iterator[Row]:
    """The lineage of every item of a class's revisions, given in the order in which they stand."""
    for table in ITEMS:
        before: Sequence[str] = ()
        known: list[int] = []
        for row, items in revisions:
            texts, reading_id = items.get(table, ()), row.reading_id
            known = _continued(before, known, texts, (row.revision_key, table))
            before = texts
            for ordinal, lineage_id in enumerate(known, 1):
                values = (reading_id, table, ordinal, lineage_id)
                yield ROWS["item_lineage"](*values, "", None, identity(*values))


def _continued(before: Sequence[str], known: list[int], texts: Sequence[str], name: tuple[str, str]) -> list[int]:
    """The lineages of a reading's items: those of the reading before, and new ones."""
    if texts == before:
        return known
    origins = {new: known[old] for old, new in _pairs(before, texts)}
    return [origins[place] if place in origins else identity(*name, place) for place in range(len(texts))]


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of the same item in both: in its place or moved, reworded or not."""
    for step in align([Entry(text, text) for text in before], [Entry(text, text) for text in after]):
        if step.kind in ("kept", "moved") and step.before is not None and step.after is not None:
            yield step.before, step.after


def chains(revisions: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """Revisions of a class through which items go on: those with a date, in order; each of the others stands alone."""
    dated = tuple(row for row in revisions if row.valid_from is not None)
    return tuple(chain for chain in (dated, *((row,) for row in revisions if row.valid_from is None)) if chain)
