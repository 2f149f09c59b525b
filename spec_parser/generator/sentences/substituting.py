"""Sentences that say what may stand in for experience."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from spec_parser.generator.dice import Dice
from spec_parser.generator.sentences.experience import in_service
from spec_parser.generator.sentences.learning import college, credential, degree, training
from spec_parser.generator.sentences.said import Said, capital, moved_cap, weave
from spec_parser.generator.sentences.words import article, measured, time, titles
from spec_parser.model.expression import Cap, Degree, Expression, Substitution
from spec_parser.model.expression_parts import ExperienceKind, Measure, Rate

_BOTH: tuple[ExperienceKind, ...] = ("general_experience", "special_experience")
_GENERAL: tuple[ExperienceKind, ...] = ("general_experience",)
_CAPPED: tuple[tuple[str, Literal["associate", "bachelor"]], ...] = (
    ("a Bachelor's degree", "bachelor"),
    ("a Bachelor's degree", "bachelor"),
    ("an Associate's degree", "associate"),
)


class _Terms(NamedTuple):
    """How much a substitution grants. `requires` stands at the end of the text."""

    text: str
    instead_of: tuple[ExperienceKind, ...] = _GENERAL
    whole: bool = False
    grants: Measure | None = None
    additional: bool = False
    rate: Rate | None = None
    caps: tuple[Cap, ...] = ()


def substitution(dice: Dice) -> Said:
    """A sentence of the substitutions, without its stop."""
    form = dice.between(1, 5)
    if form <= 2:
        return _substituted(college(dice), dice.pick((_by_hours, _by_hours, _year_for_year, _up_to))(dice))
    if form == 3:
        return _served(dice)
    offers: tuple[Callable[[Dice], Said], ...] = (lambda dice: degree(dice, held=False), degree, credential, training)
    return _substituted(capital(dice.pick(offers)(dice)), dice.pick((_fixed, _fixed, _all))(dice))


def _substituted(offered: Said, terms: _Terms, before: str = "") -> Said:
    text, (offer,) = weave(before, offered, " may be substituted for ")
    caps = tuple(moved_cap(cap, len(text)) for cap in terms.caps)
    text += terms.text
    node = Substitution(
        0,
        len(text),
        offer,
        terms.instead_of,
        terms.whole,
        terms.grants,
        terms.additional,
        terms.rate,
        caps,
        state_employees=bool(before),
    )
    return Said(text, node)


def _served(dice: Dice) -> Said:
    """`For state employees two (2) years as a Pier Warden 1 may be substituted for the General Experience`."""
    amount, found = time(dice, 4), titles(dice, 2)
    text = f"{amount.text} as {article(found.text)} {found.text}"
    offer = Said(text, in_service(text, amount, found.phrases))
    state = dice.chance(0.7)
    before = dice.pick(("For state employees ", "For state employees, ")) if state else ""
    return _substituted(offer if state else capital(offer), dice.pick((_all, _all, _fixed))(dice), before)


def _all(dice: Dice) -> _Terms:
    """Stands in for all of the experience."""
    both = dice.chance(0.4)
    text = "the General and Special Experience" if both else "the General Experience"
    return _Terms(text, _BOTH if both else _GENERAL, whole=True)


def _fixed(dice: Dice) -> _Terms:
    """Stands in for an amount of it."""
    additional = dice.chance(0.5)
    amount = measured(dice.between(1, 4), "year")
    words = amount.text.replace(") ", ") additional ") if additional else amount.text
    return _Terms(f"{words} of the General Experience", grants=amount.measure, additional=additional)


def _up_to(dice: Dice) -> _Terms:
    """Stands in for no more than an amount of it."""
    amount = measured(dice.between(1, 4), "year")
    return _Terms(f"up to {amount.text} of the General Experience", caps=(_cap(amount.measure),))


def _year_for_year(dice: Dice) -> _Terms:
    """Counts year for year, sometimes to a maximum."""
    one = Measure("1", "year")
    text = "the General Experience on a year for year basis"
    if dice.chance(0.5):
        return _Terms(text, rate=Rate(one, one))
    most = measured(dice.between(1, 4), "year")
    return _Terms(f"{text} to a maximum of {most.text}", rate=Rate(one, one), caps=(_cap(most.measure),))


def _by_hours(dice: Dice) -> _Terms:
    """So many semester hours equal so much experience, mostly to a maximum for a degree."""
    hours = measured(dice.pick((12, 15, 15, 30)), "semester_hour")
    grants = dice.pick((measured("1/2", "year"), measured("1/2", "year"), measured(1, "year"), measured(6, "month")))
    equal = dice.pick(("equalling", "equalling", "equaling"))
    text = f"the General Experience on the basis of {hours.text} {equal} {grants.text} of experience"
    rate = Rate(hours.measure, grants.measure)
    if dice.chance(0.15):
        return _Terms(text, rate=rate)
    most = measured(dice.between(1, 5), "year")
    text += f" to a maximum of {most.text}"
    if dice.chance(0.2):
        return _Terms(text, rate=rate, caps=(_cap(most.measure),))
    name, level = dice.pick(_CAPPED)
    held = Said(name, Degree(0, len(name), level, None, related=False, equivalent=None, institution=None))
    text, (requires,) = weave(f"{text} for ", held)
    return _Terms(text, rate=rate, caps=(_cap(most.measure, requires),))


def _cap(most: Measure, requires: Expression | None = None) -> Cap:
    return Cap(most.amount, most.unit, requires, total=False)
