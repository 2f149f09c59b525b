"""PAY001: biweekly pay that does not follow from yearly pay."""

from collections.abc import Iterator
from decimal import Decimal

from spec_parser.rules.pay.amounts import CENT, biweekly_of, ends, off
from spec_parser.rules.pay.blame import is_year_wrong
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY001",
    name="biweekly-arithmetic",
    severity="error",
    summary="Biweekly pay is not yearly pay divided by the pay periods of a year.",
    details=(
        "Each end of the range: yearly pay / 26.1, rounded up to the cent. A cent off is a warning, more is an error."
        " Where yearly pay has cents, as older pages have it, biweekly pay is rounded to the nearest cent and a cent"
        " off is left alone. The number of pay periods is the profile's. Placeholders of variable pay are left alone,"
        " and so is biweekly pay that agrees with hourly pay while yearly pay does not: that is PAY003."
    ),
    reason=(
        "A year has 26.1 pay periods of two weeks. On 102 range ends of published pages with whole-dollar yearly pay"
        " this held for 101; the one exception was a cent off in its source. The amounts on the page are what"
        " employees are paid."
    ),
    example="$3,763.00-$5,130.54 BiWeekly",
    mended="$3,762.99-$5,130.54 BiWeekly",
    fix="unsafe",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The ends of the biweekly range that are not what yearly pay gives."""
    periods = Decimal(subject.profile.pay.biweekly_periods_in_year)
    found = ends(subject)
    for end in found:
        expected = biweekly_of(end, periods)
        if end.biweekly is None or end.yearly is None or expected is None or is_year_wrong(subject, found, end):
            continue
        away = off(end.biweekly.value, expected, exact=end.is_exact)
        if away:
            printed = end.biweekly.printed
            how = "rounded up to the cent" if end.rounds_up else "rounded to the cent"
            message = f"“{printed.text}” biweekly: {end.yearly.value:,} a year / {periods}, {how}, is {expected:,}."
            yield printed.problem(message, mend=f"{expected:,}", severity="warning" if away == CENT else "error")
