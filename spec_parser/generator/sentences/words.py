"""Amounts, lists and titles as sentences write them, with what they mean."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from spec_parser.generator.dice import Dice
from spec_parser.generator.numbers import quantity, words
from spec_parser.generator.prose import phrase
from spec_parser.generator.vocabulary import vocabulary
from spec_parser.model.expression_parts import Measure, Phrases

Joint = Literal["or", "and", "and/or"]


class Amount(NamedTuple):
    """A number with its unit.

    Attributes:
        text: `nine (9) years`.
        measure: what it means.
    """

    text: str
    measure: Measure


class Listed(NamedTuple):
    """Phrases in a row.

    Attributes:
        text: `charts, maps or plans`.
        phrases: what it means.
    """

    text: str
    phrases: Phrases


def time(dice: Dice, most: int = 10) -> Amount:
    """Years mostly; sometimes months or half a year; the numeral or the word is sometimes left out."""
    form = dice.between(1, 20)
    if form == 1:
        return measured("1/2", "year")
    if form == 2:
        return measured(dice.pick((6, 18)), "month")
    number = dice.between(1, most)
    if form == 3:
        return Amount(f"{words(number)} {_plural('year', number)}", Measure(str(number), "year"))
    if form == 4:
        return Amount(f"{number} {_plural('year', number)}", Measure(str(number), "year"))
    return measured(number, "year")


def measured(number: int | str, unit: str) -> Amount:
    """A number in words with its numeral, and its unit: `fifteen (15) semester hours`."""
    made = quantity(number)
    return Amount(f"{made.text} {_plural(unit, number)}", Measure(made.value or str(number), unit))


def _plural(unit: str, number: int | str) -> str:
    return unit.replace("_", " ") + ("" if number in (1, "1/2", "1/4", "3/4") else "s")


def listed(dice: Dice, items: Sequence[str], joints: Sequence[Joint] = ("or", "or", "or", "and", "and/or")) -> Listed:
    """Phrases with commas and a joining word; sometimes with a comma before it, too."""
    if len(items) == 1:
        return Listed(items[0], Phrases(None, (items[0],)))
    joint = dice.pick(joints)
    comma = "," if len(items) > 2 and dice.chance(0.15) else ""
    return Listed(f"{', '.join(items[:-1])}{comma} {joint} {items[-1]}", Phrases(joint, tuple(items)))


def some(dice: Dice, name: str, most: int = 3) -> list[str]:
    """One or several different phrases of a list of the vocabulary."""
    return dice.sample(vocabulary().phrases[name], dice.between(1, most))


def titles(dice: Dice, most: int = 3) -> Listed:
    """Titles of classes, the first of them with its article: `an Orchard Warden 2 or Pier Keeper`."""
    found: list[str] = []
    while len(found) < dice.between(1, most):
        made = phrase(dice, "other_titles" if dice.chance(0.15) else "titles").text
        made += f" {dice.between(1, 3)}" if made[-1] != ")" and " - " not in made and dice.chance(0.4) else ""
        if made not in found:
            found.append(made)
    return listed(dice, found, ("or",))


def article(word: str) -> str:
    """`a` or `an`, by the first letter."""
    return "an" if word[0] in "AEIOUaeiou" else "a"
