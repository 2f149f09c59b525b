"""Findings that were known before: a baseline, so that a new rule or an old archive shows only what is new."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from spec_parser.document import Document
from spec_parser.errors import ConfigurationError
from spec_parser.rules import RULES_VERSION
from spec_parser.rules.fingerprints import fingerprints
from spec_parser.rules.notice import Notice
from spec_parser.rules.reports import Checked
from spec_parser.rules.written import read


class Known(Struct, frozen=True, forbid_unknown_fields=True, rename={"job_class": "class"}):
    """A finding that is known; all but its fingerprint is for people."""

    fingerprint: str
    code: str
    job_class: str | None
    message: str


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    baseline_version: Literal[1]
    rules_version: str
    findings: tuple[Known, ...]


class Baseline:
    """The findings of one file.

    Raises:
        ConfigurationError: the file is no baseline.
    """

    def __init__(self, path: Path) -> None:
        try:
            held = msgspec.json.decode(read(path), type=_File)
        except msgspec.DecodeError as error:
            raise ConfigurationError(
                f"{path}: is no baseline ({error}); write one with `spec-parser check --write-baseline`"
            ) from error
        self._known = frozenset(one.fingerprint for one in held.findings)

    def left(self, document: Document, notices: Sequence[Notice]) -> tuple[Notice, ...]:
        """The findings on a file that are not known."""
        marks = fingerprints(document, notices)
        return tuple(notice for notice, mark in zip(notices, marks, strict=True) if mark not in self._known)


def baseline(files: Iterable[Checked]) -> bytes:
    """A baseline of all findings on some files."""
    known = {
        mark: Known(mark, notice.code, notice.job_class, notice.message)
        for one in files
        for notice, mark in zip(one.notices, fingerprints(one.document, one.notices), strict=True)
    }
    ordered = sorted(known.values(), key=lambda one: (one.job_class or "", one.code, one.message, one.fingerprint))
    return msgspec.json.format(msgspec.json.encode(_File(1, RULES_VERSION, tuple(ordered))), indent=2) + b"\n"
