"""From the structure of a document to the record of its job class, every value with its way back."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from spec_parser.assembly.classes import coded, of_class, referenced
from spec_parser.assembly.contents import texts, whole
from spec_parser.assembly.fields import cancellation, citations, field, footer, identity, pay
from spec_parser.assembly.qualifications import minimum_qualifications
from spec_parser.assembly.record import Record
from spec_parser.assembly.sections import read_sections
from spec_parser.assembly.statements import duties, statements
from spec_parser.assembly.tables import read_tables
from spec_parser.assembly.trace import Trace
from spec_parser.document import Document, Stretch
from spec_parser.fields.readers import FieldReaders
from spec_parser.fields.reading import Reading
from spec_parser.model import SCHEMA_VERSION, Content, Source
from spec_parser.profiles.profile import Profile
from spec_parser.structure import Structure

__all__ = ["Draft", "Record", "assemble"]

T = TypeVar("T")


class Draft(NamedTuple):
    """What a document says, its coverage not counted yet.

    Attributes:
        records: one, or one for each class of the older site's table; their sections are the same.
        furniture: stretches that are the page's.
        bars: where the bars stand between which a page's lines are printed.
    """

    records: tuple[Record, ...]
    furniture: tuple[Stretch, ...]
    bars: tuple[Stretch, ...]


def assemble(document: Document, structure: Structure, profile: Profile, readers: FieldReaders) -> Draft:
    """Put the records together. Never raises: what cannot be read keeps its text and gains a finding."""
    trace = Trace(document, document.spans(), document.findings)
    sections = read_sections(structure, readers, trace)
    found, codes, classes = read_tables(structure.sections, readers)
    last_line = footer(found, readers, trace)

    def code_of(name: str, kind: str, read: Callable[[str], Reading[T]]) -> T | None:
        value = field(f"/{name}", whole(document, found, kind), read, trace)
        return coded(name, value, codes, trace)

    content = Content(
        schema_version=SCHEMA_VERSION,
        jurisdiction=profile.id,
        job_class=identity(found, last_line, readers, trace),
        pay=pay(found, readers, trace),
        salary_group=field("/salary_group", whole(document, found, "salary"), readers.salary_group, trace),
        designation=field("/designation", whole(document, found, "designation"), readers.designation, trace),
        occupational_group=code_of("occupational_group", "occupational_group", readers.occupational_group),
        bargaining_unit=code_of("bargaining_unit", "bargaining_unit", readers.bargaining_unit),
        eeo_category=code_of("eeo_category", "eeo", readers.eeo_category),
        duties=duties(found, readers, trace),
        knowledge_skill_ability=statements(found, profile, readers, trace),
        minimum_qualifications=minimum_qualifications(found, profile, readers, trace),
        special_requirements=tuple(
            trace.take(f"/special_requirements/{index}", text)
            for index, text in enumerate(
                text for section in found if section.kind == "special_requirements" for text in texts(document, section)
            )
        ),
        effective_date=field(
            "/effective_date", whole(document, found, "effective_date"), readers.effective_date, trace, keeps_text=False
        ),
        footer=last_line,
        cancellation=referenced(cancellation(found, readers, trace), codes, trace),
        citations=citations(found, readers, trace),
        sections=sections,
    )
    source = Source(document.name, document.media_type, document.sha256, document.size, document.pages)
    shared = Record(content, source, trace.provenance, tuple(trace.findings))
    records = [of_class(shared, place, readers, Trace(document, trace.spans)) for place in classes]
    return Draft(tuple(records) or (shared,), tuple(structure.furniture), tuple(structure.bars))
