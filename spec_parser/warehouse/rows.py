"""From a revision, as a conversion wrote it, to the rows that say it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from spec_parser.archive.model import NamedReference, ObservedPay, SeenSource
from spec_parser.model import (
    BargainingUnit,
    CodedField,
    Finding,
    Pay,
    PayRange,
    SalaryGroup,
)
from spec_parser.warehouse import tables
from spec_parser.warehouse.definition import row_type
from spec_parser.warehouse.details import DETAILS, Record, details
from spec_parser.warehouse.values import amount, day, hours, identity, integer, json_text

Row = Any
"""A row of a table, of the type that `ROWS` has for it."""

ROWS: Final[Mapping[str, Any]] = {table.name: row_type(table) for table in tables.TABLES}
_NO_CODE = "-"
_content: Final = msgspec.json.Decoder(list[Any]).decode
_RECOGNISED = b'"confidence":'
# What a reading is told by. When the revision stands, and which file it was read from, are no part of it.
_CONTENT: Final = slice(tables.CLASS_REVISION.names.index("basis"), tables.CLASS_REVISION.names.index("sha256"))


class Revision(Struct, frozen=True):
    """What is asked of a revision in records.ndjson."""

    key: str
    jurisdiction: str
    code: str | None
    basis: str
    sources: tuple[SeenSource, ...]
    pay: tuple[ObservedPay, ...]
    record: Record


class FoundFinding(Finding, frozen=True, forbid_unknown_fields=False):
    """A line of findings.ndjson."""

    key: str
    path: str
    sha256: str


class FoundReference(NamedReference, frozen=True, forbid_unknown_fields=False):
    """A line of references.ndjson."""


class Noticed(NamedTuple):
    """What stands beside a revision, in files of their own: its findings, and what it mentions."""

    findings: tuple[FoundFinding, ...] = ()
    references: tuple[FoundReference, ...] = ()


class Code(NamedTuple):
    """A code that a revision names, with the row of its list."""

    table: str
    row: Row


class Said(NamedTuple):
    """All rows that a revision of a conversion gives; those that are believed for a time still without that time.

    Attributes:
        job_class: its class.
        reading: what it says.
        revision: of the revision, as if it stood alone in its class.
        details: of the tables that hang on the reading, by their names.
        codes: that it names.
        sources: which files show it.
        observations: what pay they show.
        findings: what was noticed in them.
        references: what it mentions.
    """

    job_class: Row
    reading: Row
    revision: Row
    details: Mapping[str, tuple[Row, ...]]
    codes: tuple[Code, ...]
    sources: tuple[Row, ...]
    observations: tuple[Row, ...]
    findings: tuple[Row, ...]
    references: tuple[Row, ...]


def class_of(key: str) -> str:
    """The key of a revision's class. One without a class code is a class of its own: nothing ties it to others."""
    above = key.rpartition("/")[0]
    return key if above.endswith(f"/{_NO_CODE}") else above


def said(revision: Revision, noticed: Noticed) -> Said:
    """The rows of a revision."""
    key, record = revision.key, revision.record
    class_key = class_of(key)
    hanging = {name: tuple(rows) for name, rows in details(record).items()}
    best = next(source for source in revision.sources if source.best)
    values = _revision_row(revision, class_key, best.sha256)
    reading_id = identity(key, values[_CONTENT], [hanging[name] for name in DETAILS])
    row = replace(ROWS["class_revision"](*values), reading_id=reading_id)
    return Said(
        ROWS["job_class"](class_key, revision.jurisdiction, revision.code),
        ROWS["reading"](reading_id, key, class_key, json_text(values[_CONTENT])),
        row,
        {name: tuple(ROWS[name](reading_id, *one) for one in hanging[name]) for name in DETAILS},
        tuple(_codes(revision, row)),
        tuple(_sources(revision, row)),
        tuple(_observations(revision, class_key)),
        tuple(_findings(noticed.findings, class_key)),
        tuple(_references(noticed.references, row)),
    )


def revision_of(reading: Row, source: Row) -> Row:
    """The row of a revision, as if it stood alone in its class, from what was read from a file."""
    content = _content(reading.content)
    basis = content[0]
    since = _since(reading.revision_key, basis)
    stands = (since, None, False, "", None)
    evidence = (source.sha256, source.is_recognised, 0)
    return ROWS["class_revision"](
        reading.revision_key, reading.class_key, reading.reading_id, *stands, *content, *evidence
    )


def _since(key: str, basis: str) -> str | None:
    return day(key.rpartition("/")[2]) if basis != "content" else None


