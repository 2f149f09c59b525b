"""COD005: a job class designation in other words than the official ones."""

from collections.abc import Iterable, Iterator

from spec_parser.rules.hdr.strays import holds_stray
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

RULE = Rule(
    code="COD005",
    name="designation-words",
    severity="warning",
    summary="The job class designation has a word that is none of the official ones.",
    details=(
        "The words before and after the slash, against the profile's lists: classified or unclassified; competitive,"
        " non-competitive, non-examined. Capitals are not compared. The mend writes the word that is meant, where one"
        " is near."
    ),
    reason=(
        "The designation decides how positions are filled, with an examination or without one, and what rights an"
        " employee has. `Unclassifed` is read as neither."
    ),
    example="Classified/Competative",
    mended="Classified/Competitive",
    fix="unsafe",
    supersedes=("designation-unread",),
)
_NEAR = 0.75


def check(subject: Subject) -> Iterator[Problem]:
    """The words of the designation that the profile does not have."""
    designation, text = subject.content.designation, subject.printed("/designation/text")
    if designation is None or text is None or holds_stray(subject, text):
        return
    selection = subject.printed("/designation/selection")
    selections = subject.profile.conventions.designation_selections
    start = len(text.text) if selection is None else text.text.rfind(selection.text)
    if designation.service is None:
        service = text.text[:start].rstrip(" /;.")
        near = _near(service, subject.profile.designation_services)
        if near:
            yield _unknown(text, 0, service, f"did you mean “{near[0]}”?", near[0])
    if selection is not None and selections and selection.text.casefold() not in map(str.casefold, selections):
        near = _near(selection.text, selections)
        told = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(selections)}."
        yield _unknown(text, start, selection.text, told, near[0] if near else None)


def _unknown(text: Value, start: int, word: str, told: str, mend: str | None) -> Problem:
    """A word of the designation that is none; `start` is its place in the text."""
    return text.problem(f"“{word}” is no word of a designation: {told}", start, start + len(word), mend=mend)


def _near(word: str, words: Iterable[str]) -> list[str]:
    """The word that one is likest, if it is like any."""
    from difflib import get_close_matches  # seldom asked for, and slow to load

    return get_close_matches(word, list(words), n=1, cutoff=_NEAR)
