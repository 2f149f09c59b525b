"""From the structure of a document to the record of its job class, every value with its way back."""

from typing import NamedTuple

from spec_parser.assembly.contents import texts, whole
from spec_parser.assembly.fields import cancellation, citations, field, footer, identity, pay
from spec_parser.assembly.qualifications import minimum_qualifications
from spec_parser.assembly.sections import read_sections
from spec_parser.assembly.statements import duties, statements
from spec_parser.assembly.trace import Trace
from spec_parser.document import Document, Stretch
from spec_parser.fields.readers import FieldReaders
from spec_parser.model import SCHEMA_VERSION, Coverage, JobClass, Source
from spec_parser.profiles.profile import Profile
from spec_parser.structure import Structure

__all__ = ["Draft", "assemble"]

_NOT_COUNTED = Coverage(0, 0, 0, 0, 0, 0, 0)


class Draft(NamedTuple):
    """A record whose coverage is not counted yet, and the stretches that are the page's furniture."""

    record: JobClass
    furniture: tuple[Stretch, ...]


def assemble(document: Document, structure: Structure, profile: Profile, readers: FieldReaders) -> Draft:
    """Put the record together. Never raises: what cannot be read keeps its text and gains a finding."""
    trace = Trace(document)
    found = structure.sections
    sections = read_sections(structure, trace)
    last_line = footer(found, readers, trace)
    record = JobClass(
        schema_version=SCHEMA_VERSION,
        jurisdiction=profile.id,
        job_class=identity(found, last_line, readers, trace),
        pay=pay(found, readers, trace),
        salary_group=field("/salary_group", whole(document, found, "salary"), readers.salary_group, trace),
        designation=field("/designation", whole(document, found, "designation"), readers.designation, trace),
        occupational_group=field(
            "/occupational_group", whole(document, found, "occupational_group"), readers.occupational_group, trace
        ),
        bargaining_unit=field(
            "/bargaining_unit", whole(document, found, "bargaining_unit"), readers.bargaining_unit, trace
        ),
        eeo_category=field("/eeo_category", whole(document, found, "eeo"), readers.eeo_category, trace),
        duties=duties(found, trace),
        knowledge_skill_ability=statements(found, profile, trace),
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
        cancellation=cancellation(found, readers, trace),
        citations=citations(found, readers, trace),
        sections=sections,
        source=Source(document.name, document.media_type, document.sha256, document.size, document.pages),
        provenance=trace.provenance,
        coverage=_NOT_COUNTED,
        findings=tuple(trace.findings),
    )
    return Draft(record, tuple(structure.furniture))
