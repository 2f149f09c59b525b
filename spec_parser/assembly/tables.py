"""The older site's tables: the classes that share a page, one a row, and the row of codes that holds for them all."""

from typing import NamedTuple, TypeVar

import msgspec

from spec_parser.assembly.fields import field
from spec_parser.assembly.trace import Trace
from spec_parser.document import Excerpt, Stretch, excerpt
from spec_parser.fields.class_row import ClassRow
from spec_parser.fields.code_row import CodeRow
from spec_parser.fields.readers import FieldReaders
from spec_parser.fields.reading import Part, Reading
from spec_parser.model import Cancellation, JobClass, Reference
from spec_parser.structure import LogicalLine, Section

T = TypeVar("T")


class ClassPlace(NamedTuple):
    """A class of the table: its row, what was read from it, and the designation that stands above its table."""

    row: Excerpt
    reading: Reading[ClassRow]
    designation: Excerpt | None


class Codes(NamedTuple):
    """The row of codes, and the head above it that tells what kind of number it has."""

    row: Excerpt
    reading: Reading[CodeRow]
    head: Excerpt | None
    head_reading: Reading[CodeRow] | None


def rows(pointer: str, lines: list[LogicalLine], readers: FieldReaders, trace: Trace) -> tuple[tuple[str, ...], ...]:
    """The cells of a table that the profile knows. A row that could not be read has a cell for each stretch of it."""
    found: list[tuple[str, ...]] = []
    places: list[Stretch] = []
    for index, line in enumerate(lines):
        at = f"{pointer}/rows/{index}"
        whole = line.excerpt()
        reading = _read(line, readers)
        cells = [whole.part(trace.document, *part.stretches[0]) for part in reading.parts if _is_cell(part)]
        if not cells:
            cells = [excerpt(trace.document, [stretch]) for stretch in line.stretches]
        found.append(tuple(trace.take(f"{at}/{number}", cell) for number, cell in enumerate(cells)))
        places += [stretch for cell in cells for stretch in cell.stretches]
        for problem in reading.problems:
            trace.note(
                problem.code,
                problem.message,
                at,
                whole.stretches_of(trace.document, *problem.stretch) or whole.stretches,
            )
    trace.derive(f"{pointer}/type", places)
    return tuple(found)


def _is_cell(part: Part) -> bool:
    return part.pointer.startswith("/cells/")


def _read(line: LogicalLine, readers: FieldReaders) -> Reading[ClassRow] | Reading[CodeRow]:
    if line.type in ("CLASS_HEAD", "CLASS_ROW"):
        return readers.class_row(line.text)
    if line.type in ("CODE_HEAD", "CODE_ROW"):
        return readers.code_row(line.text)
    return Reading(ClassRow(), (), ())


def without_tables(sections: list[Section]) -> list[Section]:
    """The sections as the fields are read from them: rows of codes are no text of the section they stand in.

    The designations above tables of classes are their rows', not the page's.
    """
    last = max((number for number, section in enumerate(sections) if _table_lines([section])), default=-1)
    if last < 0:
        return sections
    return [
        section._replace(blocks=[block for block in section.blocks if not block.is_known_table()])
        for number, section in enumerate(sections)
        if not (number < last and section.kind == "designation" and section.header is None)
    ]


def class_places(sections: list[Section], readers: FieldReaders) -> list[ClassPlace]:
    """The classes of the page's tables in order."""
    found: list[ClassPlace] = []
    designation: Excerpt | None = None
    for section in sections:
        if section.kind == "designation" and section.header is None:
            designation = section.blocks[-1].lines[-1].excerpt()
        for line in _table_lines([section]):
            if line.type == "CLASS_ROW":
                reading = readers.class_row(line.text)
                if reading.value.cells:
                    found.append(ClassPlace(line.excerpt(), reading, designation))
    return found


def codes(sections: list[Section], readers: FieldReaders) -> Codes | None:
    """The first row of codes that could be read."""
    head: Excerpt | None = None
    for line in _table_lines(sections):
        if line.type == "CODE_HEAD":
            head = line.excerpt()
        elif line.type == "CODE_ROW":
            reading = readers.code_row(line.text)
            if reading.value.cells:
                return Codes(line.excerpt(), reading, head, None if head is None else readers.code_row(head.text))
    return None


def _table_lines(sections: list[Section]) -> list[LogicalLine]:
    return [line for section in sections for block in section.blocks if block.is_known_table() for line in block.lines]


def coded(name: str, value: T | None, found: Codes | None, trace: Trace) -> T | None:
    """A coded field that no section gives, from the row of codes.

    Args:
        name: of the field, in the record and in the row.
        value: what a section gives.
        found: the row of codes.
        trace: takes provenance; what could not be read is noted with the row itself.
    """
    if value is not None or found is None:
        return value
    _take(f"/{name}", found.row, found.reading, trace)
    taken: T | None = getattr(found.reading.value, name)
    return taken


def referenced(clause: Cancellation | None, found: Codes | None, trace: Trace) -> Cancellation | None:
    """The cancellation clause, its number taken from the row of codes where it names none itself.

    Without a clause the number stays in the table: a decision is no clause.
    """
    if clause is None or clause.reference is not None or found is None or found.head is None:
        return clause
    kind = None if found.head_reading is None else found.head_reading.value.kind
    number = found.reading.value.number
    if kind is None or number is None or found.head_reading is None:
        return clause
    _take("/kind", found.head, found.head_reading, trace, "/cancellation/reference")
    _take("/number", found.row, found.reading, trace, "/cancellation/reference")
    return msgspec.structs.replace(clause, reference=Reference(kind.capitalize(), number))


def _take(
    pointer: str, text: Excerpt, reading: Reading[ClassRow] | Reading[CodeRow], trace: Trace, base: str = ""
) -> None:
    """Record where the parts of a row under a pointer come from."""
    parts = tuple(part for part in reading.parts if f"{part.pointer}/".startswith(f"{pointer}/"))
    trace.read(base, text, Reading(None, parts, ()))


_OWN = ("/job_class/", "/salary_group/", "/effective_date/")


def of_class(shared: JobClass, place: ClassPlace, readers: FieldReaders, trace: Trace) -> JobClass:
    """The record of one class of a page: its row's own fields, and all else as the page has it.

    Args:
        shared: the record of the page.
        place: the class.
        readers: the profile's.
        trace: an empty one for the row.
    """
    row = place.reading.value
    replaced = [_OWN[0], *(_OWN[1:2] if row.salary_group else ()), *(_OWN[2:] if row.effective_date else ())]
    for pointer in replaced:
        _take(pointer.rstrip("/"), place.row, place.reading, trace)
    designation = field("/designation", place.designation, readers.designation, trace)
    if designation is not None:
        replaced.append("/designation/")
    kept = {
        pointer: provenance
        for pointer, provenance in shared.provenance.items()
        if not f"{pointer}/".startswith(tuple(replaced))
    }
    return msgspec.structs.replace(
        shared,
        job_class=row.job_class,
        salary_group=row.salary_group or shared.salary_group,
        effective_date=row.effective_date or shared.effective_date,
        designation=designation or shared.designation,
        provenance=kept | trace.provenance,
        findings=shared.findings + tuple(trace.findings),
    )
