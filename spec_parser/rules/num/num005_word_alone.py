"""NUM005: a number word without its numeral."""

import re
from collections.abc import Iterator

from spec_parser.rules.num.quantities import pairs_numbers, qualifications, unit_places, units_of
from spec_parser.rules.num.words import capitalized_like, paired, value_of
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="NUM005",
    name="word-alone",
    severity="warning",
    summary="A number stands in words only, where the specification writes its numbers in words and figures.",
    details=(
        "In the minimum qualifications, before a unit of the profile (years, months, semester hours): `nine years`."
        " Only where another number of the qualifications has word and numeral. `One of the years` and the like,"
        " where no unit follows the number, are left alone."
    ),
    reason=(
        "`Nine (9) years`: published specifications write the numbers of the minimum qualifications twice, so that"
        " one guards the other, and so that a reader who looks for figures finds all of them."
    ),
    example="Nine years of experience",
    mended="Nine (9) years of experience",
    fix="safe",
)
_LAST_WORD = re.compile(r"(?<![\w-])[A-Za-z]+(?:-[A-Za-z]+)?$")
_LOOK_BACK = 30


def check(subject: Subject) -> Iterator[Problem]:
    """Number words before a unit."""
    if not pairs_numbers(subject):
        return
    units = units_of(subject)
    for passage in qualifications(subject):
        text = passage.value.text
        for start, end in unit_places(text, units):
            floor = max(start - _LOOK_BACK, 0)
            before = text[floor : start - 1]
            found = _LAST_WORD.search(before, before.rstrip().rfind(" ") + 1)
            number = None if found is None else value_of(found[0])
            right = None if number is None else paired(number)
            if found is None or right is None or found[0].lower() == "a":
                continue
            first = floor + found.start()
            mend = f"{capitalized_like(right, found[0])} {text[start:end]}"
            yield passage.value.problem(f"“{text[first:end]}”: write “{mend}”.", first, end, mend=mend)
