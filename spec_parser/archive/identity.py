"""What tells one revision of a class from another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import quote

from spec_parser.archive.model import Basis

_NO_CODE = "-"
_ABOUT = frozenset({"masthead", "banner"})
_WORD = re.compile(r"[^\W_]+")


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
        code = self.code
        if not (code.isascii() and code.isalnum()):  # nearly always it is
            code = quote(code, safe="").replace(".", "%2E")
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
    """A hash of what a specification says: the letters and figures of its title and its sections, in order.

    How that is understood is no part of it, nor which section, block or word they stand in, so that a better reading
    is of the same revision. What stands about the specification is none either: a masthead has the pay, and a banner
    tells who may apply just now.
    """
    title = record["job_class"]["title"] or ""
    words = (word for text in (title, *_printed(record["sections"])) for word in _WORD.findall(text.casefold()))
    return sha256("".join(words).encode()).hexdigest()[:16]


def _printed(sections: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The texts of sections as they are printed, in order."""
    for section in sections:
        if section["kind"] in _ABOUT:
            continue
        yield section["heading"] or ""
        for block in section["blocks"]:
            yield block["text"] or ""
            for item in block["items"]:
                yield item["marker"] or ""
                yield item["text"]
            for row in block["rows"]:
                yield from row
