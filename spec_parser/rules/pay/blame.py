"""Which of three amounts is wrong where they do not agree."""

from decimal import Decimal

from spec_parser.rules.pay.amounts import End, biweekly_of, off, part
from spec_parser.rules.pay.hours import paid_hours
from spec_parser.rules.subject import Subject


def is_year_wrong(subject: Subject, found: tuple[End, ...], end: End) -> bool:
    """Whether hourly and biweekly pay of an end agree to the cent, and yearly pay with neither of them."""
    expected = biweekly_of(end, Decimal(subject.profile.pay.biweekly_periods_in_year))
    hours = paid_hours(subject, found)
    if end.hourly is None or end.biweekly is None or expected is None or hours is None:
        return False
    by_week, by_year = (
        off(end.hourly.value, part(base, 2 * hours, up=end.rounds_up), exact=end.is_exact)
        for base in (end.biweekly.value, expected)
    )
    return bool(off(end.biweekly.value, expected, exact=end.is_exact)) and not by_week and bool(by_year)
