"""REF004: a class is distinguished from itself, or from one that is not its like."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spec_parser.rules.archive import plain_title
from spec_parser.rules.memory import once
from spec_parser.rules.problem import Problem
from spec_parser.rules.ref.distinctions import distinctions
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
        " Examiner`) are told where the class is of the second level of its series or a higher one and is told from no"
        " other class of the series: as a warning where the guidelines speak of the levels of the series, as info"
        " where the other title ends with a level; else they are left alone."
    ),
    reason="The sentence tells which of two levels work belongs to. Set against itself, a class is told from nothing.",
    example="The Lighthouse Program Coordinator 2 is distinguished from the Lighthouse Program Coordinator 2 by:",
    mended="The Lighthouse Program Coordinator 2 is distinguished from the Lighthouse Program Coordinator 1 by:",
)
_TITLE = re.compile(r"[A-Z][^.,;:()]{2,80}?(?= (?:by|in|because|based|as|through|on|which|who|that)\b|[.,;:(]|$)")
_WORD = re.compile(r"[a-z]{3,}")
_SMALL = frozenset({"and", "for", "the"})
_LEVEL = re.compile(r" (?:[1-9]|i{1,3}|iv|vi{0,3})s?$")
_LEVELS = re.compile(r"\blevels\b")


class _Comparison(NamedTuple):
    """A class that another is distinguished from.

    Attributes:
        value: the text.
        other: its title in the text.
        is_own: whether it is this class that is distinguished from it.
    """

    value: Value
    other: re.Match[str]
    is_own: bool


def check(subject: Subject) -> Iterator[Problem]:
    """What follows “distinguished from”."""
    identity = subject.content.job_class
    if identity.title is None:
        return
    comparisons = tuple(_comparisons(subject, plain_title(identity.title)))
    series = plain_title(identity.series or identity.title)
    is_told_from_series = any(_is_of(one.other[0], series) for one in comparisons)
    for one in comparisons:
        title = one.other[0]
        if plain_title(title) == plain_title(identity.title):
            if one.is_own:
                message = f"“{title}”: this is the class itself; name the class that it is distinguished from."
                yield one.value.problem(message, *one.other.span())
        elif not _words(title) & _words(identity.title):
            message = f"“{title}”: this is no class of the series; is it left over from another specification?"
            yield one.value.problem(message, *one.other.span(), severity="info")
        elif one.is_own and (identity.level or 0) > 1 and not is_told_from_series:
            speaks_of_levels = _speaks_of_levels(subject)
            if speaks_of_levels or _LEVEL.search(plain_title(title)):
                yield one.value.problem(
                    f"“{title}”: this is no class of the series {identity.series}; name the level of the series that"
                    " it is distinguished from.",
                    *one.other.span(),
                    severity="warning" if speaks_of_levels else "info",
                )


def _comparisons(subject: Subject, own: str) -> Iterator[_Comparison]:
    for value, sentence, start, end in distinctions(subject):
        other = _TITLE.match(value.text, end)
        if other is not None:
            before = plain_title(value.text[sentence:start])
            yield _Comparison(value, other, own in before or before.startswith("this "))


def _is_of(title: str, series: str) -> bool:
    """Whether a title is the name of a series, with a level or without, for one or several."""
    name = _LEVEL.sub("", plain_title(title))
    return name in (series, f"{series}s")


@once
def _speaks_of_levels(subject: Subject) -> bool:
    """Whether the guidelines say that the series has levels."""
    series = plain_title(subject.content.job_class.series or "")
    texts = (passage.value.text.lower() for passage in subject.passages_of("guidelines"))
    return any(series in plain_title(text) for text in texts if _LEVELS.search(text))


def _words(title: str) -> set[str]:
    return set(_WORD.findall(title.lower())) - _SMALL
