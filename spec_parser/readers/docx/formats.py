"""Numbers as a list shows them: `w:numFmt` (ECMA-376 part 1, 17.18.59)."""

from collections.abc import Callable

from spec_parser.readers.numerals import roman

# Word doubles the letter behind z: aa, bb. So many letters stand in a row at most.
_MOST_LETTERS = 30
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def shown(number: int, style: str) -> str:
    """A number as a list of this style shows it; styles of other scripts show as plain numbers."""
    return _STYLES.get(style, str)(number)


def _letters(number: int) -> str:
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if 0 <= times < _MOST_LETTERS else str(number)


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else _ORDINALS.get(number % 10, 'th')}"


_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
}
