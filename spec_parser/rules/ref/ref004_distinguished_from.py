"""REF004: a class is distinguished from itself, or from one that is not its like."""

import re
from collections.abc import Iterator
from functools import lru_cache

from spec_parser.rules.archive import plain_title
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

RULE = Rule(
    code="REF004",
    name="distinguished-from",
    severity="warning",
    summary="The class is distinguished from itself, or from a class of another series.",
    details=(
        "“This class is distinguished from …”, and the same with its title, where its own title follows. A class of"
        " another series, with no word of the title in common, is info: it may be right, but is most often left"
        " over from the specification that this one was made from. Titles that share a word (`Examiner`, `Associate"
        " Examiner`) are left alone."
    ),
    reason="The sentence tells which of two levels work belongs to. Set against itself, a class is told from nothing.",
    example="The Lighthouse Program Coordinator 2 is distinguished from the Lighthouse Program Coordinator 2 by:",
    mended="The Lighthouse Program Coordinator 2 is distinguished from the Lighthouse Program Coordinator 1 by:",
)
_TITLE = re.compile(r"[A-Z][^.,;:()]{2,80}?(?= (?:by|in|because|based|as|through|on|which|who|that)\b|[.,;:(]|$)")
_WORD = re.compile(r"[a-z]{3,}")
_SMALL = frozenset({"and", "for", "the"})


def check(subject: Subject) -> Iterator[Problem]:
    """What follows “distinguished from”."""
    title = subject.content.job_class.title
    if title is None:
        return
    words = subject.profile.references.introductions
    introductions = _introductions(tuple(one.pattern for one in words if one.relation == "distinguished_from"))
    for passage in subject.passages_of("guidelines", "purpose"):
        for pattern in introductions:
            for found in pattern.finditer(passage.value.text):
                yield from _compared(passage.value, found.start(), found.end(), title)


def _compared(value: Value, start: int, end: int, title: str) -> Iterator[Problem]:
    other = _TITLE.match(value.text, end)
    if other is None:
        return
    before = plain_title(value.text[value.text.rfind(". ", 0, start) + 1 : start])
    own = plain_title(title)
    if plain_title(other[0]) == own:
        if own in before or before.startswith("this "):
            message = f"“{other[0]}”: this is the class itself; name the class that it is distinguished from."
            yield value.problem(message, *other.span())
    elif not _words(other[0]) & _words(title):
        message = f"“{other[0]}”: this is no class of the series; is it left over from another specification?"
        yield value.problem(message, *other.span(), severity="info")


def _words(title: str) -> set[str]:
    return set(_WORD.findall(title.lower())) - _SMALL


@lru_cache(maxsize=4)
def _introductions(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"(?i:{pattern})") for pattern in patterns)
