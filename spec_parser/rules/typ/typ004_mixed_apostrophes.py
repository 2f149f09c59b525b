"""TYP004: straight and curly apostrophes in one specification."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="TYP004",
    name="mixed-apostrophes",
    severity="info",
    summary="Straight and curly apostrophes stand in one specification.",
    details=(
        "Only apostrophes between letters count (`Bachelor's`): behind a word they may be quotation"
        " marks. The kind that stands less often"
        " is told, each of its places; where both are as frequent, the curly one."
    ),
    reason=(
        "A text put together from several documents shows it so. Searches and comparisons that take characters as they"
        " are find a difference where none is."
    ),
    example="Bachelor’s degree",
    mended="Bachelor's degree",
    fix="safe",
)
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])['’](?=[A-Za-z])")


def check(subject: Subject) -> Iterator[Problem]:
    """The apostrophes of the kind that is rarer."""
    if "'" not in subject.text or "’" not in subject.text:
        return
    found = [(passage, place) for passage in subject.passages for place in _APOSTROPHE.finditer(passage.value.text)]
    curly = sum(place[0] == "’" for _, place in found)
    if not 0 < curly < len(found):
        return
    rarer, usual, how = ("’", "'", "straight") if 2 * curly <= len(found) else ("'", "’", "curly")
    for passage, place in found:
        if place[0] == rarer:
            text = passage.value.text
            start = text.rfind(" ", 0, place.start()) + 1
            word = text[start:].split(" ", 1)[0]
            end = start + len(word)
            mend = text[start : place.start()] + usual + text[place.end() : end]
            yield passage.value.problem(
                f"“{word}”: the other apostrophes are {how}; write “{mend}”.", start, end, mend=mend
            )
