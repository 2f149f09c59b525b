"""Read the pay line: ranges a period, whether they are pay at all, and the hours a week they are for."""

from fractions import Fraction
from typing import Any, Literal, NamedTuple

from spec_parser.fields.parsing import FieldParser, stretch_of
from spec_parser.fields.reading import Part, Problem, Reading, Stretch
from spec_parser.fields.weekly_hours import Cents, biweekly_of_yearly, weekly_hours
from spec_parser.lalr import Token
from spec_parser.model import Pay, PayRange
from spec_parser.profiles.profile import PayRules, Profile

Period = Literal["hourly", "biweekly", "yearly"]
_PERIODS: tuple[Period, ...] = ("hourly", "biweekly", "yearly")


class _Rate(NamedTuple):
    period: Period
    cents: Cents
    stretches: tuple[Stretch, Stretch]


class _Builder:
    """Makes a list of rates of what grammars/pay.lark finds."""

    def range(self, children: list[Token]) -> tuple[Token, Token]:
        amounts = [token for token in children if token.type == "AMOUNT"]
        return amounts[0], amounts[-1]

    def hourly(self, children: list[Any]) -> _Rate:
        return _rate("hourly", children[0])

    def biweekly(self, children: list[Any]) -> _Rate:
        return _rate("biweekly", children[0])

    def yearly(self, children: list[Any]) -> _Rate:
        return _rate("yearly", children[0])

    def start(self, children: list[Any]) -> list[_Rate]:
        return [child for child in children if isinstance(child, _Rate)]


def _rate(period: Period, amounts: tuple[Token, Token]) -> _Rate:
    low, high = amounts
    return _Rate(period, (_cents(low), _cents(high)), (stretch_of(low), stretch_of(high)))


def _cents(amount: str) -> int:
    whole, _, fraction = amount.replace(",", "").partition(".")
    return int(whole) * 100 + int(fraction.ljust(2, "0"))


def _decimal(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


class PayReader:
    """Reads pay lines of one jurisdiction, with its arithmetic and its placeholders."""

    def __init__(self, profile: Profile) -> None:
        self._parser: FieldParser[list[_Rate]] = FieldParser("pay", profile.grammar_terminals("pay"), _Builder())
        self._rules: PayRules = profile.pay
        self._periods_in_year = Fraction(profile.pay.biweekly_periods_in_year)
        self._hours = tuple((hours, Fraction(hours)) for hours in profile.pay.weekly_hours)
        self._placeholders = frozenset(
            (row.period, ("min", "max").index(row.end), _cents(row.amount)) for row in profile.pay.placeholders
        )

    def read(self, text: str) -> Reading[Pay]:
        """Read a pay line such as `$20.00-$30.50 Hourly / $1,600.00-$2,440.00 BiWeekly`.

        Amounts come out as decimal strings with two decimals. A line that cannot be read keeps its text and has
        the problem `pay-unread`.
        """
        found = self._parser.parse(text)
        if not isinstance(found, Problem) and len({rate.period for rate in found}) < len(found):
            found = self._parser.problem("Two rates are given for one period.", (0, len(text)))
        if isinstance(found, Problem):
            return Reading(self._pay(text, None, {}, None), (), (found,))
        rates = {rate.period: rate for rate in found}
        kind = self._kind(found)
        hours, sources = (None, ()) if kind == "variable" else self._weekly_hours(rates)
        parts = [
            Part(f"/{rate.period}/{end}", _decimal(cents), (stretch,))
            for rate in found
            for end, cents, stretch in zip(("min", "max"), rate.cents, rate.stretches, strict=True)
        ]
        parts.append(Part("/kind", kind, _stretches(found)))
        if hours is not None:
            parts.append(Part("/weekly_hours", hours, _stretches(sources)))
        return Reading(self._pay(text, kind, rates, hours), tuple(parts), ())

    def _kind(self, rates: list[_Rate]) -> Literal["range", "flat", "variable"]:
        ends = {(rate.period, end, cents) for rate in rates for end, cents in enumerate(rate.cents)}
        if ends & self._placeholders:
            return "variable"
        return "flat" if all(low == high for low, high in (rate.cents for rate in rates)) else "range"

    def _weekly_hours(self, rates: dict[Period, _Rate]) -> tuple[str | None, tuple[_Rate, ...]]:
        hourly, biweekly, yearly = (rates.get(period) for period in _PERIODS)
        if hourly is None:
            return None, ()
        if biweekly is not None:
            return weekly_hours(hourly.cents, biweekly.cents, self._hours), (hourly, biweekly)
        if yearly is not None:
            pay = biweekly_of_yearly(yearly.cents, self._periods_in_year)
            return weekly_hours(hourly.cents, pay, self._hours), (hourly, yearly)
        return None, ()

    def _pay(
        self,
        text: str,
        kind: Literal["range", "flat", "variable"] | None,
        rates: dict[Period, _Rate],
        hours: str | None,
    ) -> Pay:
        ranges = {
            period: PayRange(min=_decimal(rate.cents[0]), max=_decimal(rate.cents[1])) for period, rate in rates.items()
        }
        return Pay(
            text=text,
            kind=kind,
            hourly=ranges.get("hourly"),
            biweekly=ranges.get("biweekly"),
            yearly=ranges.get("yearly"),
            weekly_hours=hours,
            currency=self._rules.currency,
        )


def _stretches(rates: "tuple[_Rate, ...] | list[_Rate]") -> tuple[Stretch, ...]:
    """Every amount once, in the order of the text: a flat rate's two ends are one amount."""
    return tuple(sorted({stretch for rate in rates for stretch in rate.stretches}))
