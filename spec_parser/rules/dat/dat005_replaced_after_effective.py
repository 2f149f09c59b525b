"""DAT005: a specification that replaces a later one."""

from collections.abc import Iterator

from spec_parser.rules.dat.dates import EFFECTIVE, REPLACED, dated
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="DAT005",
    name="replaced-after-effective",
    severity="error",
    summary="The replaced specification was approved effective after this one.",
    details="The date in the cancellation clause against EFFECTIVE DATE. The same day is left alone.",
    reason=(
        "The clause puts an earlier specification out of force. If that one is later, it is the one in force, and this"
        " one was replaced by what it says it replaces."
    ),
    example="approved effective March 14, 2029.",
    mended="approved effective March 14, 2019.",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The clause's date, if it is after the effective date."""
    effective, replaced = dated(subject, EFFECTIVE), dated(subject, REPLACED)
    if effective is not None and replaced is not None and replaced.day > effective.day:
        yield replaced.printed.problem(
            f"“{replaced.printed.text}”: the replaced specification took effect after this one"
            f" ({effective.printed.text}); one of the two dates is wrong.",
            also=effective.printed.stretches,
        )
