"""PAY004: hours in the title that are not those of the pay line."""

from collections.abc import Iterator
from decimal import Decimal

from spec_parser.rules.pay.hours import title_hours
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY004",
    name="title-hours",
    severity="error",
    summary="The title names other hours a week than pay is worked out for.",
    details=(
        "Hours in the title, `(37.5 Hour)`, against the hours that turn biweekly into hourly pay. Where the amounts fit"
        " no hours, the amounts are told instead (PAY002). Pay that is worked out for other hours than the title's can"
        " be as wrong as the title: both places are marked."
    ),
    reason=(
        "One class number lives under several codes by its hours, each with a title and a pay line of its own; pages"
        " are made from each other. Hours in the title agreed with the pay line on 18 of 18 published pages."
    ),
    example="Lighthouse Program Coordinator 2 (35 Hour) (4312AR)",
    mended="Lighthouse Program Coordinator 2 (40 Hour) (4312AR)",
    fix="unsafe",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The hours in the title, if pay is for others."""
    pay, titled = subject.content.pay, title_hours(subject)
    if pay is None or pay.weekly_hours is None or titled is None or titled[0] == Decimal(pay.weekly_hours):
        return
    _, place = titled
    yield place.problem(
        f"“{place.text}” in the title: pay is for {pay.weekly_hours} hours a week; mend the one or the other.",
        mend=f"{pay.weekly_hours} {place.text.partition(' ')[2]}",
    )
