"""The lineages that a load changes: of classes in which other readings follow each other than before."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from spec_parser.warehouse import tables
from spec_parser.warehouse.belief import Believed
from spec_parser.warehouse.changes import difference
from spec_parser.warehouse.lineage import ITEMS, Items, chains, lineages
from spec_parser.warehouse.rows import Row, Said
from spec_parser.warehouse.targets.protocol import Target


def lineage_changes(
    target: Target, classes: Iterable[tuple[Believed, Believed]], said: Mapping[int, Said]
) -> tuple[list[Row], list[int]]:
    """Rows of `item_lineage` that are new, and ids of those that are believed no longer.

    Args:
        target: holds what the items of readings say that the conversion does not show.
        classes: what was believed of each class, and what is now.
        said: the readings of the conversion.
    """
    changed = [
        (before.revisions, after.revisions)
        for before, after in classes
        if _order(before.revisions) != _order(after.revisions)
    ]
    was = [row.reading_id for before, _ in changed for row in before]
    known = list(target.believed(tables.ITEM_LINEAGE, "reading_id", was))
    items = _items(target, {row.reading_id for _, after in changed for row in after}, said)
    rows = (
        row
        for _, after in changed
        for chain in chains(after)
        for row in lineages([(revision, items[revision.reading_id]) for revision in chain])
    )
    return difference(known, rows)


def _items(target: Target, readings: set[int], said: Mapping[int, Said]) -> dict[int, Items]:
    """What the items of readings say: as the conversion has it, else as the target does."""
    found: dict[int, dict[str, Sequence[str]]] = {
        reading: {
            table: [getattr(row, column) for row in said[reading].details[table]] for table, column in ITEMS.items()
        }
        if reading in said
        else {}
        for reading in readings
    }
    for table, column in ITEMS.items():
        for reading, texts in target.texts(tables.BY_NAME[table], column, readings - said.keys()).items():
            found[reading][table] = texts
    return dict(found)


def _order(revisions: Sequence[Row]) -> list[tuple[Any, ...]]:
    return [(row.reading_id, row.revision_key, row.valid_from) for row in revisions]
