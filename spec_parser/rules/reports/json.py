"""Findings for programs: `{"files": [{"name", "findings": [...]}]}`."""

from collections.abc import Iterable
from typing import Any

import msgspec

from spec_parser.rules.notice import Notice
from spec_parser.rules.reports import Checked


def report(files: Iterable[Checked]) -> str:
    """All findings as one JSON text, indented."""
    plain = {
        "files": [
            {"name": one.name, "findings": [plain_finding(notice, one.document.text) for notice in one.notices]}
            for one in files
        ]
    }
    return msgspec.json.format(msgspec.json.encode(plain), indent=2).decode() + "\n"


def plain_finding(notice: Notice, text: str) -> dict[str, Any]:
    """A finding as plain types. `text` is the document's."""
    return {
        "code": notice.code,
        "severity": notice.severity,
        "message": notice.message,
        "pointer": notice.pointer,
        "spans": msgspec.to_builtins(notice.spans),
        "line": notice.line,
        "fix": _fix(notice, text),
        "class": notice.job_class,
    }


def _fix(notice: Notice, text: str) -> dict[str, Any] | None:
    """The mend: what should stand at the only span, if it is one, and the edits by themselves."""
    if notice.mend is None:
        return None
    return {
        "replacement": notice.replacement(text),
        "safe": notice.mend.safe,
        "edits": [edit._asdict() for edit in notice.mend.edits],
    }
