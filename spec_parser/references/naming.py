"""Titles as they are compared: what is printed in running text against what title lines have."""

import re
from typing import NamedTuple

# "Payroll Officer 1s", "Microbiologist 1's", "Payroll Officer I"
_LEVEL = re.compile(r" (?P<level>[1-9]|I{1,3}|IV|VI{0,3}|IX|X)(?P<plural>['’]?s)?(?=$| \()")
_QUALIFIERS = re.compile(r"(?: ?\([^()]{0,60}\)){1,6}$")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
# The words after which a title tells of what it is: the word before them is in the plural, "Keepers of Records".
_COMPLEMENT = re.compile(r" (?:of|for|to|in|-|–) |, ")
_SIBILANT = re.compile(r"(?:ss|sh|ch|x|z)es$")
_IES = re.compile(r"[^aeiou]ies$")
_NO_PLURAL = re.compile(r"(?:ss|us|is)$")


class Named(NamedTuple):
    """A title as it stands in running text.

    Attributes:
        title: in the singular, with its level and qualifiers.
        plural: whether that is not how it is printed.
        level: its numeral, where it has one.
    """

    title: str
    plural: bool
    level: int | None


def named(printed: str) -> Named:
    """The title that a text prints: `Payroll Officers 1`, `Property Agent 1s`, `Microbiologist 1's`."""
    qualifiers = _QUALIFIERS.search(printed)
    bare, rest = (printed, "") if qualifiers is None else (printed[: qualifiers.start()], qualifiers[0])
    found = _LEVEL.search(bare)
    if found is None:
        series = singular(bare)
        return Named(series + rest, series != bare, None)
    numeral, before = found["level"], bare[: found.start()]
    series = singular(before)
    level = _ROMAN.get(numeral) or int(numeral)
    return Named(f"{series} {numeral}{rest}", found["plural"] is not None or series != before, level)


def singular(printed: str) -> str:
    """A title without its level in the singular: the word that says who it is loses its plural or possessive ending."""
    complement = _COMPLEMENT.search(printed)
    head, rest = (printed, "") if complement is None else (printed[: complement.start()], printed[complement.start() :])
    before, _, word = head.rpartition(" ")
    return f"{before}{' ' if before else ''}{_singular(word)}{rest}"


def _singular(word: str) -> str:
    for ending in ("'s", "’s", "s'", "s’"):
        if word.endswith(ending):
            return word[: -len(ending)]
    if _IES.search(word):
        return f"{word[:-3]}y"
    if _SIBILANT.search(word):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not _NO_PLURAL.search(word):
        return word[:-1]
    return word


def compared(title: str) -> str:
    """A title as titles are compared: capitals, blanks, apostrophes and roman numerals do not count."""
    plain = " ".join(title.replace("’", "'").replace("(", " (").split()).replace("( ", "(").replace(" )", ")")
    found = _LEVEL.search(plain)
    if found is not None and found["level"] in _ROMAN:
        plain = f"{plain[: found.start()]} {_ROMAN[found['level']]}{plain[found.end('level') :]}"
    return plain.casefold()


def without_qualifiers(title: str) -> str:
    """A title without what stands in parentheses at its end."""
    return _QUALIFIERS.sub("", title)


def without_level(title: str) -> str:
    """A title without its level and what follows it."""
    found = _LEVEL.search(title)
    return title if found is None else title[: found.start()]
