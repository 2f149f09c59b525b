"""HDR001: an unknown header that is one of the official ones in other words."""

from collections.abc import Iterator

from spec_parser.rules.hdr.headers import UNKNOWN, headings, official, wordings
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.structure.near import plain

RULE = Rule(
    code="HDR001",
    name="unknown-header",
    severity="warning",
    summary="A header is not one of the official ones, but reads like one of them that is absent.",
    details=(
        "An unknown header, or a line in capitals that was taken for a label in a list, is likened to the official"
        " wordings of those sections that the specification does not have: by its letters, and by its words where one"
        " wording holds all words of the other. It is named only if one wording is clearly more like it than all"
        " others; other unknown headers are told by `header-unknown`. Headings that the profile knows from other"
        " kinds of page, as of job postings, are left alone."
    ),
    reason=(
        "What stands under an unknown header is in no section: duties are read as no duties, qualifications as none."
        " The wording of headers never varied on the published pages."
    ),
    example="KNOWLEDGE, SKILLS AND ABILITIES",
    mended="KNOWLEDGE, SKILL AND ABILITY",
    fix="unsafe",
    supersedes=("header-unknown", "label-assumed"),
)
_ALIKE = 0.7
_SAME_WORDS = 0.95
_CLEARLY = 0.05


def check(subject: Subject) -> Iterator[Problem]:
    """Unknown headers that one official header is like."""
    known = wordings(subject)
    unknown = [one.value for one in headings(subject) if one.kind == UNKNOWN and one.value.text not in known]
    labels = [one.value for one in subject.passages if one.block == "label" and one.value.text.isupper()]
    if not unknown and not labels:
        return
    there = {section.kind for section in subject.content.sections}
    absent = {plain(name): name for kind, name in official(subject).items() if kind not in there}
    for value in (*unknown, *labels):
        meant = _meant(plain(value.text), absent)
        if meant is not None:
            message = f"“{value.text}” is no header of a specification: did you mean “{meant}”?"
            yield value.problem(message, mend=meant)


def _meant(text: str, names: dict[str, str]) -> str | None:
    """The official wording that a header can have been meant for, if it is clearly more like it than any other."""
    ranked = sorted(((_likeness(text, key), name) for key, name in names.items()), reverse=True)
    if not ranked or ranked[0][0] < _ALIKE:
        return None
    is_clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _CLEARLY
    return ranked[0][1] if is_clear else None


def _likeness(text: str, name: str) -> float:
    """How alike two wordings are, from 0 to 1: by their letters, or as one holds all words of the other."""
    from difflib import SequenceMatcher  # seldom asked for, and slow to load

    letters = SequenceMatcher(None, text, name, autojunk=False).ratio()
    words, others = set(text.split()), set(name.split())
    if len(others) > 1 and words == others:
        return max(letters, _SAME_WORDS)
    return max(letters, _ALIKE) if len(others) > 1 and (words < others or words > others) else letters
