"""Requirements put together: all of them, or one of them."""

from collections.abc import Sequence
from typing import Literal

from spec_parser.generator.dice import Dice
from spec_parser.generator.sentences.experience import experience, part, part_of_preceding, service, service_part
from spec_parser.generator.sentences.learning import credential, degree, lettered_degree, paper, training
from spec_parser.generator.sentences.said import Said, capital, weave
from spec_parser.model.expression import AllOf, AnyOf

Kind = Literal["all_of", "any_of"]
_ONE_OF = "The General Experience is defined as one of the following:"


def requirement(dice: Dice) -> Said:
    """What is required, in one sentence without its stop."""
    return dice.pick((experience, experience, experience, service, degree, lettered_degree, credential, training))(dice)


def general(dice: Dice) -> Said:
    """A statement of general experience, without its last stop."""
    form = dice.between(1, 13)
    if form <= 5:
        return requirement(dice)
    if form <= 7:
        return together(dice)
    if form == 8:
        return combined("all_of", (capital(requirement(dice)), dice.pick((". ", ".\n")), capital(requirement(dice))))
    if form == 9:
        return _or(dice)
    if form == 13:
        return combined("all_of", (experience(dice), dice.pick((" ", ", ")), part_of_preceding(dice)))
    return _lettered(dice) if form == 10 else _one_of(dice)


def special(dice: Dice) -> Said:
    """A statement of special experience, without its last stop."""
    form = dice.between(1, 8)
    if form <= 4:
        return part(dice)
    if form == 5:
        return service_part(dice)
    if form == 6:
        return part(dice, "special_experience")
    kind: Kind = dice.pick(("any_of", "all_of"))
    joint = dice.pick((".\nOR\n", ".\nOR\n", ", OR\n") if kind == "any_of" else (". ", ".\n"))
    return combined(kind, (capital(part(dice)), joint, capital(part(dice))))


def together(dice: Dice) -> Said:
    """`a Bachelor's degree in hydrology and two (2) years of experience in water sampling`."""
    first = dice.pick((degree, paper, training))(dice)
    return combined("all_of", (first, dice.pick((" and ", " and ", " with ", " plus ")), experience(dice)))


def _or(dice: Dice) -> Said:
    """Two or three alternatives, on lines of their own with OR between them, or in one sentence."""
    if dice.chance(0.3):
        # In one sentence nothing says whether `and` or `OR` binds closer: each is one requirement, without a list.
        return combined("any_of", (capital(_simple(dice)), " OR ", _simple(dice)))
    parts: list[str | Said] = []
    for index in range(dice.between(2, 3)):
        one = together(dice) if dice.chance(0.4) else requirement(dice)
        parts += [".\nOR\n" if index else "", capital(one)]
    return combined("any_of", parts)


def _simple(dice: Dice) -> Said:
    """A requirement that joins nothing."""
    while True:
        said = requirement(dice)
        if not any(f" {word} " in said.text for word in ("or", "and", "and/or")):
            return said


def _lettered(dice: Dice) -> Said:
    """`Either: (a) this; or (b) that`, `Applicants must have: (1) this; and (2) that`."""
    either, letters = dice.chance(0.5), dice.chance(0.5)
    first, second = ("(a) ", "(b) ") if letters else ("(1) ", "(2) ")
    opening, joint = ("Either: ", "; or ") if either else ("Applicants must have: ", "; and ")
    parts = (opening, first, requirement(dice), joint, second, requirement(dice))
    return combined("any_of" if either else "all_of", parts)


def _one_of(dice: Dice) -> Said:
    """A one-of list with its items."""
    end = dice.pick((".", ";", ""))
    parts: list[str | Said] = [_ONE_OF]
    for index in range(dice.between(2, 4)):
        one = together(dice) if dice.chance(0.4) else requirement(dice)
        parts += [f"{end}\n" if index else "\n", capital(one)]
    return combined("any_of", parts)


def combined(kind: Kind, parts: Sequence[str | Said]) -> Said:
    """A node over the requirements among the parts, and the words between them."""
    text, items = weave(*parts)
    return Said(text, (AllOf if kind == "all_of" else AnyOf)(0, len(text), items))
