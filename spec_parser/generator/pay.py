"""Pay by the state's arithmetic, and the line that prints it."""

from typing import Literal, NamedTuple

from spec_parser.generator.dice import Dice
from spec_parser.generator.numbers import rounded, rounded_up
from spec_parser.model import Pay, PayRange

Kind = Literal["range", "flat", "variable"]
_KINDS: tuple[Kind, ...] = ("range", "range", "range", "range", "flat", "variable")
_VARIABLE = ((1, 47893), (0, 0), (100, 99999900))
_DASHES = ("-", "-", "-", "-", " - ", "–", " – ")
_UNITS = (("Hourly", "BiWeekly", "Yearly"),) * 4 + (
    ("Hourly", "Biweekly", "Annually"),
    ("Hourly", "Bi-Weekly", "Yearly"),
)
_WEEKS_TENTHS = 261  # pay periods in ten years


class _Form(NamedTuple):
    """How amounts are printed."""

    dash: str
    sign: str  # before the upper end
    single: bool  # one amount where both ends are equal


def pay(dice: Dice, hours: int) -> Pay:
    """Pay for so many quarter hours a week.

    Biweekly pay is yearly pay / 26.1, hourly pay is biweekly pay / hours in two weeks; both are rounded up to the
    cent where yearly pay is in whole dollars, and to the nearest cent where it is not, as older pages have it.
    """
    kind = dice.pick(_KINDS)
    cents = _VARIABLE if kind == "variable" else _cents(dice, hours, flat=kind == "flat")
    form = _Form(dice.pick(_DASHES), "" if dice.chance(0.1) else "$", dice.chance(0.2))
    periods = (0, 1, 2) if kind == "variable" or dice.chance(0.85) else dice.pick(((0, 2), (0, 1), (2,), (0,)))
    units = dice.pick(_UNITS)
    text = " / ".join(f"{_printed(cents[period], form)} {units[period]}" for period in periods)
    hourly, biweekly, yearly = (_range(cents[period]) if period in periods else None for period in range(3))
    told = kind != "variable" and 0 in periods and len(periods) > 1
    return Pay(text, kind, hourly, biweekly, yearly, f"{hours / 4:g}" if told else None, "USD")


def _cents(dice: Dice, hours: int, *, flat: bool) -> tuple[tuple[int, int], ...]:
    low = dice.between(31_000, 160_000) * 100
    high = low if flat else low * dice.between(115, 140) // 10_000 * 100
    divided = rounded_up
    if dice.chance(0.3):
        divided = rounded
        low += dice.between(1, 99)
        high = low if flat else high + dice.between(1, 99)
    biweekly = tuple(divided(10 * end, _WEEKS_TENTHS) for end in (low, high))
    hourly = tuple(divided(2 * end, hours) for end in biweekly)
    return (hourly[0], hourly[1]), (biweekly[0], biweekly[1]), (low, high)


def _range(cents: tuple[int, int]) -> PayRange:
    low, high = (f"{end // 100}.{end % 100:02d}" for end in cents)
    return PayRange(low, high)


def _printed(cents: tuple[int, int], form: _Form) -> str:
    low, high = (f"{end // 100:,}.{end % 100:02d}" for end in cents)
    if form.single and cents[0] == cents[1] and cents[0] > 0:
        return f"${low}"
    return f"${low}{form.dash}{form.sign}{high}"
