"""A comparison as JSON: `schemas/comparison.schema.json`."""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.structs import replace

from spec_parser.comparing.model import Comparison, Difference, Verdict
from spec_parser.comparing.streams import Compared, ComparedKind
from spec_parser.comparing.words import summary
from spec_parser.differences import Change
from spec_parser.model import Content

COMPARISON_VERSION = "1.0.0"


class ComparedClass(Struct, frozen=True, forbid_unknown_fields=True):
    """What tells a specification from others."""

    code: Annotated[str | None, Meta(description="Class code.", examples=["4978AR"])]
    title: Annotated[str | None, Meta(description="Title as printed.", examples=["Sample Examiner 2 (35 Hour)"])]
    effective_date: Annotated[str | None, Meta(description="As an ISO 8601 date.", examples=["2024-11-07"])]


class ComparedLine(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of what `spec-parser diff --output-format json` prints."""

    # Of two specifications, or of a class that only one of two files has: then the other is null, and nothing else is
    # said. Of archives and warehouses a line a revision that differs, with its key.
    key: Annotated[
        str | UnsetType, Meta(description="Of the revision, in an archive.", examples=["us-ct/4978AR/2024-11-07"])
    ] = UNSET
    change: Annotated[
        ComparedKind | UnsetType, Meta(description="What became of the revision.", examples=["revision added"])
    ] = UNSET
    before: Annotated[
        str | UnsetType | None,
        Meta(
            description="Key of the earlier revision that it is compared with, if it is with another than itself.",
            examples=["us-ct/4978AR/2021-04-29"],
        ),
    ] = UNSET
    old: Annotated[
        ComparedClass | UnsetType | None, Meta(description="The old specification; null where there is none.")
    ] = UNSET
    new: Annotated[ComparedClass | UnsetType | None, Meta(description="The new one; null where there is none.")] = UNSET
    summary: Annotated[
        str | UnsetType, Meta(description="How much differs, in words.", examples=["2 differences: pay 1, duties 1."])
    ] = UNSET
    differences: Annotated[
        tuple[Difference, ...] | UnsetType,
        Meta(description="What differs, as a person would put it, in the order in which it is read."),
    ] = UNSET
    clause: Annotated[
        tuple[Verdict, ...] | UnsetType,
        Meta(description="What the new cancellation clause says was changed, set against what was."),
    ] = UNSET
    changes: Annotated[
        tuple[Change, ...] | UnsetType,
        Meta(description="The exact changes of values, with which the new record is made of the old one."),
    ] = UNSET


def compared_line(comparison: Comparison) -> ComparedLine:
    """What both are, what differs, what the clause says to it, and the exact changes."""
    return ComparedLine(
        old=_named(comparison.old),
        new=_named(comparison.new),
        summary=summary(comparison),
        differences=comparison.differences,
        clause=comparison.verdicts,
        changes=comparison.changes,
    )


def alone_line(old: Content | None, new: Content | None) -> ComparedLine:
    """A class that only one of two files has."""
    return ComparedLine(old=None if old is None else _named(old), new=None if new is None else _named(new))


def revision_line(compared: Compared) -> ComparedLine:
    """A revision that differs."""
    found = ComparedLine() if compared.comparison is None else compared_line(compared.comparison)
    before = None if compared.before is None else compared.before.text
    return replace(found, key=compared.identity.text, change=compared.kind, before=before)


def _named(content: Content) -> ComparedClass:
    job_class = content.job_class
    return ComparedClass(job_class.code, job_class.title, content.effective_date)
