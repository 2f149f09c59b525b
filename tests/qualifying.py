"""A reference evaluator: does an applicant meet what the minimum qualifications ask for?

It shows that expressions say enough for a program to decide, and how they are meant; it knows nothing of texts. The
answer is one of three: met, not met, or that it depends on what somebody must attest. So amounts are told twice, as
what is sure and as what is possible: met is what is sure to be enough, not met what cannot be.

How a substitution is counted: of those that are not `additional` the one that gives most counts, additional ones are
added to it. A degree that a cap asks for is worth the whole cap; a cap is never exceeded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction

from spec_parser.model.expression import (
    AllOf,
    AnyOf,
    Attestation,
    Credential,
    Degree,
    Elsewhere,
    Experience,
    Expression,
    Service,
    Substitution,
    Training,
    Unread,
)
from spec_parser.model.expression_parts import ExperienceKind, Phrases

Years = Fraction
NONE = Years(0)
# More than anybody lives: what stands in for all of an experience.
ENOUGH = Years(1000)
_PER_YEAR = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": 1820}
_DEGREES = ("associate", "bachelor", "master", "doctorate")


class Answer(IntEnum):
    """What is told of a requirement; the larger, the better for the applicant."""

    NOT_MET = 0
    DEPENDS = 1
    MET = 2


@dataclass(frozen=True)
class Applicant:
    """What an applicant brings; phrases are those of the requirements."""

    years: Mapping[str, Years] = field(default_factory=dict)  # of experience, by area
    manner: Mapping[str, Years] = field(default_factory=dict)  # of these, by condition; others are not known
    services: Mapping[str, Years] = field(default_factory=dict)  # by title of a class
    degrees: frozenset[tuple[str, str]] = frozenset()  # level and field of each
    credentials: frozenset[str] = frozenset()  # names of licences, certificates and designations
    trainings: frozenset[str] = frozenset()  # names of courses, programmes and schools completed
    hours: Mapping[str, Years] = field(default_factory=dict)  # semester hours by subject
    attested: frozenset[str] = frozenset()  # what was attested
    denied: frozenset[str] = frozenset()  # what was found not to be so
    state_employee: bool = False  # whether the applicant works for the state


Range = tuple[Years, Years]  # what is sure, and what is possible


def evaluate(
    requirement: Expression,
    applicant: Applicant,
    substitutions: Sequence[Substitution] = (),
    section: ExperienceKind = "general_experience",
) -> Answer:
    """Whether an applicant meets a requirement of a section, with the substitutions that are allowed."""
    return _answer(requirement, applicant, credits_for(section, substitutions, applicant))


def credits_for(section: ExperienceKind, substitutions: Iterable[Substitution], applicant: Applicant) -> Range:
    """The years that substitutions give for a section."""
    allowed = [one for one in substitutions if section in one.instead_of]
    given = [(one, credit(one, applicant)) for one in allowed]
    sums = []
    for which in (0, 1):
        most = max((amounts[which] for one, amounts in given if not one.additional), default=NONE)
        sums.append(most + sum(amounts[which] for one, amounts in given if one.additional))
    totals = [_years(cap.amount, cap.unit) for one in allowed for cap in one.caps if cap.total]
    limit = min([total for total in totals if total is not None], default=ENOUGH)
    return min(sums[0], limit), min(sums[1], limit)


def credit(one: Substitution, applicant: Applicant) -> Range:
    """The years that one substitution gives by itself."""
    if one.state_employees and not applicant.state_employee:
        return NONE, NONE
    caps = [(_years(cap.amount, cap.unit) or NONE, cap) for cap in one.caps]
    limit = max((most for most, _ in caps), default=ENOUGH)
    worth = (_years(one.grants.amount, one.grants.unit) or NONE) if one.grants else limit
    amounts = []
    for least in (Answer.MET, Answer.DEPENDS):
        earned = [most for most, cap in caps if cap.requires and _answer(cap.requires, applicant) >= least]
        if one.rate is not None:
            earned.append(_at_rate(one, applicant))
        elif _answer(one.offer, applicant) >= least:
            earned.append(worth)
        amounts.append(min(max(earned, default=NONE), limit))
    return amounts[0], amounts[1]


def _at_rate(one: Substitution, applicant: Applicant) -> Years:
    had = NONE
    match one.offer:
        case Training(areas=areas):
            had = _sum(applicant.hours, areas)
        case Service(titles=titles):
            had = _sum(applicant.services, titles)
        case Experience(areas=areas):
            had = _sum(applicant.years, areas)
    if one.rate is None or not Years(one.rate.per.amount):
        return NONE
    return had / Years(one.rate.per.amount) * (_years(one.rate.grants.amount, one.rate.grants.unit) or NONE)


def _years(amount: str | None, unit: str | None) -> Years | None:
    """An amount in years; None for a unit that is no time."""
    return Years(amount) / _PER_YEAR[unit] if amount is not None and unit in _PER_YEAR else None


def _sum(told: Mapping[str, Years], phrases: Phrases | None) -> Years:
    if phrases is None:
        return sum(told.values(), NONE)
    return sum((told.get(item, NONE) for item in dict.fromkeys(phrases.items)), NONE)


def _enough(node: Experience | Service, applicant: Applicant, credited: Range) -> Answer:
    """Whether the years of experience, or under a title, are enough; without an amount any time at all is."""
    told, asked = (applicant.services, node.titles) if isinstance(node, Service) else (applicant.years, node.areas)
    sure = possible = _sum(told, asked)
    if isinstance(node, Service) and node.state_employees and not applicant.state_employee:
        sure = possible = NONE
    if isinstance(node, Service) and node.or_above:
        possible = _sum(told, None)  # which titles stand above, another text says
    if node.conditions is not None:
        fewest = max if node.conditions.joined in ("or", "and/or") else min
        sure = min(sure, fewest(applicant.manner.get(item, NONE) for item in node.conditions.items))
        possible = min(possible, fewest(applicant.manner.get(item, possible) for item in node.conditions.items))
    if isinstance(node, Experience) and node.kind is not None:
        sure = sure if node.kind in applicant.attested else NONE
        possible = NONE if node.kind in applicant.denied else possible
    if node.within is not None:
        sure = NONE  # nobody was asked how long ago it was
    needed = Years(1, 1820) if node.amount is None else _years(node.amount, node.unit) or ENOUGH
    is_sure, is_possible = sure + credited[0] >= needed, possible + credited[1] >= needed
    return Answer.MET if is_sure else Answer.DEPENDS if is_possible else Answer.NOT_MET


def _answer(node: Expression, applicant: Applicant, credited: Range = (NONE, NONE)) -> Answer:
    """The answer to one node. Substitutions and notes ask for nothing."""
    answer = Answer.MET
    match node:
        case AllOf():
            answer = min(_answer(item, applicant, credited) for item in node.items)
        case AnyOf():
            answer = max(_answer(item, applicant, credited) for item in node.items)
        case Experience() | Service():
            answer = _enough(node, applicant, (NONE, NONE) if node.of else credited)
        case Degree():
            answer = _degree(node, applicant)
        case Credential():
            answer = _yes(_holds(node.names, applicant.credentials))
        case Training() if node.amount is not None and node.unit not in _PER_YEAR:
            answer = _yes(_sum(applicant.hours, node.areas) >= Years(node.amount))
        case Training():
            answer = _yes(node.name in applicant.trainings)
        case Attestation() | Unread() | Elsewhere():
            attested = node.text in applicant.attested
            answer = _yes(attested) if attested or node.text in applicant.denied else Answer.DEPENDS
    if isinstance(node, Training) and node.within is not None:
        answer = min(answer, Answer.DEPENDS)
    return max(answer, Answer.DEPENDS) if getattr(node, "equivalent", None) else answer


def _yes(is_so: bool) -> Answer:
    return Answer.MET if is_so else Answer.NOT_MET


def _degree(node: Degree, applicant: Applicant) -> Answer:
    """A higher degree is one of the lower levels too; whether a field is related, somebody must attest."""
    asked = _DEGREES[_DEGREES.index(node.level) :] if node.level in _DEGREES else (node.level,)
    fields = {name for level, name in applicant.degrees if node.level is None or level in asked}
    if not fields:
        return Answer.NOT_MET
    if node.fields is None or _holds(node.fields, frozenset(fields)):
        return Answer.MET
    return Answer.DEPENDS if node.related else Answer.NOT_MET


def _holds(names: Phrases | None, held: frozenset[str]) -> bool:
    wanted = [item in held for item in names.items] if names else [bool(held)]
    return all(wanted) if names and names.joined == "and" else any(wanted)
