"""Hours a week, worked out from the arithmetic of pay.

Biweekly pay is yearly pay / 26.1, rounded up to the cent; hourly pay is biweekly pay / hours in two weeks, rounded
up to the cent. Older pay lines round to nearest instead, so a cent's difference is allowed.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

Cents = tuple[int, int]


def biweekly_of_yearly(yearly: Cents, periods_in_year: Fraction) -> Cents:
    """Both ends of biweekly pay, in cents, from both ends of yearly pay in cents."""
    return ceil(yearly[0] / periods_in_year), ceil(yearly[1] / periods_in_year)


def weekly_hours(hourly: Cents, biweekly: Cents, candidates: Sequence[tuple[str, Fraction]]) -> str | None:
    """The one candidate whose hours turn the biweekly pay into the hourly pay, all in cents.

    A candidate fits where every end is within one cent; where several fit, one that fits to the cent wins.
    None where none or several fit.
    """
    fitting = [(name, _distance(hourly, biweekly, hours)) for name, hours in candidates]
    for allowed in (0, 1):
        names = [name for name, distance in fitting if distance <= allowed]
        if names:
            return names[0] if len(names) == 1 else None
    return None


def _distance(hourly: Cents, biweekly: Cents, hours: Fraction) -> int:
    """How many cents the farther end is off."""
    # In whole numbers, because a division of fractions takes five times as long; -(-a // b) rounds up.
    over, under = hours.denominator, 2 * hours.numerator
    return max(abs(end + (-pay * over // under)) for end, pay in zip(hourly, biweekly, strict=True))
