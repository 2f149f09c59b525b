"""Where a class is distinguished from another: `is distinguished from the`, in the purpose and the guidelines."""

import re
from functools import lru_cache
from typing import NamedTuple

from spec_parser.rules.memory import once
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

_LOOK_BACK = 300


class Distinction(NamedTuple):
    """The words between a class and the one that it is distinguished from.

    Attributes:
        value: the text.
        sentence: where the sentence begins in it, or what of a long one is looked at.
        start: first character of the words.
        end: the one after their last; there the other class begins.
    """

    value: Value
    sentence: int
    start: int
    end: int


@once
def distinctions(subject: Subject) -> tuple[Distinction, ...]:
    """All such places, in order."""
    words = subject.profile.references.introductions
    patterns = _compiled(tuple(one.pattern for one in words if one.relation == "distinguished_from"))
    found = []
    for passage in subject.passages_of("guidelines", "purpose"):
        text = passage.value.text
        for start, end in sorted(place.span() for pattern in patterns for place in pattern.finditer(text)):
            floor = max(start - _LOOK_BACK, 0)
            found.append(Distinction(passage.value, max(text.rfind(". ", floor, start) + 1, floor), start, end))
    return tuple(found)


@lru_cache(maxsize=4)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"(?i:{pattern})") for pattern in patterns)
