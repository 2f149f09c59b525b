"""HDR002: a header that is not worded as it should be, but was understood."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from spec_parser.rules.hdr.headers import UNKNOWN, headings, wordings
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.structure.near import plain

RULE = Rule(
    code="HDR002",
    name="misspelt-header",
    severity="warning",
    summary="A header has a letter wrong, small letters, another dash, or a colon too many.",
    details=(
        "Headers that parsing traced to one that it knows. The mend writes that header, in the wording that is"
        " nearest to what stands there, so that a page of the older site keeps its colons."
    ),
    reason=(
        "The wording of headers never varied on the published pages. Readers, screen readers and programs find their"
        " way by it: not all of them forgive a letter."
    ),
    example="SPECIAL REQUIRMENTS",
    mended="SPECIAL REQUIREMENTS",
    fix="safe",
    supersedes=("header-near",),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Headers of known sections whose wording the profile does not have."""
    known = wordings(subject)
    for heading in headings(subject):
        text = heading.value.text
        if heading.kind == UNKNOWN or text in known:
            continue
        names = [name for name, kind in known.items() if kind == heading.kind]
        nearest = max(
            names, key=lambda name: (plain(name) == plain(text), _alike(name, text), _alike(name, text.upper()))
        )
        if nearest != text:
            yield heading.value.problem(f"“{text}”: write “{nearest}”.", mend=nearest)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
