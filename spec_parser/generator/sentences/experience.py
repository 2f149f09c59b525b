"""Sentences that ask for an amount of experience, or of time in a job."""

from typing import Literal

from spec_parser.generator.dice import Dice
from spec_parser.generator.prose import phrase
from spec_parser.generator.sentences.said import Said
from spec_parser.generator.sentences.words import Amount, article, listed, some, time, titles
from spec_parser.model.expression import Experience, Service
from spec_parser.model.expression_parts import ExperienceKind, Phrases

_LEAST = ("at least ", "a minimum of ", "not less than ")


def experience(dice: Dice) -> Said:
    """`nine (9) years of professional experience in map conservation or seed testing`."""
    amount, least = time(dice), dice.pick(_LEAST) if dice.chance(0.2) else ""
    kind = phrase(dice, "experience_kinds").text if dice.chance(0.3) else None
    one_piece = dice.chance(0.2)
    areas = listed(dice, [phrase(dice, "whole_areas").text] if one_piece else some(dice, "areas", 4))
    text = f"{least}{_of(dice, amount)} {kind + ' ' if kind else ''}experience in {areas.text}"
    return Said(text, _experience(text, amount, least=bool(least), kind=kind, areas=areas.phrases))


def part(dice: Dice, of: ExperienceKind = "general_experience") -> Said:
    """`two (2) years of the General Experience must have been in a lead capacity`."""
    amount, least = time(dice, 4), dice.pick(_LEAST) if dice.chance(0.3) else ""
    been = dice.chance(0.6)
    condition = phrase(dice, "capacities" if been else "involvements").text
    verb = "been" if been else dice.pick(("involved", "included"))
    text = f"{least}{amount.text} of the {_name(of)} must have {verb} {condition}"
    return Said(text, _experience(text, amount, least=bool(least), of=of, conditions=Phrases(None, (condition,))))


def part_of_preceding(dice: Dice) -> Said:
    """`of which two (2) years must have been in a lead capacity`, behind the experience that it is a part of."""
    amount, least = time(dice, 4), dice.pick(_LEAST) if dice.chance(0.2) else ""
    condition = phrase(dice, "capacities").text
    text = f"of which {least}{amount.text} must have been {condition}"
    conditions = Phrases(None, (condition,))
    return Said(text, _experience(text, amount, least=bool(least), of="preceding", conditions=conditions))


def service(dice: Dice) -> Said:
    """`two (2) years of experience as a Pier Warden 2`, or at the level of one."""
    amount, found, level = time(dice, 6), titles(dice), dice.chance(0.3)
    joint = "at the level of" if level else "as"
    text = f"{_of(dice, amount)} experience {joint} {article(found.text)} {found.text}"
    return Said(text, in_service(text, amount, found.phrases))


def service_part(dice: Dice) -> Said:
    """`one (1) year of the General Experience must have been at the level of a Pier Warden 2`."""
    amount, found = time(dice, 4), titles(dice)
    joint = dice.pick(("as", "at the level of", "at or above the level of"))
    text = f"{amount.text} of the General Experience must have been {joint} {article(found.text)} {found.text}"
    return Said(text, in_service(text, amount, found.phrases, of="general_experience", above="above" in joint))


def in_service(
    text: str, amount: Amount, found: Phrases, *, of: ExperienceKind | None = None, above: bool = False
) -> Service:
    """The node of words that ask for time in a job."""
    number, unit = amount.measure.amount, amount.measure.unit
    return Service(
        0,
        len(text),
        number,
        None,
        unit,
        at_least=False,
        of=of,
        titles=found,
        or_above=above,
        conditions=None,
        within=None,
        equivalent=None,
        state_employees=False,
    )


def _experience(
    text: str,
    amount: Amount,
    *,
    least: bool,
    of: ExperienceKind | Literal["preceding"] | None = None,
    kind: str | None = None,
    areas: Phrases | None = None,
    conditions: Phrases | None = None,
) -> Experience:
    number, unit = amount.measure.amount, amount.measure.unit
    return Experience(0, len(text), number, None, unit, least, of, kind, areas, conditions, None, None)


def _of(dice: Dice, amount: Amount) -> str:
    """`nine (9) years of`, or `nine (9) years'`."""
    return f"{amount.text}'" if amount.text.endswith("s") and dice.chance(0.1) else f"{amount.text} of"


def _name(of: ExperienceKind) -> str:
    return "General Experience" if of == "general_experience" else "Special Experience"
