"""What the records of a page take from its tables: each class its row's fields, all of them the codes."""

from typing import TypeVar

import msgspec

from spec_parser.assembly.fields import field
from spec_parser.assembly.record import Record
from spec_parser.assembly.tables import ClassPlace, Codes
from spec_parser.assembly.trace import Trace
from spec_parser.document import Excerpt
from spec_parser.fields.class_row import ClassRow
from spec_parser.fields.code_row import CodeRow
from spec_parser.fields.readers import FieldReaders
from spec_parser.fields.reading import Reading
from spec_parser.model import Cancellation, Reference

T = TypeVar("T")


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


def of_class(shared: Record, place: ClassPlace, readers: FieldReaders, trace: Trace) -> Record:
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
    page = shared.content
    content = msgspec.structs.replace(
        page,
        job_class=row.job_class,
        salary_group=row.salary_group or page.salary_group,
        effective_date=row.effective_date or page.effective_date,
        designation=designation or page.designation,
    )
    return Record(content, shared.source, kept | trace.provenance, shared.findings + tuple(trace.findings))
