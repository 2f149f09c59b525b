"""Tables of an earlier version become those of this one, and everything that they hold stays."""

import json
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from pyiceberg.catalog.sql import SqlCatalog

from spec_parser.warehouse.migrations import MIGRATIONS, Migration, prepare
from spec_parser.warehouse.package import NAME
from spec_parser.warehouse.tables import VERSION
from spec_parser.warehouse.targets import opened
from spec_parser.warehouse.targets.iceberg import MARK, NAMESPACE
from spec_parser.warehouse.targets.sql import SqlTarget
from spec_parser.warehouse.views import VIEWS
from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.targets import held, loaded, moment, url

_BROUGHT = (
    Migration(2, "Duties have their verb; findings are kept.", tables=("finding",), columns=(("duty", "verb"),)),
)


def _earlier(to: str) -> None:
    """Make the tables those of a version in which duties had no verb, and there were no findings."""
    kind, _, path = to.partition(":///")
    if kind in ("parquet", "iceberg"):
        (_earlier_files if kind == "parquet" else _earlier_iceberg)(Path(path))
        return
    with opened(to) as target:
        assert isinstance(target, SqlTarget)
        with target.loading():
            for view in reversed([view for view in VIEWS if not view.parameters]):
                target.execute(f"DROP VIEW {view.name}")
            target.execute("ALTER TABLE duty DROP COLUMN verb")
            target.execute("DROP TABLE finding")


def _earlier_files(folder: Path) -> None:
    described = json.loads((folder / NAME).read_text(encoding="utf-8"))
    described["resources"] = [one for one in described["resources"] if one["name"] != "finding"]
    duty = next(one for one in described["resources"] if one["name"] == "duty")
    duty["schema"]["fields"] = [field for field in duty["schema"]["fields"] if field["name"] != "verb"]
    for file in duty["path"]:
        with duckdb.connect() as base:
            duty_rows = base.read_parquet(str(folder / file)).project("* EXCLUDE verb")
            duty_rows.to_table("kept")
            base.table("kept").write_parquet(str(folder / file))
    (folder / NAME).write_text(json.dumps(described), encoding="utf-8")


def _earlier_iceberg(folder: Path) -> None:
    with closing(SqlCatalog("spec-parser", uri=f"sqlite:///{folder / 'catalog.sqlite'}")) as catalog:
        with catalog.load_table(f"{NAMESPACE}.duty").update_schema() as update:
            update.delete_column("verb")
        catalog.drop_table(f"{NAMESPACE}.finding")
        snapshots = json.loads(catalog.load_namespace_properties(NAMESPACE)[MARK])
        del snapshots["finding"]
        catalog.update_namespace_properties(NAMESPACE, updates={MARK: json.dumps(snapshots)})


def test_a_migration_keeps_what_is_there(to: str, tmp_path: Path) -> None:
    _migrated(to, tmp_path)


def test_a_migration_of_iceberg_tables(tmp_path: Path) -> None:
    _migrated(url("iceberg", tmp_path), tmp_path)


def _migrated(to: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01", ("Rows", "Sows")),))])
    loaded(folder, to, 1)
    before = held(to)
    _earlier(to)
    with opened(to) as target, target.loading():
        said = prepare(target, to, moment(2), version=2, migrations=_BROUGHT)
    assert said == ("Tables are now of version 2: Duties have their verb; findings are kept.",)
    note = (2, moment(2), "Duties have their verb; findings are kept.")
    assert held(to) == {**before, "migration": sorted([*before["migration"], note], key=repr)}


def test_tables_of_this_version_need_no_migration(to: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", [File("a", 1, (Shown("1111AA", "2001-01-01"),))])
    assert loaded(folder, to, 1).migrated == ()
    assert loaded(folder, to, 2).migrated == ()


def test_every_version_has_its_migration() -> None:
    assert [migration.version for migration in MIGRATIONS] == list(range(2, VERSION + 1))


@pytest.mark.parametrize("found", [1, 2])
def test_only_later_migrations_are_made(found: int, tmp_path: Path) -> None:
    to = f"sqlite:///{tmp_path / 'warehouse'}"
    with opened(to) as target, target.loading():
        prepare(target, to, moment(1), version=found, migrations=())
        assert len(prepare(target, to, moment(2), version=2, migrations=(Migration(2, "Nothing."),))) == 2 - found
