"""Which of several sources of one revision is the best evidence.

In this order: what was not recognised from an image; what has more of the record's fields; what has fewer findings of
severity error, then warning; what has less text that nobody recognised; the form that keeps most of what its author
wrote (Word file, page, text, PDF); then the hash, so that the answer never depends on the order of the sources.
"""

from collections.abc import Mapping
from typing import Any

_WRITTEN = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/html",
    "text/plain",
)
_FORMS = (*_WRITTEN, "application/pdf")
FIELDS = (
    "pay",
    "salary_group",
    "designation",
    "occupational_group",
    "bargaining_unit",
    "eeo_category",
    "effective_date",
    "footer",
    "cancellation",
)
_LISTS = ("duties", "knowledge_skill_ability", "sections")


def rank(record: Mapping[str, Any]) -> tuple[int | str, ...]:
    """Sorts records of one revision, as plain types, the best evidence first."""
    severities = [finding["severity"] for finding in record["findings"]]
    media_type = record["source"]["media_type"]
    return (
        is_recognised(record),
        -_fields(record),
        severities.count("error"),
        severities.count("warning"),
        record["coverage"]["unrecognised"],
        _FORMS.index(media_type) if media_type in _FORMS else len(_FORMS),
        record["source"]["sha256"],
    )


def is_recognised(record: Mapping[str, Any]) -> bool:
    """Whether a record was read from images of text, as those of no written form are."""
    if record["source"]["media_type"] in _WRITTEN:
        return False
    return any("confidence" in span for found in record["provenance"].values() for span in found["spans"][:1])


def _fields(record: Mapping[str, Any]) -> int:
    """How many of its fields a record has."""
    identity = record["job_class"]
    return (
        sum(record[name] is not None for name in FIELDS)
        + (identity["code"] is not None)
        + (identity["title"] is not None)
        + sum(bool(record[name]) for name in _LISTS)
    )
