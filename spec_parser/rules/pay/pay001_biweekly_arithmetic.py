"""PAY001: biweekly pay that does not follow from yearly pay."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY001",
    name="biweekly-arithmetic",
    severity="error",
    summary="Biweekly pay is not yearly pay divided by the pay periods of a year.",
    details=(
        "Each end of the range: yearly pay / 26.1, rounded up to the cent; where yearly pay has cents, as older pages"
        " have it, rounded to the nearest cent. A cent off is a warning, more is an error. The number of pay periods is"
        " the profile's. Placeholders of variable pay are left alone."
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
_CENT = Decimal("0.01")


def check(subject: Subject) -> Iterator[Problem]:
    """The ends of the biweekly range that are not what yearly pay gives."""
    pay = subject.content.pay
    if pay is None or pay.kind == "variable" or pay.yearly is None or pay.biweekly is None:
        return
    periods = Decimal(subject.profile.pay.biweekly_periods_in_year)
    ends = {"min": (pay.yearly.min, pay.biweekly.min), "max": (pay.yearly.max, pay.biweekly.max)}
    for end, (yearly, stated) in ends.items():
        expected = _biweekly(Decimal(yearly), periods)
        off = abs(Decimal(stated) - expected)
        printed = subject.printed(f"/pay/biweekly/{end}")
        if off and printed is not None:
            message = f"“{printed.text}” biweekly: a year of {Decimal(yearly):,} / {periods} is {expected:,}."
            yield printed.problem(message, mend=f"{expected:,}", severity="warning" if off == _CENT else "error")


def _biweekly(yearly: Decimal, periods: Decimal) -> Decimal:
    """What is paid in two weeks, in dollars and cents."""
    return (yearly / periods).quantize(_CENT, ROUND_CEILING if yearly == int(yearly) else ROUND_HALF_UP)
