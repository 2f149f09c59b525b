"""Numbers as a list shows them: `w:numFmt` (ECMA-376 part 1, 17.18.59)."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
# Word doubles the letter behind z: aa, bb. So many letters stand in a row at most.
_MOST_LETTERS = 30
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def shown(number: int, style: str) -> str:
    """A number as a list of this style shows it; styles of other scripts show as plain numbers."""
    return _STYLES.get(style, str)(number)


def _letters(number: int) -> str:
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if 0 <= times < _MOST_LETTERS else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    signs = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        signs.append(sign * times)
    return "".join(signs)


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else _ORDINALS.get(number % 10, 'th')}"


_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
}
