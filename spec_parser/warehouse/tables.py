"""The tables of the warehouse: the one definition that DDL, Arrow schemas, rows and the data dictionary come from.

A *reading* is what one specification says, as it was read once: it is never changed, and what hangs on it (duties,
statements, qualifications, sections, references) neither. `class_revision` says which reading of which revision was
believed when (record time), and for which days the revision stands (effective time). So a revision that is found late,
or a better reading, closes rows and adds rows, and rewrites nothing.
"""

from typing import Final

from spec_parser.warehouse.definition import Column, Table
from spec_parser.warehouse.fixed_tables import (
    BARGAINING_UNIT,
    CITATION,
    DUTY,
    EEO_CATEGORY,
    JOB_CLASS,
    KSA_STATEMENT,
    OCCUPATIONAL_GROUP,
    QUALIFICATION,
    QUALIFICATION_NODE,
    READING,
    SALARY_GROUP,
    SECTION,
    SOURCE_DOCUMENT,
)
from spec_parser.warehouse.recorded_tables import (
    CLASS_REVISION,
    FINDING,
    ITEM_LINEAGE,
    PAY_OBSERVATION,
    PAY_RANGE,
    REFERENCE,
    REVISION_SOURCE,
    SOURCE_READING,
)

__all__ = [
    "BARGAINING_UNIT",
    "BY_NAME",
    "CITATION",
    "CLASS_REVISION",
    "DUTY",
    "EEO_CATEGORY",
    "FINDING",
    "ITEM_LINEAGE",
    "JOB_CLASS",
    "KSA_STATEMENT",
    "LISTS",
    "LOAD",
    "MIGRATION",
    "OCCUPATIONAL_GROUP",
    "PAY_OBSERVATION",
    "PAY_RANGE",
    "QUALIFICATION",
    "QUALIFICATION_NODE",
    "READING",
    "REFERENCE",
    "REVISION_SOURCE",
    "SALARY_GROUP",
    "SECTION",
    "SOURCE_DOCUMENT",
    "SOURCE_READING",
    "TABLES",
    "VERSION",
]

VERSION: Final = 1
"""Of these tables. With a new one comes a row of `migrations.MIGRATIONS`."""

LOAD: Final = Table(
    "load",
    "log",
    "A load that changed something. It is written last: what has no row here was not loaded.",
    (
        Column("recorded_at", "time", "Record time of the load (UTC); what it wrote has it in recorded_from."),
        Column("table_version", "integer", "Version of the tables that it wrote."),
        Column("folder", "text", "Name of the folder that was loaded."),
        Column("state", "text", "Hash of the conversion that was loaded."),
        Column("revisions_inserted", "id", "Revisions that were not known."),
        Column("revisions_corrected", "id", "Revisions that were read otherwise than before."),
        Column("revisions_moved", "id", "Revisions that say the same, but stand for other days or by other evidence."),
        Column("revisions_withdrawn", "id", "Revisions that no file shows any more."),
    ),
    ("recorded_at",),
)
MIGRATION: Final = Table(
    "migration",
    "log",
    "A change of the tables themselves.",
    (
        Column("version", "integer", "Version of the tables since then."),
        Column("recorded_at", "time", "Record time of the load that made it (UTC)."),
        Column("change", "text", "What was changed."),
    ),
    ("version",),
)

TABLES: Final[tuple[Table, ...]] = (
    JOB_CLASS,
    SOURCE_DOCUMENT,
    OCCUPATIONAL_GROUP,
    BARGAINING_UNIT,
    EEO_CATEGORY,
    SALARY_GROUP,
    READING,
    CLASS_REVISION,
    DUTY,
    KSA_STATEMENT,
    QUALIFICATION,
    QUALIFICATION_NODE,
    SECTION,
    CITATION,
    ITEM_LINEAGE,
    PAY_OBSERVATION,
    PAY_RANGE,
    REVISION_SOURCE,
    SOURCE_READING,
    FINDING,
    REFERENCE,
    MIGRATION,
    LOAD,
)
"""In an order in which each names only tables before it."""
LISTS: Final = tuple(table for table in TABLES if table.nature == "list")
BY_NAME: Final = {table.name: table for table in TABLES}
