"""Numbers that moved: amounts of pay, and what texts count in words and numerals."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from spec_parser.comparing.model import Shift
from spec_parser.differences.sequences import common
from spec_parser.model import Pay

PERIODS = ("hourly", "biweekly", "yearly")
_CENT = Decimal("0.01")
# "Nine (9) years", "fifteen (15) semester hours", "one-half (1/2) year"
_COUNTED = re.compile(
    r"\b[A-Za-z-]{2,20} \((\d{1,4}(?:[./]\d{1,4})?)\)"
    r"(?: ([a-z]{2,20} (?:hours|years|months|weeks|days)\b|[a-z]{2,20}\b))?"
)


class _Count(NamedTuple):
    numeral: str
    unit: str


def pay_shifts(old: Pay, new: Pay) -> tuple[Shift, ...]:
    """Each amount that both have and that moved; hours a week as well. Placeholders of variable pay are no pay."""
    return tuple(_pay_shifts(old, new))


def _pay_shifts(old: Pay, new: Pay) -> Iterator[Shift]:
    for period in PERIODS if "variable" not in (old.kind, new.kind) else ():
        before, after = getattr(old, period), getattr(new, period)
        if before is None or after is None:
            continue
        for end in ("min", "max"):
            one, other = getattr(before, end), getattr(after, end)
            if one != other:
                yield shift(f"{period} {end}", one, other)
    if old.weekly_hours is not None and new.weekly_hours is not None and old.weekly_hours != new.weekly_hours:
        yield shift("weekly hours", old.weekly_hours, new.weekly_hours)


def text_shifts(old: str, new: str) -> tuple[Shift, ...]:
    """What both texts count, each number with the one of the same unit that took its place."""
    before, after = _counts(old), _counts(new)
    if len(before) == len(after):
        pairs = [(place, place) for place in range(len(before))]
    else:
        pairs = common([count.unit for count in before], [count.unit for count in after])
    return tuple(
        shift(after[j].unit or "number", before[i].numeral, after[j].numeral)
        for i, j in pairs
        if before[i].numeral != after[j].numeral and before[i].unit.rstrip("s") == after[j].unit.rstrip("s")
    )


def shift(what: str, old: str, new: str) -> Shift:
    """A number that moved, by how much, and how much that is in percent."""
    one, other = Fraction(old), Fraction(new)
    by = other - one
    percent = None if one == 0 else f"{_rounded(by / one * 100):+}"
    return Shift(what, old, new, _signed(by), percent)


def _counts(text: str) -> list[_Count]:
    return [_Count(found[1], found[2] or "") for found in _COUNTED.finditer(text) if _is_number(found[1])]


def _is_number(numeral: str) -> bool:
    _, slash, below = numeral.partition("/")
    return not slash or int(below) > 0


def _signed(value: Fraction) -> str:
    """A number with its sign, decimal where that is exact, to the cent where it has places at all."""
    if value.denominator == 1:
        return f"{value.numerator:+}"
    if 100 % value.denominator == 0:
        return f"{_rounded(value):+}"
    return f"{'+' if value > 0 else ''}{value}"


def _rounded(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_CENT)
