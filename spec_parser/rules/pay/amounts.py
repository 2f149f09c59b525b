"""The amounts of a pay line as rules compare them: both ends of the range, and what one amount makes of another."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from spec_parser.model import PayRange
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

CENT = Decimal("0.01")
PERIODS = ("hourly", "biweekly", "yearly")
_ALIKE = Decimal("0.005")
"""Two ranges go together if the ratios of their ends differ by no more than this share: cents are rounded."""


class Amount(NamedTuple):
    """An amount, and what stands on the page for it."""

    value: Decimal
    printed: Value


Both = tuple[Amount, Amount]
"""The first and the second amount of a range, as they stand."""


class End(NamedTuple):
    """One end of the range, in each period that the line has."""

    hourly: Amount | None
    biweekly: Amount | None
    yearly: Amount | None

    @property
    def rounds_up(self) -> bool:
        """Whether pay is rounded up to the cent; older lines, whose yearly pay has cents, round to the nearest."""
        return self.yearly is None or self.yearly.value == int(self.yearly.value)


def ends(subject: Subject) -> tuple[End, ...]:
    """The lower and the upper end; ranges that stand the wrong way round are turned. None of what is no pay."""
    pay = subject.content.pay
    if pay is None or pay.kind not in ("range", "flat"):
        return ()
    read = [_both(subject, period) for period in PERIODS]
    upright = [both for both in read if both is not None and both[0].value <= both[1].value]
    hourly, biweekly, yearly = (
        (None, None) if both is None else both[::-1] if any(_is_turned(both, other) for other in upright) else both
        for both in read
    )
    return tuple(End(*end) for end in zip(hourly, biweekly, yearly, strict=True))


def _both(subject: Subject, period: str) -> Both | None:
    found: PayRange | None = getattr(subject.content.pay, period)
    first, second = (subject.printed(f"/pay/{period}/{end}") for end in ("min", "max"))
    if found is None or first is None or second is None:
        return None
    return Amount(Decimal(found.min), first), Amount(Decimal(found.max), second)


def _is_turned(both: Both, upright: Both) -> bool:
    """Whether a falling range goes with a rising one once it is turned; if not, one of its amounts is wrong."""
    (first, second), (low, high) = [[one.value for one in pair] for pair in (both, upright)]
    return first > second and abs(second * high - first * low) <= _ALIKE * first * low


def part(amount: Decimal, parts: Decimal, *, up: bool) -> Decimal:
    """An amount divided, in dollars and cents: rounded up to the cent, or to the nearest."""
    return (amount / parts).quantize(CENT, ROUND_CEILING if up else ROUND_HALF_UP)


def off(stated: Decimal, expected: Decimal, *, up: bool) -> Decimal:
    """How far an amount is from what it should be; where amounts are rounded to the nearest, a cent is nothing."""
    away = abs(stated - expected)
    return away if up or away > CENT else Decimal(0)


def year_of(biweekly: Decimal, periods: Decimal) -> Decimal | None:
    """The only yearly pay in whole dollars that gives this biweekly pay; None where none does."""
    year = (biweekly * periods).quantize(Decimal(1), ROUND_FLOOR)
    return year if part(year, periods, up=True) == biweekly else None


def biweekly_of(end: End, periods: Decimal) -> Decimal | None:
    """The biweekly pay that yearly pay gives; None where no yearly pay stands."""
    return None if end.yearly is None else part(end.yearly.value, periods, up=end.rounds_up)


def bases(end: End, periods: Decimal) -> Iterator[Decimal]:
    """What hourly pay may be worked out from: biweekly pay as it stands, and as yearly pay gives it."""
    given = biweekly_of(end, periods)
    if end.biweekly is not None:
        yield end.biweekly.value
    if given is not None:
        yield given
