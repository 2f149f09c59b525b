"""PAY002: hourly pay that does not follow from biweekly pay."""

from collections.abc import Iterator
from decimal import Decimal

from spec_parser.rules.pay.amounts import CENT, End, bases, ends, off, part
from spec_parser.rules.pay.hours import paid_hours
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY002",
    name="hourly-arithmetic",
    severity="error",
    summary="Hourly pay is not biweekly pay divided by the hours of two weeks.",
    details=(
        "Each end of the range: biweekly pay / 70, 72.5, 75 or 80 hours, rounded up to the cent. A cent off is a"
        " warning, more is an error. Which hours are meant is told by the amounts: those that all of them agree on,"
        " listed or not, else those of the other end, else those in the title, else the nearest. Where yearly pay has"
        " cents, pay is rounded to the nearest cent; there, and where yearly pay is missing, a cent off is left alone."
        " Hourly pay that agrees with yearly pay while biweekly pay does not is left alone: that is PAY001. The hours"
        " are the profile's."
    ),
    reason=(
        "Hourly pay is what overtime and part-time work are paid by. On 102 range ends of published pages it was"
        " biweekly pay / hours, rounded up to the cent, for all but one, which was a cent off."
    ),
    example="$47.40-$64.14 Hourly",
    mended="$47.04-$64.14 Hourly",
    fix="unsafe",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The ends of the hourly range that are not what the other amounts give."""
    periods = Decimal(subject.profile.pay.biweekly_periods_in_year)
    found = ends(subject)
    hours = paid_hours(subject, found)
    for end in found:
        given = list(bases(end, periods))
        if end.hourly is None or not given:
            continue
        if hours is None:
            yield from _without_hours(subject, end, given[0])
            continue
        expected = [part(base, 2 * hours, up=end.rounds_up) for base in given]
        away = min(off(end.hourly.value, amount, exact=end.is_exact) for amount in expected)
        if away:
            printed = end.hourly.printed
            message = (
                f"“{printed.text}” hourly: {_source(end, periods)} / {_plain(2 * hours)} hours"
                f" ({_plain(hours)} a week) is {expected[0]:,}."
            )
            yield printed.problem(message, mend=f"{expected[0]:,}", severity="warning" if away == CENT else "error")


def _source(end: End, periods: Decimal) -> str:
    """What an end's hourly pay is worked out from, in words."""
    if end.biweekly is not None:
        return f"{end.biweekly.value:,} biweekly"
    return "" if end.yearly is None else f"a year of {end.yearly.value:,} / {periods}"


def _without_hours(subject: Subject, end: End, base: Decimal) -> Iterator[Problem]:
    """Hourly pay that is far from that for any hours: what it would be for each."""
    if end.hourly is None:
        return
    listed = ", ".join(
        f"{part(base, 2 * Decimal(hours), up=end.rounds_up):,} ({hours} hours a week)"
        for hours in subject.profile.pay.weekly_hours
    )
    yield end.hourly.printed.problem(f"“{end.hourly.printed.text}” hourly: {base:,} biweekly gives {listed}.")


def _plain(hours: Decimal) -> str:
    """Hours without zeros at their end."""
    return f"{hours.normalize():f}"
