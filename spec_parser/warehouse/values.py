"""Values as rows have them: written as SQL writes them, or null where a table has no room for what was read."""

from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Any, Final

import msgspec

from spec_parser.warehouse.definition import DIGITS, PLACES

_ENCODER: Final = msgspec.json.Encoder()
_LARGEST_INTEGER: Final = 2**31 - 1


def identity(*values: Any) -> int:
    """A number of 64 bits, with its sign, that stands for these values: the same on every machine, in every target."""
    return int.from_bytes(blake2b(_ENCODER.encode(values), digest_size=8).digest(), signed=True)


def json_text(value: Any) -> str:
    """A value as compact JSON."""
    return _ENCODER.encode(value).decode()


def amount(text: str | None) -> str | None:
    """Dollars and cents; None for more dollars than a column holds. The text as printed is always kept beside it."""
    return _decimal(text, "amount")


def hours(text: str | None) -> str | None:
    """Hours a week to a hundredth; None for what is finer, or more than a column holds."""
    return _decimal(text, "hours")


def quantity(text: str | None) -> str | None:
    """A number of years or other units; None for what is finer than a ten-thousandth, or more than a column holds."""
    return _decimal(text, "quantity")


def _decimal(text: str | None, kind: str) -> str | None:
    if text is None:
        return None
    places = PLACES[kind]
    whole, _, fraction = text.partition(".")
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    if len(whole) > DIGITS[kind] - places or len(fraction) > places:
        return None
    return f"{whole}.{fraction.ljust(places, '0')}"


def day(text: str | None) -> str | None:
    """An ISO 8601 date; None for what the calendar does not have."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def integer(value: int | None) -> int | None:
    """A whole number; None for one of more than 31 bits."""
    return value if value is None or value <= _LARGEST_INTEGER else None


def moment(when: datetime) -> str:
    """A time in UTC, to the microsecond, as every target writes it: `2026-05-04 09:30:00.000000`."""
    if when.tzinfo is not None:
        when = when.astimezone(UTC).replace(tzinfo=None)
    return when.isoformat(" ", "microseconds")
