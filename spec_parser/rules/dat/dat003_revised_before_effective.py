"""DAT003: a page that was revised before its specification took effect."""

from collections.abc import Iterator

from spec_parser.rules.dat.dates import EFFECTIVE, REVISED, dated, is_too_far
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="DAT003",
    name="revised-before-effective",
    severity="warning",
    summary="The effective date is later than the revision in the footer.",
    details=(
        "EFFECTIVE DATE against `REV:`. The same day is left alone, and so are a footer without a revision and an"
        " effective date too far in the future (DAT002)."
    ),
    reason=(
        "The page is written anew when the specification is approved: on the published pages `REV:` was 1 to 7 days"
        " after the effective date, never before. An earlier one is left over from the specification before."
    ),
    example="REV: 9/12/2021;",
    mended="REV: 9/12/2023;",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The revision, if it is before the effective date."""
    effective, revised = dated(subject, EFFECTIVE), dated(subject, REVISED)
    if effective is None or revised is None or is_too_far(subject, effective.day):
        return
    if revised.day < effective.day:
        yield revised.printed.problem(
            f"“{revised.printed.text}”: the page is revised before the specification takes effect"
            f" ({effective.printed.text}); one of the two dates is wrong.",
            also=effective.printed.stretches,
        )
