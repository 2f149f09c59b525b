"""Mends pay lines: what an amount looks like, and the arithmetic that ties hourly, biweekly and yearly pay together."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from spec_parser.document import Excerpt, merged
from spec_parser.fields.weekly_hours import biweekly_of_yearly
from spec_parser.model import Pay, PayRange
from spec_parser.recognition.confusions import DIGITS, changed
from spec_parser.recognition.evidence import Change, Evidence

_FORM = "an amount of a pay line is written so"
_ARITHMETIC = "with it, and with no other digit changed, hourly, biweekly and yearly pay agree"
# An amount as it may have been misread, and what its letters are then.
_AMOUNT = re.compile(
    r"(?<![^\s$S§–—-])[$S§]?(?P<digits>[\dOoQIl|SBZ]{1,9}(?:[.,]{1,2}[\dOoQIl|SBZ]{1,9}){1,5})(?![^\s–—-])"
)
_DIGITS = str.maketrans("OoQIl|SBZ", "000111582")
# A comma of which nothing but blank paper was left.
_NO_COMMA = re.compile(r"(?<=\d) (?=\d{3}(?:[.,]\d))")
_SLASH = re.compile(r"(?<=[A-Za-z] )[|Il1!](?= |$)")
_LONGEST = 200


def changes(evidence: Evidence) -> Iterator[Change]:
    """What was misread on the pay line."""
    for excerpt in _candidates(evidence):
        text = excerpt.text
        read = evidence.readers.pay
        pay = read(text).value
        if _is_checked(pay) and _agrees(evidence, pay, within=1):
            return
        formed = _formed(text)
        pay = read(formed).value
        if not _is_checked(pay):
            continue
        wanted, reason = (formed, _FORM) if _agrees(evidence, pay, within=0) else _counted(evidence, formed)
        if wanted is not None:
            places = tuple(place for place, (one, other) in enumerate(zip(text, wanted, strict=True)) if one != other)
            yield from evidence.changes(excerpt, wanted, places, reason)
            return


def _candidates(evidence: Evidence) -> Iterator[Excerpt]:
    """What may be the pay line: lines above the first header with an amount on them, by themselves or two together."""
    lines = [line.excerpt() for line in evidence.preamble() if len(line.text) <= _LONGEST]
    for place, line in enumerate(lines):
        if _AMOUNT.search(line.text):
            yield line
            yield merged(evidence.document, lines[place : place + 2])


def _formed(text: str) -> str:
    """A pay line with its amounts and slashes as they are written; as long as it was."""
    return _SLASH.sub("/", _AMOUNT.sub(_amount, _NO_COMMA.sub(",", text)))


def _amount(found: re.Match[str]) -> str:
    digits = found["digits"].translate(_DIGITS)
    whole, _, cents = re.sub(r"[.,]", ",", digits).rpartition(",")
    sign = found[0][: -len(digits)]
    return ("$" if sign else "") + (f"{whole}.{cents}" if len(cents) == 2 else digits)


def _counted(evidence: Evidence, text: str) -> tuple[str | None, str]:
    """The pay line with the one digit changed that makes its amounts agree; None where none does, or several do."""
    fitting = []
    for place, old in enumerate(text):
        for digit in DIGITS.get(old, ""):
            candidate = changed(text, place, digit)
            pay = evidence.readers.pay(candidate).value
            if _is_checked(pay) and _agrees(evidence, pay, within=0):
                fitting.append(candidate)
    return (fitting[0] if len(fitting) == 1 else None), _ARITHMETIC


def _is_checked(pay: Pay) -> bool:
    """Whether there is enough of a pay line for its arithmetic."""
    return pay.kind is not None and None not in (pay.hourly, pay.biweekly, pay.yearly)


def _agrees(evidence: Evidence, pay: Pay, *, within: int) -> bool:
    """Whether the amounts of a pay line agree to so many cents. Variable pay has no arithmetic."""
    if pay.kind == "variable":
        return True
    if pay.biweekly is None or pay.yearly is None or pay.weekly_hours is None:
        return False
    periods = Fraction(evidence.profile.pay.biweekly_periods_in_year)
    expected = biweekly_of_yearly(_cents(pay.yearly), periods)
    return all(abs(one - other) <= within for one, other in zip(expected, _cents(pay.biweekly), strict=True))


def _cents(pay: PayRange) -> tuple[int, int]:
    return int(Decimal(pay.min) * 100), int(Decimal(pay.max) * 100)
