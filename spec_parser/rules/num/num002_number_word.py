"""NUM002: a number word that is misspelt."""

import re
from collections.abc import Iterator

from spec_parser.rules.num.quantities import unit_at, units_of
from spec_parser.rules.num.words import capitalized_like, figure_value, in_words, value_of
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.structure.near import distance

RULE = Rule(
    code="NUM002",
    name="number-word",
    severity="warning",
    summary="The word before a numeral in parentheses is a misspelt number.",
    details=(
        "A word one letter from the word for the numeral (two letters in a long one), before a numeral that counts"
        " something the profile knows: `Nien (9) years`, `fourty (40) months`. Words before numerals that count"
        " nothing, as in `on (1) a lamp`, are left alone."
    ),
    reason=(
        "A number whose word cannot be read counts for nothing: neither people nor programs have a second witness"
        " for the numeral."
    ),
    example="Nien (9) years of experience",
    mended="Nine (9) years of experience",
    fix="safe",
)
_NUMERAL = re.compile(r"\((\d{1,3})\)")
_LAST_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?(?= ?$)")
_LONG = 6
_LOOK_BACK = 30
"""No number word is longer, and what is cut off in front of one is none."""


def check(subject: Subject) -> Iterator[Problem]:
    """Words before a numeral that are almost its own."""
    units = units_of(subject)
    for passage in subject.numeric:
        text = passage.value.text
        for numeral in _NUMERAL.finditer(text):
            floor = max(numeral.start() - _LOOK_BACK, 0)
            before = text[floor : numeral.start()]
            found = _LAST_WORD.search(before, before.rstrip().rfind(" ") + 1)
            if found is None or value_of(found[0]) is not None:
                continue
            number = figure_value(numeral[1])
            right = None if number is None else in_words(number)
            if right is None or unit_at(text, numeral.end(), units)[0] is None:
                continue
            word = found[0]
            most = 2 if len(right) >= _LONG else 1
            if distance(word.lower(), right, most) <= most:
                mend = capitalized_like(right, word)
                message = f"“{word}” before ({numeral[1]}): write “{mend}”."
                yield passage.value.problem(message, floor + found.start(), floor + found.end(), mend=mend)
