"""TYP005: a bracket without its other half."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="TYP005",
    name="unbalanced-brackets",
    severity="warning",
    summary="A bracket is opened and not closed, or closed and never opened.",
    details=(
        "Round and square brackets within one paragraph or item. A letter or number with a closing bracket, `a)`, is a"
        " mark and left alone."
    ),
    reason=(
        "Numerals, codes and reasons stand in brackets: `Nine (9)`, `(P-5)`. With one half missing, the number is not"
        " read, and a reader cannot tell where the aside ends."
    ),
    example="on regional committees (pilotage for navigation;",
    mended="on regional committees for navigation;",
)
_BRACKET = re.compile(r"[()\[\]]")
_PAIRS = {")": "(", "]": "["}


def check(subject: Subject) -> Iterator[Problem]:
    """Brackets of each text that find no partner in it."""
    for passage in subject.passages:
        text = passage.value.text
        if "(" not in text and ")" not in text and "[" not in text and "]" not in text:
            continue
        end, told = 0, set[str]()
        for place in _alone(text):
            what = "closed" if text[place] in "([" else "opened"
            if place >= end:
                start, end = text.rfind(" ", 0, place) + 1, text.find(" ", place)
                end, told = end if end >= 0 else len(text), set()
            elif what in told:  # a word is told of once
                continue
            told.add(what)
            word = quoted(text[start:end])
            yield passage.value.problem(
                f"{word}: this bracket is never {what}; complete it or leave it out.", start, end
            )


def _alone(text: str) -> list[int]:
    """Where brackets stand that have no other half."""
    opened: list[int] = []
    found: list[int] = []
    for bracket in _BRACKET.finditer(text):
        place, character = bracket.start(), bracket[0]
        if character in _PAIRS:
            if opened and text[opened[-1]] == _PAIRS[character]:
                opened.pop()
            elif not _is_mark(text, place):
                found.append(place)
        else:
            opened.append(place)
    return sorted(found + opened)


def _is_mark(text: str, place: int) -> bool:
    """Whether a closing bracket is that of a mark: `a)`, `2)`."""
    word = text[text.rfind(" ", 0, place) + 1 : place]
    return text[place] == ")" and (word.isdecimal() or (len(word) == 1 and word.isalpha()))
