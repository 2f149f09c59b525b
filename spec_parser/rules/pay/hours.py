"""Hours a week, as the title says them and as the amounts do."""

from decimal import Decimal

from spec_parser.profiles.profile import Profile
from spec_parser.rules.pay.amounts import CENT, End, bases, part
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

_QUARTERS = [Decimal(quarters) / 4 for quarters in range(4 * 20, 4 * 50)]
"""Hours a week that somebody may be paid for; nurses of some facilities work 36."""
_NEAR = Decimal("0.015")
"""The hours of two pay plans lie farther apart than this share of them."""


def title_hours(subject: Subject) -> tuple[Decimal, Value] | None:
    """The hours a week in the title, `(37.5 Hour)`, and where they stand."""
    words = {word.casefold() for word in subject.profile.conventions.hours_qualifiers}
    for number, qualifier in enumerate(subject.content.job_class.qualifiers):
        hours, _, word = qualifier.partition(" ")
        place = subject.printed(f"/job_class/qualifiers/{number}")
        if word.casefold() in words and hours.replace(".", "", 1).isdecimal() and place is not None:
            return Decimal(hours), place
    return None


def paid_hours(subject: Subject, found: tuple[End, ...]) -> Decimal | None:
    """The hours a week that hourly pay is for: those that all amounts agree on, listed in the profile or not.

    Else those of one end, else the title's, else those that the amounts come nearest to; None where they come near to
    none.
    """
    pay = subject.content.pay
    if pay is not None and pay.weekly_hours is not None:
        return Decimal(pay.weekly_hours)
    rules = subject.profile.pay
    periods = Decimal(rules.biweekly_periods_in_year)
    for hours in _QUARTERS:
        if len(found) > 1 and all(pays(end, hours, periods) for end in found):
            return hours
    for hours in map(Decimal, rules.weekly_hours):
        if any(pays(end, hours, periods) for end in found):
            return hours
    titled = title_hours(subject)
    return titled[0] if titled is not None else _nearest(found, subject.profile)


def pays(end: End, hours: Decimal, periods: Decimal) -> bool:
    """Whether an end's hourly pay is what its other amounts give for so many hours a week, to the cent."""
    return end.hourly is not None and any(
        part(base, 2 * hours, up=end.rounds_up) == end.hourly.value for base in bases(end, periods)
    )


def _nearest(found: tuple[End, ...], profile: Profile) -> Decimal | None:
    periods = Decimal(profile.pay.biweekly_periods_in_year)
    away = [
        (abs(base / end.hourly.value / 2 / hours - 1), hours)
        for hours in map(Decimal, profile.pay.weekly_hours)
        for end in found
        if end.hourly is not None and end.hourly.value > CENT
        for base in bases(end, periods)
    ]
    least, hours = min(away, default=(_NEAR, Decimal(0)))
    return hours if least < _NEAR else None
