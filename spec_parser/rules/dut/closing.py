"""The duty that closes a list of duties."""

import re

_CLOSING = re.compile(r"(?i)\b(?:other|related|similar)\b.{0,20}\b(?:duties|work|tasks)\b")
_SHORT = 8


def closes(text: str) -> bool:
    """Whether a duty is a short one about related duties in general."""
    return len(text.split()) <= _SHORT and _CLOSING.search(text) is not None
