"""The record itself."""

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct

from spec_parser.model.evidence import Coverage, Finding, Provenance, Source
from spec_parser.model.sections import Section
from spec_parser.model.values import (
    BargainingUnit,
    Cancellation,
    Citation,
    CodedField,
    Designation,
    Duty,
    Footer,
    Identity,
    IsoDate,
    MinimumQualifications,
    Pay,
    SalaryGroup,
    Statement,
)

SCHEMA_VERSION: Final = "1.0.0"


class Content(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that one class specification says: a record without its source and what parsing noticed.

    Two forms of one specification have equal content; comparison, rendering and the generator's truth use it.
    """

    schema_version: Annotated[Literal["1.0.0"], Meta(description="Version of this schema.", examples=[SCHEMA_VERSION])]
    jurisdiction: Annotated[str, Meta(description="The profile it was read with.", examples=["us-ct"])]
    job_class: Annotated[Identity, Meta(description="Code and title.")]
    pay: Annotated[Pay | None, Meta(description="The pay line.")]
    salary_group: Annotated[SalaryGroup | None, Meta(description="SALARY INFORMATION.")]
    designation: Annotated[Designation | None, Meta(description="JOB CLASS DESIGNATION.")]
    occupational_group: Annotated[CodedField | None, Meta(description="OCCUPATIONAL GROUP.")]
    bargaining_unit: Annotated[BargainingUnit | None, Meta(description="BARGAINING UNIT.")]
    eeo_category: Annotated[CodedField | None, Meta(description="EEO.")]
    duties: Annotated[tuple[Duty, ...], Meta(description="EXAMPLES OF DUTIES.")]
    knowledge_skill_ability: Annotated[tuple[Statement, ...], Meta(description="KNOWLEDGE, SKILL AND ABILITY.")]
    minimum_qualifications: Annotated[MinimumQualifications, Meta(description="MINIMUM QUALIFICATIONS.")]
    special_requirements: Annotated[
        tuple[str, ...],
        Meta(description="SPECIAL REQUIREMENTS.", examples=[["Incumbents in this class may be required to travel."]]),
    ]
    effective_date: Annotated[IsoDate | None, Meta(description="EFFECTIVE DATE.", examples=["2024-11-07"])]
    footer: Annotated[Footer | None, Meta(description="Class code and dates on the last line.")]
    cancellation: Annotated[Cancellation | None, Meta(description="CANCELLATION CLAUSE.")]
    citations: Annotated[tuple[Citation, ...], Meta(description="Statutes and acts named anywhere, in order.")]
    sections: Annotated[tuple[Section, ...], Meta(description="The whole document in order, cleaned.")]


class JobClass(Content, frozen=True, forbid_unknown_fields=True):
    """Everything that one class specification says, where it says it, and what parsing noticed."""

    source: Annotated[Source, Meta(description="The file.")]
    provenance: Annotated[
        dict[str, Provenance], Meta(description="For each value, by its JSON Pointer, where it comes from.")
    ]
    coverage: Annotated[Coverage, Meta(description="How much of the document was understood.")]
    findings: Annotated[tuple[Finding, ...], Meta(description="What parsing has to say.")]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON types: dictionaries, lists, strings, numbers, None."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))  # to_builtins would keep tuples
        return plain

    @property
    def content(self) -> Content:
        """The record without `source`, `provenance`, `coverage` and `findings`."""
        return Content(*(getattr(self, name) for name in Content.__struct_fields__))
