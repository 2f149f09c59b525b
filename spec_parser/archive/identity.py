"""What tells one revision of a class from another."""

from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from spec_parser.archive.model import Basis
from spec_parser.model import Content, JobClass

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


def revision_key(record: JobClass) -> RevisionKey:
    """The identity of the revision that a record is of.

    Pay is no part of it: the same specification shows other pay on another day.
    """
    content = record.content
    code = content.job_class.code or _NO_CODE
    if content.effective_date is not None:
        return RevisionKey(content.jurisdiction, code, False, content.effective_date, "effective_date")  # noqa: FBT003
    if content.footer is not None and content.footer.revised is not None:
        return RevisionKey(content.jurisdiction, code, False, content.footer.revised, "revised")  # noqa: FBT003
    return RevisionKey(content.jurisdiction, code, True, content_hash(content), "content")  # noqa: FBT003


def content_hash(content: Content) -> str:
    """A hash of all that a specification says but its pay, which is in `pay` and in the masthead."""
    kept = tuple(section for section in content.sections if section.kind != "masthead")
    bare = msgspec.structs.replace(content, pay=None, sections=kept)
    return sha256(_ENCODER.encode(bare)).hexdigest()[:16]
