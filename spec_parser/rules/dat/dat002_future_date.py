"""DAT002: a date that has not come yet, where it must have."""

from collections.abc import Iterator

from spec_parser.rules.dat.dates import EFFECTIVE, ESTABLISHED, REPLACED, REVISED, dated, is_too_far
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="DAT002",
    name="future-date",
    severity="warning",
    summary="A date lies in the future, or farther in the future than a specification is prepared ahead.",
    details=(
        "The day on which the replaced specification was approved effective must have come; if it is after the"
        " effective date too, that is DAT005. Effective date, establishment and revision may lie ahead, as a"
        " specification is checked before it is published, but not by more days than the profile says: 366 for"
        " Connecticut."
    ),
    reason=(
        "A year mistyped is the commonest slip in a date, and the one that nobody sees: `2032` for `2023` puts the"
        " specification into force nine years late."
    ),
    example="EFFECTIVE DATE 09/08/2032",
    mended="EFFECTIVE DATE 09/08/2023",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The dates of the record that lie too far ahead."""
    today = subject.today
    effective, replaced = dated(subject, EFFECTIVE), dated(subject, REPLACED)
    if replaced is not None and replaced.day > today and (effective is None or replaced.day <= effective.day):
        text = replaced.printed.text
        yield replaced.printed.problem(f"“{text}” is still to come: the replaced specification was in force before.")
    for pointer in (EFFECTIVE, ESTABLISHED, REVISED):
        found = dated(subject, pointer)
        if found is not None and is_too_far(subject, found.day):
            years = (found.day - today).days // 365
            noun = "a year" if years < 2 else f"{years} years"
            yield found.printed.problem(f"“{found.printed.text}” is more than {noun} ahead; is the year right?")
