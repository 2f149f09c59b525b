"""What tells one revision of a class from another."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import quote

import msgspec

from spec_parser.archive.model import Basis
from spec_parser.model import Content

_ENCODER = msgspec.json.Encoder()
_NO_CODE = "-"


class RevisionKey(NamedTuple):
    """Identity of a revision: jurisdiction, class code and the value that tells it, with what that value is.

    Sorts by class, then dated revisions from the oldest on, then the undated ones.
    """

    jurisdiction: str
    code: str
    is_undated: bool
    value: str
    basis: Basis

    @property
    def text(self) -> str:
        """The key as one word, and as a path below a folder: `us-ct/4978AR/2024-11-07`."""
        code = quote(self.code, safe="").replace(".", "%2E")
        return f"{self.jurisdiction}/{code}/{self.value}"


def revision_key(record: Mapping[str, Any]) -> RevisionKey:
    """The identity of the revision that a record, as plain types, is of.

    Pay is no part of it: the same specification shows other pay on another day.
    """
    jurisdiction, code = record["jurisdiction"], record["job_class"]["code"] or _NO_CODE
    effective, footer = record["effective_date"], record["footer"]
    if effective is not None:
        return RevisionKey(jurisdiction, code, is_undated=False, value=effective, basis="effective_date")
    if footer is not None and footer["revised"] is not None:
        return RevisionKey(jurisdiction, code, is_undated=False, value=footer["revised"], basis="revised")
    return RevisionKey(jurisdiction, code, is_undated=True, value=content_hash(record), basis="content")


def content_hash(record: Mapping[str, Any]) -> str:
    """A hash of all that a specification says but its pay, which is in `pay` and in the masthead."""
    content = {name: record[name] for name in Content.__struct_fields__}
    kept = [section for section in content["sections"] if section["kind"] != "masthead"]
    return sha256(_ENCODER.encode({**content, "pay": None, "sections": kept})).hexdigest()[:16]
