"""How tables of an earlier version become those of this one."""

from typing import Final, NamedTuple

from spec_parser.warehouse import tables
from spec_parser.warehouse.changes import Changes
from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.rows import ROWS
from spec_parser.warehouse.targets.protocol import Target
from spec_parser.warehouse.views import VIEWS


class Migration(NamedTuple):
    """What a version of the tables brought.

    Attributes:
        version: of the tables.
        change: what it changes, for a person.
        tables: that are new.
        columns: that are new, each with its table. They are null in the rows that are there: what hangs on a reading is
            never written again, and the next conversion that says more is another reading.
    """

    version: int
    change: str
    tables: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()


MIGRATIONS: Final[tuple[Migration, ...]] = ()
"""From version 2 on, in order."""


def prepare(
    target: Target,
    name: str,
    recorded_at: str,
    *,
    version: int = tables.VERSION,
    migrations: tuple[Migration, ...] = MIGRATIONS,
) -> tuple[str, ...]:
    """Make the tables, or bring them to this version; says what was done.

    Raises:
        LoadError: they are of a later version.
    """
    found = target.version()
    if found is None:
        target.create(tables.TABLES)
        target.show(VIEWS)
        _note(target, version, recorded_at, "Made all tables.")
        return ()
    if found > version:
        raise LoadError(
            f"{name}: its tables are of version {found}, and this program knows version {version};"
            " load with the newer program that made them"
        )
    done = []
    for migration in migrations:
        if migration.version > found:
            target.create([tables.BY_NAME[name] for name in migration.tables])
            for table, column in migration.columns:
                target.add_column(tables.BY_NAME[table], column)
            _note(target, migration.version, recorded_at, migration.change)
            done.append(f"Tables are now of version {migration.version}: {migration.change}")
    if done:
        target.show(VIEWS)
    return tuple(done)


def _note(target: Target, version: int, recorded_at: str, change: str) -> None:
    target.write(Changes({"migration": [ROWS["migration"](version, recorded_at, change)]}, {}, {}), recorded_at)
