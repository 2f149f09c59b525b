"""TYP001: a word that stands twice."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import eq

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="TYP001",
    name="repeated-word",
    severity="warning",
    summary="A word stands twice in a row.",
    details=(
        "Two equal words with nothing but blanks or a line break between them, capitals or not. Words that English"
        " doubles (`that that`, `had had`) and names that repeat (`Walla Walla`, both in capitals) are"
        " left alone."
    ),
    reason=(
        "A slip of editing, mostly at a line break, where the eye reads over it. In a qualification it leaves readers"
        " to wonder which word is missing."
    ),
    example="Schedules the the inspection of lamps",
    mended="Schedules the inspection of lamps",
    fix="safe",
)
_TWICE = re.compile(r"\b([A-Za-z]+) (\1)\b", re.IGNORECASE)
_JOINED = bytes.maketrans(b"-/", b"  ")
_MARKS = b"()[].,;:!?'\""
_MAY_STAND_TWICE = frozenset({"had", "that"})


def check(subject: Subject) -> Iterator[Problem]:
    """Words that stand twice in the text of any section."""
    for passage in subject.passages:
        if not _may_repeat(passage.value.text):
            continue
        for twice in _TWICE.finditer(passage.value.text):
            first, second = twice.groups()
            if first.lower() in _MAY_STAND_TWICE or (second[0].isupper() and twice.start() > 0):
                continue
            message = f"“{twice[0]}”: the word stands twice; leave one out."
            yield passage.value.problem(message, *twice.span(), mend=first)


@lru_cache(maxsize=8192)  # the revisions of a class have most of their texts in common
def _may_repeat(text: str) -> bool:
    """A quick look at the words without their marks, which nearly always says no."""
    words = text.lower().encode("ascii", "ignore").translate(_JOINED, _MARKS).split()
    return any(map(eq, words, words[1:]))
