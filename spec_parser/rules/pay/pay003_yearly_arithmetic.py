"""PAY003: yearly pay that is at odds with hourly and biweekly pay."""

from collections.abc import Iterator
from decimal import Decimal

from spec_parser.rules.pay.amounts import ends, year_of
from spec_parser.rules.pay.blame import is_year_wrong
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY003",
    name="yearly-arithmetic",
    severity="error",
    summary="Hourly and biweekly pay agree with each other, and yearly pay with neither of them.",
    details=(
        "Of three amounts the two that agree are believed. The yearly pay in whole dollars that gives the biweekly pay"
        " is named: there is one at most, as 26.1 cents are less than a dollar. Placeholders of variable pay are left"
        " alone, and so is what is a cent off (PAY001)."
    ),
    reason=(
        "Salary plans are kept by the year, and the other amounts are worked out from it: a wrong year on the page with"
        " right biweekly pay is a slip of typing that the arithmetic gives away."
    ),
    example="$98,241.00-$133,907.00 Yearly",
    mended="$98,214.00-$133,907.00 Yearly",
    fix="unsafe",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The ends of the yearly range that neither of the other amounts agrees with."""
    periods = Decimal(subject.profile.pay.biweekly_periods_in_year)
    found = ends(subject)
    for end in found:
        if not is_year_wrong(subject, found, end) or end.hourly is None or end.biweekly is None or end.yearly is None:
            continue
        printed = end.yearly.printed
        year = year_of(end.biweekly.value, periods)
        told = "agree with each other and not with it" if year is None else f"are those of a year of {year:,}.00"
        yield printed.problem(
            f"“{printed.text}” yearly: {end.hourly.value:,} hourly and {end.biweekly.value:,} biweekly {told}.",
            mend=None if year is None else f"{year:,}.00",
        )
