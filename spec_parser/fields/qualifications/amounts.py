"""Numbers that are written in one way only: "three years", "4 years", "(15) semester hours"."""

import re
from fractions import Fraction

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_WORDS = re.compile("[a-z]+")
_NUMERAL = re.compile(r"\(?([0-9]{1,4}(?:\.[0-9]{1,2})?)\)?\Z")
_HALVES = frozenset({("half",), ("one", "half"), ("a", "half")})


def spelled(printed: str) -> str | None:
    """The number as a decimal string; None where it is not one of the plain numbers that requirements are made of.

    Words with their numeral, `three (3)`, are quantities (fields/numbers.py), and compared there.
    """
    numeral = _NUMERAL.match(printed)
    if numeral is not None:
        return numeral[1]
    words = tuple(_WORDS.findall(printed))
    if any(not (character.isalpha() or character in " -‐‑–") for character in printed):
        return None
    if words in _HALVES:
        return "0.5"
    whole, joint, rest = _cut(words)
    if joint and rest not in _HALVES:
        return None
    number = _whole(whole)
    if number is None:
        return None
    total = number + (Fraction(1, 2) if joint else 0)
    return str(total.numerator) if total.denominator == 1 else f"{float(total):.1f}"


def _cut(words: tuple[str, ...]) -> tuple[tuple[str, ...], bool, tuple[str, ...]]:
    """The words before and after an `and`."""
    if "and" not in words:
        return words, False, ()
    place = words.index("and")
    return words[:place], True, words[place + 1 :]


def _whole(words: tuple[str, ...]) -> Fraction | None:
    """The value of "twelve", "twenty", "twenty four"."""
    if len(words) == 1 and words[0] in _VALUES:
        return Fraction(_VALUES[words[0]])
    if len(words) == 2 and words[0] in _TENS and words[1] in _UNITS:
        return Fraction(_VALUES[words[0]] + _VALUES[words[1]])
    return None
