"""Findings as SARIF 2.1.0, which code hosts and editors show beside the file."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from spec_parser import __version__
from spec_parser.document import Document
from spec_parser.model import Severity, Span
from spec_parser.rules import RULES_VERSION
from spec_parser.rules.explanations import meaning, rule_of
from spec_parser.rules.fingerprints import fingerprints
from spec_parser.rules.notice import Notice
from spec_parser.rules.reports import Checked
from spec_parser.rules.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "specParserFinding/v1"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def report(files: Sequence[Checked], house: Sequence[Rule] = ()) -> str:
    """All findings as one SARIF log. `house` are the rules of the office itself."""
    codes = sorted({notice.code for one in files for notice in one.notices})
    run = {
        "tool": {
            "driver": {
                "name": "spec-parser",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(code, house) for code in codes],
                "properties": {"rulesVersion": RULES_VERSION},
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(one) for one in files],
        "results": [
            _result(one.document, notice, mark, codes.index(notice.code), {"uri": _uri(one.name), "index": number})
            for number, one in enumerate(files)
            for notice, mark in zip(one.notices, fingerprints(one.document, one.notices), strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rule(code: str, house: Sequence[Rule]) -> dict[str, Any]:
    """What is told of a rule: its help is what `spec-parser rule` shows."""
    rule = rule_of(code, house)
    plain: dict[str, Any] = {"id": code, "shortDescription": {"text": meaning(code, house)}}
    if rule is None:
        return plain
    text = f"{rule.details}\n\n{rule.reason}"
    return {
        **plain,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "fullDescription": {"text": rule.details},
        "help": {"text": text, "markdown": f"{rule.details}\n\n**Why it matters.** {rule.reason}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _artifact(checked: Checked) -> dict[str, Any]:
    document = checked.document
    return {
        "location": {"uri": _uri(checked.name)},
        "length": document.size,
        "mimeType": document.media_type,
        "hashes": {"sha-256": document.sha256},
    }


def _result(document: Document, notice: Notice, mark: str, rule: int, where: dict[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": notice.code,
        "ruleIndex": rule,
        "level": _LEVELS[notice.severity],
        "message": {"text": notice.message},
        "locations": [_location(document, notice, span, where) for span in notice.spans[:1]]
        or [{"physicalLocation": {"artifactLocation": where}}],
        "partialFingerprints": {FINGERPRINT: mark},
    }
    if len(notice.spans) > 1:
        related = [_location(document, notice, span, where) for span in notice.spans[1:]]
        result["relatedLocations"] = [{**one, "id": number} for number, one in enumerate(related)]
    fix = _fix(document, notice, where)
    return {**result, "fixes": [fix]} if fix is not None else result


def _location(document: Document, notice: Notice, span: Span, where: dict[str, Any]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": where}
    region = _region(document, span)
    if region:
        place["region"] = region
    location: dict[str, Any] = {"physicalLocation": place}
    if notice.pointer is not None:
        name = notice.pointer if notice.job_class is None else f"{notice.job_class}{notice.pointer}"
        location["logicalLocations"] = [{"fullyQualifiedName": name}]
    native = {
        name: value
        for name in ("page", "box", "part", "paragraph", "run")
        if (value := getattr(span, name)) is not None
    }
    return {**location, "properties": native} if native else location


def _region(document: Document, span: Span) -> dict[str, Any]:
    """Where in the file: lines of plain text, bytes of a page; what a page or Word file has stands in properties."""
    region: dict[str, Any] = {}
    if document.media_type == "text/plain":
        first = document.line_at(span.start)
        last = document.line_at(max(span.end - 1, span.start))
        region |= {
            "startLine": first.number,
            "startColumn": span.start - first.start + 1,
            "endLine": last.number,
            "endColumn": span.end - last.start + 1,
            "snippet": {"text": document.text[span.start : span.end]},
        }
    if span.bytes is not None:
        region |= {"byteOffset": span.bytes[0], "byteLength": span.bytes[1] - span.bytes[0]}
    return region


def _fix(document: Document, notice: Notice, where: dict[str, Any]) -> dict[str, Any] | None:
    """The mend of a plain text, which is the only form in which an editor can make it."""
    if notice.mend is None or document.media_type != "text/plain":
        return None
    replacements = [
        {
            "deletedRegion": _between(document, edit.start, edit.end),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in notice.mend.edits
    ]
    said = "Safe to make." if notice.mend.safe else "Look at it before it is made."
    return {
        "description": {"text": said},
        "artifactChanges": [{"artifactLocation": where, "replacements": replacements}],
    }


def _between(document: Document, start: int, end: int) -> dict[str, Any]:
    """The region of an edit, which may be empty: a place to insert at."""
    first, last = document.line_at(start), document.line_at(max(end - 1, start))
    return {
        "startLine": first.number,
        "startColumn": start - first.start + 1,
        "endLine": last.number,
        "endColumn": end - last.start + 1,
    }


def _uri(name: str) -> str:
    """A file's name as a relative reference, or as the address of a file."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
