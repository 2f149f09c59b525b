"""DAT006: a page that was revised long after its specification took effect."""

from collections.abc import Iterator

from spec_parser.rules.dat.dates import EFFECTIVE, REVISED, dated, is_too_far
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="DAT006",
    name="late-revision",
    severity="info",
    summary="The page was revised long after its specification took effect.",
    details=(
        "A remark where `REV:` is later than EFFECTIVE DATE by more days than the profile says: 31 for Connecticut."
        " A page may have been touched again without a new specification. A revision that is too far ahead is told by"
        " DAT002."
    ),
    reason=(
        "On the published pages `REV:` was 1 to 7 days after the effective date. Months between them are most often"
        " a new text under an old effective date."
    ),
    example="REV: 9/12/2024;",
    mended="REV: 9/12/2023;",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The revision, if it is long after the effective date."""
    effective, revised = dated(subject, EFFECTIVE), dated(subject, REVISED)
    most = int(subject.profile.conventions.days_to_revision)
    if effective is None or revised is None or not most or is_too_far(subject, revised.day):
        return
    if (revised.day - effective.day).days <= most:
        return
    days = (revised.day - effective.day).days
    yield revised.printed.problem(
        f"“{revised.printed.text}” is {days:,} days after the effective date, {effective.printed.text}:"
        " does the effective date still hold?",
        also=effective.printed.stretches,
    )
