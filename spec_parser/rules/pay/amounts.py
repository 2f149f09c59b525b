"""The amounts of a pay line as rules compare them: both ends of the range, and what one amount makes of another."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from spec_parser.model import PayRange
from spec_parser.rules.memory import once
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

CENT = Decimal("0.01")
PERIODS = ("hourly", "biweekly", "yearly")
# Rounding to the cent makes both ends of a range uneven by less than this share.
_UNEVEN = Decimal("0.005")


class Amount(NamedTuple):
    """An amount, and what stands on the page for it."""

    value: Decimal
    printed: Value


class End(NamedTuple):
    """One end of the range, in each period that the line has."""

    hourly: Amount | None
    biweekly: Amount | None
    yearly: Amount | None

    @property
    def rounds_up(self) -> bool:
        """Whether pay is rounded up to the cent; older lines, whose yearly pay has cents, round to the nearest."""
        return self.yearly is None or self.yearly.value == int(self.yearly.value)

    @property
    def is_exact(self) -> bool:
        """Whether a cent off is one too many: without yearly pay nobody can tell how amounts were rounded."""
        return self.yearly is not None and self.rounds_up


@once
def ends(subject: Subject) -> tuple[End, ...]:
    """The lower and the upper end; ranges that stand the wrong way round are turned. None of what is no pay."""
    pay = subject.content.pay
    if pay is None or pay.kind not in ("range", "flat"):
        return ()
    wrong = turned(subject)
    hourly, biweekly, yearly = (
        pair[::-1] if period in wrong else pair for period, pair in ((one, _both(subject, one)) for one in PERIODS)
    )
    return tuple(End(*end) for end in zip(hourly, biweekly, yearly, strict=True))


@once
def turned(subject: Subject) -> frozenset[str]:
    """The periods whose ranges stand the wrong way round: the first amount is more, and the other periods agree.

    Where they do not, as with `$9,763.00-$5,130.54` beside yearly pay that gives 3,762.99 and 5,130.54, one amount is
    wrong, and no range was turned.
    """
    pairs = {period: _values(subject, period) for period in PERIODS}
    falling = {period for period, pair in pairs.items() if pair is not None and pair[0] > pair[1]}
    rising = [pair for period, pair in pairs.items() if pair is not None and period not in falling and pair[0] > 0]
    return frozenset(period for period in falling if all(_are_alike(pairs[period], other) for other in rising))


def _are_alike(falling: tuple[Decimal, Decimal] | None, rising: tuple[Decimal, Decimal]) -> bool:
    """Whether a range, once it is turned, is so many times another."""
    if falling is None or falling[1] == 0:
        return False
    upper, lower = falling[0] / rising[1], falling[1] / rising[0]
    return abs(upper - lower) <= _UNEVEN * lower


def _values(subject: Subject, period: str) -> tuple[Decimal, Decimal] | None:
    found: PayRange | None = getattr(subject.content.pay, period, None)
    return None if found is None else (Decimal(found.min), Decimal(found.max))


def _both(subject: Subject, period: str) -> tuple[Amount | None, Amount | None]:
    values = _values(subject, period)
    first, second = (subject.printed(f"/pay/{period}/{end}") for end in ("min", "max"))
    if values is None or first is None or second is None:
        return None, None
    return Amount(values[0], first), Amount(values[1], second)


def part(amount: Decimal, parts: Decimal, *, up: bool) -> Decimal:
    """An amount divided, in dollars and cents: rounded up to the cent, or to the nearest."""
    return (amount / parts).quantize(CENT, ROUND_CEILING if up else ROUND_HALF_UP)


def off(stated: Decimal, expected: Decimal, *, exact: bool) -> Decimal:
    """How far an amount is from what it should be; where amounts are not exact, a cent is nothing."""
    away = abs(stated - expected)
    return away if exact or away > CENT else Decimal(0)


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
