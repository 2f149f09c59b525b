"""Two specifications from one text and the places where an editor changed it."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import spec_parser
from spec_parser.comparing import Comparison, compare
from spec_parser.model import JobClass
from spec_parser.profiles.loading import load
from tests.samples import FERRY_PILOT


@cache
def read(text: str, profile: str | Path = "us-ct") -> JobClass:
    return spec_parser.parse(text, profile=profile).records[0]


def edited(edits: Sequence[Sequence[str]], text: str | None = None) -> str:
    """The sample's text with each first text replaced by the second, which must be there to be replaced."""
    text = FERRY_PILOT.read_text(encoding="utf-8") if text is None else text
    for old, new in edits:
        assert old in text, f"{old!r} is not in the text"
        text = text.replace(old, new)
    return text


def comparison(first: Sequence[Sequence[str]], edits: Sequence[Sequence[str]]) -> Comparison:
    """The sample with the first edits against the same with the others made as well."""
    old = edited(first)
    return compare(read(old), read(edited(edits, old)), load("us-ct").claims)
