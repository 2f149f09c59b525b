"""HDR002: a header that is not worded as it should be, but was understood."""

from collections.abc import Iterator

from spec_parser.rules.hdr.headers import UNKNOWN, headings, official, wordings
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.structure.near import plain

RULE = Rule(
    code="HDR002",
    name="misspelt-header",
    severity="warning",
    summary="A header has a letter wrong, small letters, another dash, or a colon that no other header has.",
    details=(
        "Headers that parsing traced to one that it knows. The mend writes that header, in the wording that is nearest"
        " to what stands there. A header with a colon, `EXAMPLES OF DUTIES:`, is told where all other headers of the"
        " page have the official wording and the page ends with a footer; a page of the older site keeps its colons."
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
_FEW = 3
"""A page with no more headers than these shows no wording that it keeps to."""


def check(subject: Subject) -> Iterator[Problem]:
    """Headers of known sections in a wording that the profile does not have, or that stands alone on the page."""
    known, names = wordings(subject), official(subject)
    found = [heading for heading in headings(subject) if heading.kind != UNKNOWN]
    older = [one for one in found if one.value.text in known and one.value.text != names[one.kind]]
    is_modern = len(found) > _FEW and subject.content.footer is not None
    for heading in found:
        text = heading.value.text
        meant = text
        if text not in known:
            meant = _nearest(text, [name for name, kind in known.items() if kind == heading.kind])
        elif is_modern and older == [heading] and plain(text) == plain(names[heading.kind]):
            meant = names[heading.kind]
        if meant != text:
            yield heading.value.problem(f"“{text}”: write “{meant}”.", mend=meant)


def _nearest(text: str, names: list[str]) -> str:
    """The wording that is likest, the form of its letters and marks considered last."""
    return max(names, key=lambda name: (plain(name) == plain(text), _alike(name, text), _alike(name, text.upper())))


def _alike(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # seldom asked for, and slow to load

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
