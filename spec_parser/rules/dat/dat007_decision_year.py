"""DAT007: a decision whose number is of another year than the specification."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from spec_parser.rules.dat.dates import EFFECTIVE, dated, is_too_far
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="DAT007",
    name="decision-year",
    severity="warning",
    summary="The number of the decision is of a year that does not go with the effective date.",
    details=(
        "`Item No. 24-097` in the cancellation clause: the first two figures are the year of the decision. Told where"
        " the specification takes effect earlier before that year, or later after it, than the profile allows: for"
        " Connecticut 31 days before, 366 after. A decision of December may take effect in January, one of January may"
        " have been in force since December, and one was published that took effect in the September after its year:"
        " all of these are left alone, and so is a specification without an effective date, or with one that DAT002"
        " tells."
    ),
    reason=(
        "The number is how the decision is found again. A figure mistyped, or a number left over from the specification"
        " that this one was made from, points to another decision."
    ),
    example="§ 5-200a.) Item No. 32-118",
    mended="§ 5-200a.) Item No. 23-118",
)
_NUMBER = "/cancellation/reference/number"
_CENTURY = 100


def check(subject: Subject) -> Iterator[Problem]:
    """The number of the decision against the effective date."""
    form = subject.profile.conventions.decision_numbers
    number, effective = subject.value(_NUMBER), dated(subject, EFFECTIVE)
    if number is None or effective is None or not _compiled(form.form).fullmatch(number.text):
        return
    if is_too_far(subject, effective.day) or effective.day.year <= _CENTURY:  # the date itself is wrong
        return
    year = _year(int(number.text[:2]), effective.day)
    earliest = date(year, 1, 1) - timedelta(days=int(form.days_before))
    latest = date(year, 12, 31) + timedelta(days=int(form.days_after))
    if not earliest <= effective.day <= latest:
        yield number.problem(
            f"“{number.text}” is the number of a decision of {year}; the specification takes effect on"
            f" {effective.printed.text}: which is right?",
            also=effective.printed.stretches,
        )


def _year(figures: int, near: date) -> int:
    """The year that two figures stand for, of all the one that is nearest to a day."""
    half = _CENTURY // 2
    return near.year + (figures - near.year + half) % _CENTURY - half


@lru_cache(maxsize=4)
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)
