"""DAT004: a class that was established after its specification took effect."""

from collections.abc import Iterator

from spec_parser.rules.dat.dates import EFFECTIVE, ESTABLISHED, REVISED, dated, is_too_far
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="DAT004",
    name="established-after-effective",
    severity="warning",
    summary="The class was established after its specification took effect, or after the page was revised.",
    details=(
        "`EST:` in the footer against EFFECTIVE DATE, and against `REV:` where there is none. The same day is left"
        " alone, and so is a date too far in the future (DAT002)."
    ),
    reason=(
        "A class is established with its first specification, so that no specification of it is older. The date"
        " decides which class was there first where two are reallocated into each other."
    ),
    example="EST: 10/1/2024;",
    mended="EST: 10/1/1987;",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The establishment, if it is after the other date."""
    established = dated(subject, ESTABLISHED)
    other = dated(subject, EFFECTIVE) or dated(subject, REVISED)
    if established is None or other is None or is_too_far(subject, established.day):
        return
    if established.day > other.day:
        yield established.printed.problem(
            f"“{established.printed.text}”: the class is established after {other.printed.text}, when its"
            " specification was in force already; one of the two dates is wrong.",
            also=other.printed.stretches,
        )