def _revision_row(revision: Revision, class_key: str, sha256: str) -> tuple[Any, ...]:
    record = revision.record
    title, footer, clause = record.job_class, record.footer, record.cancellation
    group, service = record.salary_group, record.designation
    decision = None if clause is None else clause.reference
    return (
        revision.key,
        class_key,
        0,
        _since(revision.key, revision.basis),
        None,
        False,
        "",
        None,
        revision.basis,
        revision.jurisdiction,
        title.title,
        title.series,
        integer(title.level),
        json_text(title.qualifiers),
        _group_code(group),
        None if group is None else group.text,
        None if service is None else service.service,
        None if service is None else service.selection,
        None if service is None else service.text,
        *_coded(record.occupational_group),
        *_coded(record.bargaining_unit),
        *_coded(record.eeo_category),
        day(record.effective_date),
        None if footer is None else day(footer.established),
        None if footer is None else day(footer.revised),
        None if clause is None else clause.kind,
        None if clause is None else clause.title,
        None if clause is None else day(clause.approved_effective),
        None if clause is None else clause.retitled,
        json_text(() if clause is None else clause.reasons),
        None if decision is None else f"{decision.kind} {decision.number}",
        None if clause is None else clause.text,
        sha256,
        _RECOGNISED in bytes(record.provenance),
        0,
    )


def _group_code(group: SalaryGroup | None) -> str | None:
    return None if group is None or group.plan is None or group.grade is None else f"{group.plan} {group.grade}"


def _coded(field: CodedField | BargainingUnit | None) -> tuple[str | None, str | None]:
    return (None, None) if field is None else (field.code, field.text)


def _codes(revision: Revision, row: Row) -> Iterator[Code]:
    """The codes that a revision names. Names that were recognised from an image are not taken."""
    record, jurisdiction = revision.record, revision.jurisdiction
    for name in ("occupational_group", "eeo_category"):
        field: CodedField | None = getattr(record, name)
        if field is not None and field.code is not None:
            named = (None, None) if row.is_recognised else (field.name, row.valid_from)
            yield Code(name, ROWS[name](jurisdiction, field.code, *named))
    unit = record.bargaining_unit
    if unit is not None and unit.code is not None:
        names = (None, None, None) if row.is_recognised else (unit.name, unit.unit, row.valid_from)
        yield Code("bargaining_unit", ROWS["bargaining_unit"](jurisdiction, unit.code, *names))
    group = record.salary_group
    if group is not None and row.salary_group_code is not None:
        yield Code("salary_group", ROWS["salary_group"](jurisdiction, row.salary_group_code, group.plan, group.grade))


def _sources(revision: Revision, row: Row) -> Iterator[Row]:
    for one in revision.sources:
        read = (row.reading_id, row.is_recognised) if one.best else (None, None)
        values = (row.class_key, revision.key, one.sha256, one.path, day(one.observed_on), one.url, *read)
        yield ROWS["revision_source"](*values, "", None, identity(*values))


def _observations(revision: Revision, class_key: str) -> Iterator[Row]:
    for one in revision.pay:
        for sha256 in one.sources:
            values = (class_key, revision.key, sha256, day(one.observed_on), *pay_values(one.pay))
            yield ROWS["pay_observation"](*values, "", None, identity(*values))


def pay_values(pay: Pay) -> tuple[Any, ...]:
    """The values of the columns that tell pay."""
    ends = (_ends(pay.hourly), _ends(pay.biweekly), _ends(pay.yearly))
    return (pay.kind, *(end for pair in ends for end in pair), hours(pay.weekly_hours), pay.currency, pay.text)


def _ends(pay: PayRange | None) -> tuple[str | None, str | None]:
    return (None, None) if pay is None else (amount(pay.min), amount(pay.max))


def _findings(findings: Iterable[FoundFinding], class_key: str) -> Iterator[Row]:
    counted: dict[str, int] = {}
    paths: dict[str, str] = {}
    for one in findings:
        if paths.setdefault(one.sha256, one.path) != one.path:
            continue  # the same bytes lie in several places; what was found in them is told once
        counted[one.sha256] = ordinal = counted.get(one.sha256, 0) + 1
        first = one.spans[0] if one.spans else None
        place = (None, None) if first is None else (integer(first.line), integer(first.page))
        values = (class_key, one.key, one.sha256, ordinal, one.code, one.severity, one.message, one.pointer, *place)
        yield ROWS["finding"](*values, "", None, identity(*values))


def _references(references: Iterable[FoundReference], row: Row) -> Iterator[Row]:
    for ordinal, one in enumerate(references, 1):
        named = f"{row.jurisdiction}/{one.codes[0]}" if len(one.codes) == 1 else None
        place = (one.pointer, integer(one.start), integer(one.end))
        told = (one.text, one.name, one.relation, one.certainty, named, json_text(one.codes))
        values = (row.class_key, one.key, row.sha256, ordinal, one.kind, *place, *told)
        yield ROWS["reference"](*values, "", None, identity(*values))
