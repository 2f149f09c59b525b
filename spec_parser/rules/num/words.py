"""Numbers in words, as specifications write them: `nine (9)`, `one-half (1/2)`, `one and one-half (1 1/2)`."""

import re
from fractions import Fraction
from functools import lru_cache

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_PARTS = {Fraction(1, 2): "one-half", Fraction(1, 4): "one-quarter", Fraction(3, 4): "three-quarters"}
_MOST = 999
_MOST_WITH_PART = 99
_WORTH = dict(zip(_UNITS, range(1, 20), strict=True)) | dict(zip(_TENS, range(20, 100, 10), strict=True))
_FIGURES = re.compile(r"(?P<whole>\d{1,4}(?:\.\d{1,4})?(?![\d/]))?[ -]?(?:(?P<above>\d{1,2})/(?P<below>\d{1,2}))?")
_LETTERS = re.compile(r"[a-z]+")


def in_words(number: Fraction) -> str | None:
    """A number in words, up to 999 and in halves and quarters; None for any other."""
    whole, rest = divmod(number, 1)
    if whole > _MOST or number <= 0 or (rest and rest not in _PARTS):
        return None
    words = _whole(int(whole)) if whole else ""
    if not rest:
        return words
    return f"{words} and {_PARTS[rest]}" if words else _PARTS[rest]


def paired(number: Fraction) -> str | None:
    """A number in words with its numeral, `nine (9)`; None for a number that has no words here."""
    words = in_words(number)
    return None if words is None else f"{words} ({in_figures(number)})"


def in_figures(number: Fraction) -> str:
    """A number in figures: `9`, `1/2`, `1 1/2`."""
    whole, rest = divmod(number, 1)
    return " ".join([*([str(whole)] if whole or not rest else []), *([str(rest)] if rest else [])])


@lru_cache(maxsize=1024)
def value_of(words: str) -> Fraction | None:
    """The number that words stand for, `Twenty-four`; None for words that are no number here."""
    plain = _plain(words)
    for part, name in _PARTS.items():
        whole, found, _ = f" {plain}".rpartition(f" {_plain(name)}")
        if found and plain.endswith(_plain(name)):
            number = _whole_value(whole.strip()) if whole else 0
            return None if number is None or number > _MOST_WITH_PART else number + part
    value = _whole_value(plain)
    return None if value is None else Fraction(value)


def _whole_value(plain: str) -> int | None:
    """The whole number of words that are written as `_whole` writes them."""
    number = 0
    for word in plain.split():
        number = number * 100 if word == "hundred" else number + _WORTH.get(word, 0)
    return number if 0 < number <= _MOST and _plain(_whole(number)) == plain else None


def figure_value(figures: str) -> Fraction | None:
    """The number that figures stand for: `9`, `1/2`, `1 1/2`, `2.5`; None for anything else."""
    found = _FIGURES.fullmatch(figures)
    if found is None or found["below"] == "0":
        return None
    whole = Fraction(found["whole"] or 0)
    return whole if found["above"] is None else whole + Fraction(int(found["above"]), int(found["below"]))


def capitalized_like(text: str, model: str) -> str:
    """A text that begins with a capital if the other one does."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def _whole(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_UNITS[hundreds - 1]} hundred"] if hundreds else []
    if rest >= 20:
        tens, ones = divmod(rest, 10)
        words.append(_TENS[tens - 2] + (f"-{_UNITS[ones - 1]}" if ones else ""))
    elif rest:
        words.append(_UNITS[rest - 1])
    return " ".join(words)


def _plain(words: str) -> str:
    """Words without what people vary: capitals, hyphens, `and`, the article for `one`, the plural of parts."""
    found = [word for word in _LETTERS.findall(words.lower()) if word != "and"]
    return " ".join({"a": "one", "fourth": "quarter", "half": "half"}.get(word, word) for word in found)
