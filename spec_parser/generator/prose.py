"""Sentences that know what stands in them: quantities, citations, clauses."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.generator.dice import Dice
from spec_parser.generator.numbers import quantity
from spec_parser.generator.vocabulary import vocabulary
from spec_parser.model import Citation, Clause, Quantity

_NAME = re.compile(r"\{([a-z_]+)\}")
_SUBSECTION = re.compile(r"\(([0-9A-Za-z]+)\)")
_JOINTS = (("; or", True), (", or", True), (" OR", True), ("; and", False), (",", False), (";", False))


class Prose(NamedTuple):
    """A text and what stands in it.

    Attributes:
        text: as it will be printed.
        quantities: numbers written as word and numeral, in order.
        citations: statutes and acts, in order.
        clauses: lettered or numbered clauses.
        either: whether one of the clauses is enough.
    """

    text: str
    quantities: tuple[Quantity, ...] = ()
    citations: tuple[Citation, ...] = ()
    clauses: tuple[Clause, ...] = ()
    either: bool = False

    def __str__(self) -> str:
        return self.text

    def ending(self, end: str) -> "Prose":
        """The same with another stop at its end."""
        return self._replace(text=self.text.rstrip(".;") + end)


def say(dice: Dice, template: str, **given: "Prose | str") -> Prose:
    """Fill the names in braces of a template.

    Args:
        dice: draws what is not given.
        template: such as `"{count} years of experience in {fields}."`; `{count}` becomes a quantity, `{cite}` a
            citation, any other name a phrase of its list.
        given: what stands for a name instead.
    """
    pieces = _NAME.split(template)
    text = pieces[0]
    quantities: tuple[Quantity, ...] = ()
    citations: tuple[Citation, ...] = ()
    for name, after in zip(pieces[1::2], pieces[2::2], strict=True):
        part = _part(dice, name, given)
        text += part.text + after
        quantities += part.quantities
        citations += part.citations
    return Prose(text, quantities, citations)


def phrase(dice: Dice, name: str) -> Prose:
    """A phrase of the list of that name, filled."""
    return say(dice, dice.pick(vocabulary().phrases[name]))


def _part(dice: Dice, name: str, given: "dict[str, Prose | str]") -> Prose:
    if name in given:
        known = given[name]
        return known if isinstance(known, Prose) else Prose(known)
    if name == "count":
        return counted(dice.between(2, 10))
    if name == "cite":
        return citation(dice)
    return phrase(dice, name)


def counted(number: int | str, *, capital: bool = False) -> Prose:
    """A number in words with its numeral: `nine (9)`, or `one-half (1/2)`."""
    made = quantity(number, capital=capital)
    return Prose(made.text, (made,))


def citation(dice: Dice) -> Prose:
    """A statute or an act as people cite it."""
    phrases = vocabulary().phrases
    if dice.chance(0.2):
        text = dice.pick(phrases["acts"])
        return Prose(text, (), (Citation(text, "act", text.rpartition(" ")[2], ()),))
    number, subsections = dice.pick(phrases["statute_numbers"]), dice.pick(phrases["subsections"])
    text = dice.pick(phrases["citation_forms"]).replace("{number}", number + subsections)
    return Prose(text, (), (Citation(text, "statute", number, tuple(_SUBSECTION.findall(subsections))),))


def clauses(dice: Dice, opening: str, parts: Sequence[Prose]) -> Prose:
    """A sentence of lettered or numbered clauses, such as `Either: (a) this; or (b) that`, in one style."""
    letters = dice.chance(0.5)
    joint, either = dice.pick(_JOINTS)
    text, found = opening, []
    quantities: tuple[Quantity, ...] = ()
    for index, part in enumerate(parts):
        marker = f"({chr(ord('a') + index) if letters else index + 1})"
        last = index == len(parts) - 1
        body = part.text.rstrip(".") + ("." if last else "")
        found.append(Clause(marker, body))
        text += f" {marker} {body}{'' if last else joint}"
        quantities += part.quantities
    return Prose(text, quantities, (), tuple(found), either)
