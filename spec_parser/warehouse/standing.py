"""The specifications that stood on a day, put together again from the rows of a warehouse.

They are as full as the rows: sections are their lines, what qualifications mean is left out. Two days of one warehouse
are put together alike, so that what differs between them differs in the specifications.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from spec_parser.model import (
    SCHEMA_VERSION,
    BargainingUnit,
    Block,
    Cancellation,
    Citation,
    CodedField,
    Content,
    Designation,
    Footer,
    Identity,
    Item,
    MinimumQualifications,
    Pay,
    PayRange,
    Quantity,
    Reference,
    Requirement,
    SalaryGroup,
    Section,
)
from spec_parser.model.values import Duty, Note, Statement
from spec_parser.warehouse import tables
from spec_parser.warehouse.details import DETAILS
from spec_parser.warehouse.rows import Row
from spec_parser.warehouse.targets.protocol import Target

# Classes that are asked for at once: memory does not grow with the warehouse.
_AT_ONCE: Final = 200
_LISTS: Final = frozenset({"duties", "knowledge_skill_ability", "substitutions", "special_requirements"})


def standing(target: Target, day: str) -> Iterator[tuple[tuple[str, str], Content]]:
    """Each class that had a specification on a day (ISO 8601), by jurisdiction and code, in order, as believed now."""
    keys = sorted(set(target.all_believed(tables.CLASS_REVISION, "class_key")), key=_class)
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        revisions = {row.class_key: row for row in _on(day, target.believed(tables.CLASS_REVISION, "class_key", some))}
        pay = {row.class_key: row for row in _on(day, target.believed(tables.PAY_RANGE, "class_key", some))}
        details = _details(target, [row.reading_id for row in revisions.values()])
        for key in some:
            if key in revisions:
                row = revisions[key]
                yield _class(key), _content(row, pay.get(key), details.get(row.reading_id, {}))


def _class(key: str) -> tuple[str, str]:
    jurisdiction, _, code = key.partition("/")
    return jurisdiction, code


def _on(day: str, rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        if row.valid_from is not None and row.valid_from <= day and (row.valid_to is None or day < row.valid_to):
            yield row


def _details(target: Target, readings: Sequence[int]) -> dict[int, dict[str, list[Row]]]:
    """The rows of each reading, by table, in order."""
    found: dict[int, dict[str, list[Row]]] = {}
    for name in DETAILS:
        rows = target.having(tables.BY_NAME[name], "reading_id", readings)
        for row in sorted(rows, key=lambda row: (row.reading_id, row.ordinal)):
            found.setdefault(row.reading_id, {}).setdefault(name, []).append(row)
    return found


def _content(row: Row, pay: Row | None, details: dict[str, list[Row]]) -> Content:
    group, code = row.salary_group, _class(row.class_key)[1]
    sections = tuple(_section(one) for one in details.get("section", ()))
    title = f"{row.title} ({code})" if row.title else code
    printed = _paragraphs([title, *([pay.text] if pay else [])])
    unit = row.bargaining_unit
    return Content(
        schema_version=SCHEMA_VERSION,
        jurisdiction=row.jurisdiction,
        job_class=Identity(code, row.title, row.series, row.level, msgspec.json.decode(row.qualifiers, type=tuple)),
        pay=None if pay is None else _pay(pay),
        salary_group=None if group is None else SalaryGroup(group, None, None),
        designation=None if row.designation is None else Designation(row.designation, row.service, row.selection),
        occupational_group=_coded(row.occupational_group, row.occupational_group_code),
        bargaining_unit=None if unit is None else BargainingUnit(unit, row.bargaining_unit_code, None, None),
        eeo_category=_coded(row.eeo_category, row.eeo_category_code),
        duties=tuple(Duty(one.text, one.label, one.verb) for one in details.get("duty", ())),
        knowledge_skill_ability=tuple(
            Statement(one.stem, one.text, one.statement, one.kind, one.degree)
            for one in details.get("ksa_statement", ())
        ),
        minimum_qualifications=_qualifications(details.get("qualification", [])),
        special_requirements=tuple(
            one.text for one in details.get("qualification", ()) if one.kind == "special_requirement"
        ),
        effective_date=row.effective_date,
        footer=_footer(row, code, sections),
        cancellation=_cancellation(row),
        citations=tuple(
            Citation(one.text, one.kind, one.number, msgspec.json.decode(one.subsections, type=tuple))
            for one in details.get("citation", ())
        ),
        sections=(Section("masthead", None, printed), *sections),
    )


def _paragraphs(lines: Sequence[str]) -> tuple[Block, ...]:
    return tuple(Block("paragraph", line, (), (), ()) for line in lines)


def _section(row: Row) -> Section:
    """A section of its lines: items where the section is a list by nature, paragraphs elsewhere."""
    lines = row.text.split("\n") if row.text else []
    if row.kind not in _LISTS or len(lines) < 2:
        return Section(row.kind, row.heading, _paragraphs([line.strip() for line in lines]))
    items = tuple(Item(min((len(line) - len(line.lstrip())) // 2 + 1, 8), None, line.strip(), ()) for line in lines)
    return Section(row.kind, row.heading, (Block("list", None, items, (), ()),))


def _pay(row: Row) -> Pay:
    return Pay(
        text=row.text,
        kind=row.kind,
        hourly=_range(row.hourly_min, row.hourly_max),
        biweekly=_range(row.biweekly_min, row.biweekly_max),
        yearly=_range(row.yearly_min, row.yearly_max),
        weekly_hours=row.weekly_hours,
        currency=row.currency,
    )


def _range(low: str | None, high: str | None) -> PayRange | None:
    return None if low is None or high is None else PayRange(low, high)


def _coded(text: str | None, code: str | None) -> CodedField | None:
    return None if text is None else CodedField(text, code, None)


def _qualifications(rows: Sequence[Row]) -> MinimumQualifications:
    by_kind: dict[str, list[Requirement]] = {}
    notes = []
    for row in rows:
        quantities = msgspec.json.decode(row.quantities, type=tuple[Quantity, ...])
        if row.kind == "note":
            notes.append(Note(row.text, row.qualifies or "", quantities, "text", None))
        else:
            by_kind.setdefault(row.kind, []).append(Requirement(row.text, quantities, "text", None))
    general, special = by_kind.get("general_experience"), by_kind.get("special_experience")
    return MinimumQualifications(
        general[0] if general else None,
        special[0] if special else None,
        tuple(by_kind.get("substitution", ())),
        tuple(notes),
        tuple(by_kind.get("other", ())),
    )


def _footer(row: Row, code: str, sections: Sequence[Section]) -> Footer | None:
    text = next((block.text for one in sections if one.kind == "footer" for block in one.blocks if block.text), None)
    return None if text is None else Footer(text, code, row.established_on, row.revised_on)


def _cancellation(row: Row) -> Cancellation | None:
    if row.cancellation is None:
        return None
    kind, _, number = (row.decision or "").partition(" ")
    return Cancellation(
        text=row.cancellation,
        kind=row.cancellation_kind,
        title=row.replaced_title,
        retitled=row.is_retitled,
        salary_group=None,
        approved_effective=row.replaced_effective,
        reasons=msgspec.json.decode(row.reasons, type=tuple),
        reference=Reference(kind, number) if row.decision else None,
    )
