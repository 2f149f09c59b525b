"""Characters that recognition takes for one another, because they look alike in print."""

from collections.abc import Iterator, Sequence
from itertools import permutations

# Each group holds what is taken for one another.
_ALIKE = (
    "0OoQD@",
    "1lIi|!]/",
    "ljtf",
    "7T/",
    "2Zz",
    "5S6$§s",
    "3B86",
    "9gq",
    "4A",
    "aoce",
    "hnu",
    "rf",
    "({[",
    ")}]",
    ",.",
    ";:,",
    "-–—~",
    "'’‘`",
    "vV",
    "wW",
    "xX",
    "cC",
    "kK",
    "pP",
    "uU",
    "yY",
)


def _pairs() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in _ALIKE:
        for one, other in permutations(group, 2):
            if other not in found.get(one, ""):
                found[one] = found.get(one, "") + other
    return found


CONFUSED = _pairs()
"""For a character all those that it may have been."""


DIGITS = {
    "0": "689", "1": "47", "2": "7", "3": "589", "4": "19", "5": "368", "6": "058", "7": "12", "8": "03569", "9": "0348"
}  # fmt: skip
"""For a digit all those that it may have been."""


def are_confused(one: str, other: str) -> bool:
    """Whether two characters are taken for one another."""
    return other in CONFUSED.get(one, "")


def differences(read: str, wanted: str, most: int) -> tuple[int, ...] | None:
    """Where a text differs from the wanted one, if only by characters that are taken for one another.

    None if they differ otherwise, or in more places than `most`.
    """
    if len(read) != len(wanted):
        return None
    found = tuple(place for place, (one, other) in enumerate(zip(read, wanted, strict=True)) if one != other)
    if len(found) > most or not all(are_confused(read[place], wanted[place]) for place in found):
        return None
    return found


def variants(text: str, places: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Every change of one character at one of the places: where, and what may have stood there."""
    for place in places:
        for other in CONFUSED.get(text[place], ""):
            yield place, other


def changed(text: str, place: int, character: str) -> str:
    """The text with another character at a place."""
    return text[:place] + character + text[place + 1 :]
