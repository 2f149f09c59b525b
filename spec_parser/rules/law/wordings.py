"""Fingerprints of wordings that are laid down, so that the wordings themselves are not copied."""

import hashlib
import re

_WORD = re.compile(r"[^\W_]+")


def fingerprint(text: str) -> str:
    """The SHA-256 of the words of a text, as `OfficialWording` of the profile says."""
    return hashlib.sha256(" ".join(_WORD.findall(text.lower())).encode()).hexdigest()
