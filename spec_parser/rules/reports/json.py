"""Findings for programs: `schemas/check-report.schema.json`."""

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from spec_parser.model import Severity, Span
from spec_parser.rules.notice import Notice
from spec_parser.rules.reports import Checked

CHECK_REPORT_VERSION = "1.0.0"

_Offset = Annotated[int, Meta(ge=0)]


class CheckEdit(Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of the document's text and what should stand there instead."""

    start: Annotated[_Offset, Meta(description="First code point of the stretch, from 0.", examples=[36])]
    end: Annotated[
        _Offset, Meta(description="The code point after its last one; the same where text is added.", examples=[42])
    ]
    replacement: Annotated[str, Meta(description="What should stand there.", examples=["Statutes"])]


class CheckFix(Struct, frozen=True, forbid_unknown_fields=True):
    """How a finding is mended: all of the edits, or none."""

    replacement: Annotated[
        str | None,
        Meta(
            description="What should stand at the finding's span; null where it has none or several.",
            examples=["the General Statutes"],
        ),
    ]
    safe: Annotated[bool, Meta(description="Whether it keeps the meaning for certain.", examples=[True])]
    edits: Annotated[tuple[CheckEdit, ...], Meta(description="In order; they overlap nowhere.")]


class CheckFinding(Struct, frozen=True, forbid_unknown_fields=True, rename={"job_class": "class"}):
    """Something that is wrong with a specification, or that somebody should look at."""

    code: Annotated[str, Meta(description="Of the rule, or of parsing's kind of finding.", examples=["PAY001"])]
    severity: Annotated[Severity, Meta(description="How bad it is.", examples=["error"])]
    message: Annotated[
        str,
        Meta(
            description="What is wrong and what to do, in a person's words.",
            examples=["The range ends below its beginning; put the lower amount first."],
        ),
    ]
    pointer: Annotated[
        str | None,
        Meta(description="JSON Pointer to the value concerned, if there is one.", examples=["/pay/hourly/min"]),
    ]
    spans: Annotated[tuple[Span, ...], Meta(description="Where in the file.")]
    line: Annotated[
        int | None, Meta(description="Line on which it begins, from 1; null without a place.", examples=[3])
    ]
    fix: Annotated[CheckFix | None, Meta(description="What should stand there, where that is known.")]
    job_class: Annotated[
        str | None, Meta(description="Code of the class that it is about, in a file of several.", examples=["4978AR"])
    ]


class CheckedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file and what was found in it."""

    name: Annotated[str, Meta(description="Of the file, as it was given.", examples=["drafts/4978AR.docx"])]
    findings: Annotated[tuple[CheckFinding, ...], Meta(description="In the order of the file.")]


class CheckReport(Struct, frozen=True, forbid_unknown_fields=True):
    """What `spec-parser check --output-format json` prints."""

    files: Annotated[tuple[CheckedFile, ...], Meta(description="In the order in which they were given.")]


def report(files: Iterable[Checked]) -> str:
    """All findings as one JSON text, indented."""
    found = CheckReport(
        tuple(
            CheckedFile(one.name, tuple(_finding(notice, one.document.text) for notice in one.notices)) for one in files
        )
    )
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n"


def _finding(notice: Notice, text: str) -> CheckFinding:
    return CheckFinding(
        notice.code,
        notice.severity,
        notice.message,
        notice.pointer,
        notice.spans,
        notice.line,
        _fix(notice, text),
        notice.job_class,
    )


def _fix(notice: Notice, text: str) -> CheckFix | None:
    if notice.mend is None:
        return None
    edits = tuple(CheckEdit(*edit) for edit in notice.mend.edits)
    return CheckFix(notice.replacement(text), notice.mend.safe, edits)
