"""Find numbers written as words with their numeral, `Nine (9)`, in running text.

A cheap search finds the numerals in parentheses and the number words before them; the grammar reads both and
compares. `(9)` without a number word before it is no quantity, and neither is `(75%)` or `(3 months)`.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from spec_parser.fields.nested import moved
from spec_parser.fields.parsing import FieldParser, stretch_of
from spec_parser.fields.reading import Part, Problem, Reading, Stretch
from spec_parser.lalr import Token
from spec_parser.model import Quantity
from spec_parser.profiles.profile import Profile

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {
    **{word: number for number, word in enumerate(_UNITS + _TEENS, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_DENOMINATORS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "eighth": 8}
_PLURALS = {f"{word}s" for word in _DENOMINATORS if word != "half"}
_NUMBER_WORDS = frozenset({*_VALUES, *_DENOMINATORS, *_PLURALS, "hundred", "thousand", "and"})
# Words that never begin a number: a quantity starts at the first word after them.
_JOINING = frozenset({"and", "third", "thirds", "fourth", "fourths", "quarter", "quarters", "fifth", "fifths"})

_NUMERAL = re.compile(r"\(\s?[0-9][0-9,./\s‐‑–-]{0,14}\)")
_LETTERS = re.compile(r"[a-z]+")
_PIECES = re.compile(r"[A-Za-z]+|[^A-Za-z]")
_BETWEEN = frozenset(" -‐‑–\t\n\r\u00a0")
_REMEMBERED = 1024
# The longest number in words that is met has six words; a longer look back would find nothing more.
_LOOK_BACK = 90


class _Found(NamedTuple):
    start: int
    words: Fraction
    numeral: Fraction


class _Builder:
    """Works out both numbers of what grammars/numbers.lark finds."""

    def numeral(self, children: list[Token]) -> Fraction:
        amounts = [token for token in children if token.type in {"DECIMAL", "RATIO"}]
        return sum((_amount(token) for token in amounts), Fraction(0))

    def quantity(self, children: list[Any]) -> _Found:
        *words, numeral = children
        return _Found(stretch_of(words[0])[0], _value(words), numeral)

    def last_of_two(self, children: list[Any]) -> _Found:
        *words, numeral = children
        joint = next(index for index, token in enumerate(words) if token.type == "AND")
        last = words[joint + 1 :]
        return _Found(stretch_of(last[0])[0], _value(last), numeral)


def _amount(token: str) -> Fraction:
    """The value of "1,500", "1.5" or "1/2"; a fraction of nothing counts as nothing, and so agrees with no word."""
    numerator, _, denominator = token.replace(",", "").partition("/")
    if not denominator:
        return Fraction(numerator)
    return Fraction(int(numerator), int(denominator)) if int(denominator) else Fraction(0)


def _value(words: list[Token]) -> Fraction:
    """The value of number words: what stands before "thousand" counts a thousandfold, and so on."""
    thousands, rest = Fraction(0), Fraction(0)
    for token in words:
        if token.type == "THOUSAND":
            thousands, rest = 1000 * rest, Fraction(0)
        elif token.type == "HUNDRED":
            rest *= 100
        elif token.type == "FRACTION":
            rest += _fraction(token)
        elif token.type != "AND":
            rest += _VALUES[token.lower()]
    return thousands + rest


def _fraction(token: str) -> Fraction:
    """The value of "one-half", "three quarters", "half"."""
    words = _LETTERS.findall(token.lower())
    return Fraction(_VALUES.get(words[0], 1), _DENOMINATORS[words[-1].removesuffix("s")])


class QuantityReader:
    """Finds quantities in running text."""

    def __init__(self, profile: Profile) -> None:
        self._parser: FieldParser[_Found] = FieldParser("numbers", profile.grammar_terminals("numbers"), _Builder())
        # Texts are new in every specification, but the numbers in them are the same few: "one (1)", "two (2)".
        self._quantity = lru_cache(maxsize=_REMEMBERED)(self._read_quantity)

    def read(self, text: str) -> Reading[tuple[Quantity, ...]]:
        """Every quantity in the text, in order; pointers begin with its number, `/0/value`.

        The value is null where word and numeral disagree (problem `number-disagrees`), and where the number is no
        finite decimal, such as two-thirds (problem `number-inexact`): a rounded value would be a wrong one.
        """
        quantities: list[Quantity] = []
        parts: list[Part] = []
        problems: list[Problem] = []
        for number, (start, end) in enumerate(_places(text)):
            reading = moved(self._quantity(text[start:end]), f"/{number}", start)
            quantities.append(reading.value)
            parts += reading.parts
            problems += reading.problems
        return Reading(tuple(quantities), tuple(parts), tuple(problems))

    def _read_quantity(self, text: str) -> Reading[Quantity]:
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return _unread(text, 0, "number-disagrees", found.message)
        printed = text[found.start :]
        if found.words != found.numeral:
            message = f'Word and numeral disagree in "{printed}": find out which one is meant.'
            return _unread(text, found.start, "number-disagrees", message)
        value = _decimal(found.words)
        if value is None:
            message = f'"{printed}" is no finite decimal number, and is not rounded.'
            return _unread(text, found.start, "number-inexact", message)
        whole = ((found.start, len(text)),)
        parts = (Part("/text", printed, whole), Part("/value", value, whole))
        return Reading(Quantity(text=printed, value=value), parts, ())


def _unread(text: str, start: int, code: str, message: str) -> Reading[Quantity]:
    """A quantity without a value, and why."""
    printed, stretch = text[start:], (start, len(text))
    return Reading(
        Quantity(text=printed, value=None), (Part("/text", printed, (stretch,)),), (Problem(code, message, stretch),)
    )


def _decimal(number: Fraction) -> str | None:
    """The number written out; None where no finite decimal is equal to it."""
    scaled = number * 10_000
    if scaled.denominator != 1:
        return None
    whole, rest = divmod(scaled.numerator, 10_000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def _places(text: str) -> Iterator[Stretch]:
    """From the first number word to the closing parenthesis, for each numeral that number words stand before."""
    end = 0
    for numeral in _NUMERAL.finditer(text) if "(" in text else ():
        start = _first_number_word(text, max(end, numeral.start() - _LOOK_BACK), numeral.start())
        if start is not None:
            end = numeral.end()
            yield start, end


def _first_number_word(text: str, floor: int, stop: int) -> int | None:
    """Where the unbroken run of number words that ends at `stop` begins, not before `floor`."""
    start = None
    for piece in reversed(list(_PIECES.finditer(text, floor, stop))):
        word = piece.group().lower()
        if word in _NUMBER_WORDS:
            start = piece.start() if word not in _JOINING else start
        elif word not in _BETWEEN:
            break
    return start
