"""A comparison as JSON."""

from typing import Any

import msgspec

from spec_parser.comparing.model import Comparison
from spec_parser.comparing.words import summary
from spec_parser.model import Content


def as_json(comparison: Comparison) -> dict[str, Any]:
    """What both are, what differs, what the clause says to it, and the exact changes, as plain JSON types."""
    return {
        "old": identity(comparison.old),
        "new": identity(comparison.new),
        "summary": summary(comparison),
        "differences": [msgspec.to_builtins(one) for one in comparison.differences],
        "clause": [msgspec.to_builtins(one) for one in comparison.verdicts],
        "changes": [msgspec.to_builtins(one) for one in comparison.changes],
    }


def identity(content: Content) -> dict[str, Any]:
    """What tells a specification from others."""
    job_class = content.job_class
    return {"code": job_class.code, "title": job_class.title, "effective_date": content.effective_date}
