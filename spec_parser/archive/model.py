"""A revision of a job class, as an archive knows it: the record, the sources that show it, and where they disagree."""

from typing import Annotated, Any, Final, Literal

from msgspec import Meta, Struct

from spec_parser.model import JobClass
from spec_parser.model.values import IsoDate, Pay
from spec_parser.references import NamedCertainty, Reference

REVISION_VERSION: Final = "1.0.0"

Basis = Literal["effective_date", "revised", "content"]
Certainty = Literal["exact", "title", "unresolved"]


class SeenSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A file that shows the revision."""

    path: Annotated[
        str, Meta(description="Where it lies, as the archive was given it.", examples=["specs/4978AR.html"])
    ]
    sha256: Annotated[str, Meta(description="SHA-256 of its bytes.", pattern="^[0-9a-f]{64}$", examples=["0" * 64])]
    media_type: Annotated[str, Meta(description="Media type, decided by content.", examples=["text/html"])]
    observed_on: Annotated[
        IsoDate | None,
        Meta(
            description="The day on which it showed what it shows; null where nothing says so.", examples=["2024-11-20"]
        ),
    ]
    url: Annotated[str | None, Meta(description="Where it was taken from.", examples=["https://example.org/4978AR"])]
    best: Annotated[bool, Meta(description="Whether the record was read from it.", examples=[True])]


class Disagreement(Struct, frozen=True, forbid_unknown_fields=True):
    """A value that a source shows otherwise than the record has it."""

    sha256: Annotated[str, Meta(description="The source.", pattern="^[0-9a-f]{64}$", examples=["0" * 64])]
    pointer: Annotated[
        str | None,
        Meta(description="JSON Pointer into the record; null for what it has not.", examples=["/duties/3/text"]),
    ]
    source_pointer: Annotated[
        str | None, Meta(description="JSON Pointer into the source's own record.", examples=["/duties/3/text"])
    ]
    value: Annotated[Any, Meta(description="What the record has.", examples=["Prepares budgets"])]
    source_value: Annotated[Any, Meta(description="What the source has.", examples=["Prepares budget"])]


class ObservedPay(Struct, frozen=True, forbid_unknown_fields=True):
    """Pay as sources showed it: it changes while the specification stays."""

    observed_on: Annotated[
        IsoDate | None,
        Meta(description="The day on which it was seen; null where nothing says so.", examples=["2024-11-20"]),
    ]
    pay: Annotated[Pay, Meta(description="The pay line.")]
    sources: Annotated[
        tuple[str, ...], Meta(description="SHA-256 of the sources that show it, sorted.", examples=[["0" * 64]])
    ]


class Predecessor(Struct, frozen=True, forbid_unknown_fields=True):
    """What the cancellation clause says was replaced, and which revision of the archive that is."""

    title: Annotated[
        str | None, Meta(description="Title of the replaced class.", examples=["Insurance Program Manager"])
    ]
    approved_effective: Annotated[
        IsoDate | None, Meta(description="When the replaced specification became effective.", examples=["2021-04-29"])
    ]
    revision: Annotated[
        str | None, Meta(description="Its key, where the archive has it.", examples=["us-ct/4978AR/2021-04-29"])
    ]
    code: Annotated[str | None, Meta(description="Its class code, where the archive knows it.", examples=["4978AR"])]
    certainty: Annotated[
        Certainty,
        Meta(
            description=(
                "exact: title or code and date agree. title: the title alone, of one class only."
                " unresolved: the archive has no such class, or several."
            ),
            examples=["exact"],
        ),
    ]


class _Revision(Struct, frozen=True, forbid_unknown_fields=True):
    """A revision but for its record."""

    revision_version: Annotated[
        Literal["1.0.0"], Meta(description="Version of this schema.", examples=[REVISION_VERSION])
    ]
    key: Annotated[
        str,
        Meta(
            description="Jurisdiction, class code and the value that tells the revision; stable from run to run.",
            examples=["us-ct/4978AR/2024-11-07"],
        ),
    ]
    jurisdiction: Annotated[str, Meta(description="The profile it was read with.", examples=["us-ct"])]
    code: Annotated[str | None, Meta(description="Class code.", examples=["4978AR"])]
    basis: Annotated[
        Basis,
        Meta(
            description="What tells the revision: its effective date, else the REV date, else its words but for pay.",
            examples=["effective_date"],
        ),
    ]
    ordinal: Annotated[
        int | None,
        Meta(description="Place among the dated revisions of the class, oldest first, from 1.", examples=[1]),
    ]
    is_latest: Annotated[bool, Meta(description="Whether no later revision of the class is known.", examples=[True])]
    predecessor: Annotated[Predecessor | None, Meta(description="What it replaced, by its cancellation clause.")]
    replaced_by: Annotated[
        tuple[str, ...],
        Meta(description="Keys of the revisions whose clauses replace it.", examples=[["us-ct/4978AR/2024-11-07"]]),
    ]
    sources: Annotated[tuple[SeenSource, ...], Meta(description="All files that show it, best evidence first.")]
    disagreements: Annotated[tuple[Disagreement, ...], Meta(description="Where the sources contradict the record.")]
    pay: Annotated[tuple[ObservedPay, ...], Meta(description="Its pay, by the day on which it was seen.")]


class ClassRevision(_Revision, frozen=True, forbid_unknown_fields=True):
    """One revision of one job class, from all sources of the archive that show it."""

    record: Annotated[JobClass, Meta(description="The record of the best evidence.")]


class NamedReference(Reference, frozen=True, forbid_unknown_fields=True):
    """A line of references.ndjson: one mention, by which revision, and the class that it names."""

    key: Annotated[str, Meta(description="Key of the revision that names it.", examples=["us-ct/4978AR/2024-11-07"])]
    code: Annotated[str | None, Meta(description="Class code of that revision.", examples=["4978AR"])]
    certainty: Annotated[
        NamedCertainty | None,
        Meta(
            description=(
                "How surely the class is known; null for what is no class. exact: the title of one class, or what the"
                " clause's date shows. plural: the same in the plural or possessive. retitled: a former title of one"
                " class. ambiguous: several classes may be meant. unresolved: the archive has no such title."
            ),
            examples=["exact"],
        ),
    ]
    codes: Annotated[
        tuple[str, ...],
        Meta(
            description="Codes of the classes that may be meant, sorted; several only where it is ambiguous.",
            examples=[["4977AR"]],
        ),
    ]


class GroupedDuty(Struct, frozen=True, forbid_unknown_fields=True):
    """One duty of a group."""

    key: Annotated[str, Meta(description="Key of the revision that has it.", examples=["us-ct/4978AR/2024-11-07"])]
    code: Annotated[str | None, Meta(description="Class code of that revision.", examples=["4978AR"])]
    ordinal: Annotated[int, Meta(ge=1, description="Its place among the duties of that revision.", examples=[6])]
    text: Annotated[str, Meta(description="The duty.", examples=["Assists in preparation of program budgets"])]
    likeness: Annotated[
        int,
        Meta(
            ge=0,
            le=100,
            description="How much of its runs of four characters it shares with the group's text, in percent.",
            examples=[93],
        ),
    ]


class DutyGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """A line of duties.ndjson: duties of several classes in nearly the same words."""

    text: Annotated[
        str, Meta(description="The wording that most of them have.", examples=["Assists in preparation of budgets"])
    ]
    classes: Annotated[int, Meta(ge=2, description="How many classes have one of them.", examples=[2])]
    duties: Annotated[tuple[GroupedDuty, ...], Meta(description="In the order of revisions and duties.")]


class StoredRevision(_Revision, frozen=True):
    """The same without the record, whose JSON is written after it as it was when its source was converted."""
