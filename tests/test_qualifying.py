"""The reference evaluator on requirements that were read from sentences: examples, and what holds of all of them."""

from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct, structs

from spec_parser.generator.sentences import sentence
from spec_parser.model.expression import AllOf, AnyOf, Experience, Expression, Service, Substitution
from spec_parser.model.expression_parts import Phrases
from tests.fields.qualifications.harness import READ, cases, read, statement
from tests.qualifying import Answer, Applicant, credit, evaluate

GENERAL = "Nine (9) years of experience in pilotage, harbor administration or surveying."
SPECIAL = "At least two (2) years of the General Experience must have been in a lead capacity over professional staff."
COLLEGE = (
    "College training may be substituted for the General Experience on the basis of fifteen (15) semester hours"
    " equalling one-half (1/2) year of experience to a maximum of four (4) years for a Bachelor's degree."
)
MASTER = "A Master's degree in geology may be substituted for one (1) additional year of the General Experience."
EITHER = "Any experience and training which provide the abilities listed above."


def _says(text: str) -> Expression:
    expression = read(text).expression
    assert expression is not None
    return expression


def _substitutions(*sentences: str) -> list[Substitution]:
    return [one for one in map(_says, sentences) if isinstance(one, Substitution)]


def _range(years: int) -> tuple[Fraction, Fraction]:
    return Fraction(years), Fraction(years)


def _years(**told: int) -> dict[str, Fraction]:
    return {name.replace("_", " "): Fraction(years) for name, years in told.items()}


def test_years_in_the_areas_are_added_and_others_are_not() -> None:
    requirement = _says(GENERAL)
    assert evaluate(requirement, Applicant(_years(pilotage=5, surveying=4))) is Answer.MET
    assert evaluate(requirement, Applicant(_years(pilotage=5, surveying=3))) is Answer.NOT_MET
    assert evaluate(requirement, Applicant(_years(pilotage=5, baking=9))) is Answer.NOT_MET


def test_of_a_range_the_lower_end_is_enough() -> None:
    requirement = _says("Two (2) to four (4) years of experience in pilotage.")
    assert evaluate(requirement, Applicant(_years(pilotage=2))) is Answer.MET
    assert evaluate(requirement, Applicant(_years(pilotage=1))) is Answer.NOT_MET


def test_how_long_ago_it_was_somebody_must_say() -> None:
    requirement = _says("Two (2) years of experience in pilotage within the last five (5) years.")
    assert evaluate(requirement, Applicant(_years(pilotage=9))) is Answer.DEPENDS
    assert evaluate(requirement, Applicant(_years(pilotage=1))) is Answer.NOT_MET


def test_whether_something_is_equivalent_somebody_must_say() -> None:
    requirement = _says("Two (2) years of experience as a Lantern Keeper 1 or its equivalent.")
    assert evaluate(requirement, Applicant(services={"Lantern Keeper 1": Fraction(2)})) is Answer.MET
    assert evaluate(requirement, Applicant()) is Answer.DEPENDS


def test_what_a_condition_asks_for_depends_until_somebody_says_so() -> None:
    requirement = _says(SPECIAL)
    condition = "in a lead capacity over professional staff"
    assert evaluate(requirement, Applicant(_years(pilotage=9))) is Answer.DEPENDS
    assert evaluate(requirement, Applicant(_years(pilotage=1))) is Answer.NOT_MET
    assert evaluate(requirement, Applicant(_years(pilotage=9), manner={condition: Fraction(2)})) is Answer.MET
    assert evaluate(requirement, Applicant(_years(pilotage=9), manner={condition: Fraction(1)})) is Answer.NOT_MET


def test_hours_count_at_their_rate_and_a_degree_for_the_whole_cap() -> None:
    (college,) = _substitutions(COLLEGE)
    assert credit(college, Applicant(hours=_years(geology=30))) == _range(1)
    assert credit(college, Applicant(hours=_years(geology=300))) == _range(4)
    assert credit(college, Applicant(degrees=frozenset({("bachelor", "music")}))) == _range(4)
    assert credit(college, Applicant()) == _range(0)


def test_an_additional_year_is_added_and_another_is_not() -> None:
    requirement = _says(GENERAL)
    both = _substitutions(COLLEGE, MASTER)
    master = Applicant(_years(pilotage=4), degrees=frozenset({("master", "geology")}))
    assert evaluate(requirement, master, both) is Answer.MET
    assert evaluate(requirement, _with_years(master, 3), both) is Answer.NOT_MET
    assert evaluate(requirement, master, [structs.replace(one, additional=False) for one in both]) is Answer.NOT_MET


def _with_years(applicant: Applicant, years: int) -> Applicant:
    """The same applicant with other years of pilotage."""
    return Applicant(_years(pilotage=years), degrees=applicant.degrees)


def test_an_attestation_is_met_by_nothing_else() -> None:
    requirement = _says(EITHER)
    text = EITHER.rstrip(".")
    assert evaluate(requirement, Applicant()) is Answer.DEPENDS
    assert evaluate(requirement, Applicant(attested=frozenset({text}))) is Answer.MET
    assert evaluate(requirement, Applicant(denied=frozenset({text}))) is Answer.NOT_MET


# ---- What holds of every requirement that the case files and the generator have

_READ = [tree for kind in READ for case in cases(kind) if (tree := read(*statement(case)).expression) is not None]
_READ += [made for seed in range(150) if (made := sentence(seed).expression) is not None]
_REQUIREMENTS = [one for one in _READ if not isinstance(one, Substitution)]
_SUBSTITUTIONS = [one for one in _READ if isinstance(one, Substitution)]


def _phrases(value: Any, name: str) -> set[str]:
    """The words that a tree has at properties of this name."""
    if isinstance(value, list | tuple):
        return {word for one in value for word in _phrases(one, name)}
    if not isinstance(value, Struct):
        return set()
    own = getattr(value, name, None)
    found = set(own.items) if isinstance(own, Phrases) else {own} if isinstance(own, str) else set()
    return found.union(*(_phrases(getattr(value, field), name) for field in value.__struct_fields__))


class _Situation(NamedTuple):
    """A requirement, substitutions, an applicant who knows their words, and one who has more."""

    requirement: Expression
    allowed: list[Substitution]
    applicant: Applicant
    more: Applicant


def _situation(seed: int) -> _Situation:
    dice = Random(seed)
    requirement = dice.choice(_REQUIREMENTS)
    allowed = dice.sample(_SUBSTITUTIONS, dice.randrange(4))
    applicant, other = (_applicant(dice, [requirement, *allowed]) for _ in range(2))
    more = Applicant(
        years=_added(applicant.years, other.years),
        manner={word: years + dice.randrange(5) for word, years in applicant.manner.items()},
        services=_added(applicant.services, other.services),
        degrees=applicant.degrees | other.degrees,
        credentials=applicant.credentials | other.credentials,
        trainings=applicant.trainings | other.trainings,
        hours=_added(applicant.hours, other.hours),
        attested=applicant.attested | other.attested,
        state_employee=applicant.state_employee or other.state_employee,
    )
    return _Situation(requirement, allowed, applicant, more)


def _applicant(dice: Random, trees: list[Expression]) -> Applicant:
    def some(name: str, most: int) -> list[str]:
        known = sorted({*_phrases(trees, name), "another"})
        return dice.sample(known, min(dice.randrange(most + 1), len(known)))

    def amounts(name: str, scale: int = 1) -> dict[str, Fraction]:
        return {word: scale * Fraction(dice.randrange(60), 4) for word in some(name, 3)}

    levels = ["associate", "bachelor", "master", "doctorate", "law", "graduate"]
    return Applicant(
        years=amounts("areas"),
        manner=amounts("conditions"),
        services=amounts("titles"),
        degrees=frozenset((dice.choice(levels), name) for name in some("fields", 2)),
        credentials=frozenset(some("names", 2)),
        trainings=frozenset(some("name", 2)),
        hours=amounts("areas", 20),
        attested=frozenset([*some("text", 2), *some("kind", 1)]),
        state_employee=dice.random() < 0.5,
    )


def _added(one: Mapping[str, Fraction], other: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {word: one.get(word, Fraction(0)) + other.get(word, Fraction(0)) for word in {**one, **other}}


_situations = st.integers(0, 2**32).map(_situation)


@given(_situations)
def test_more_never_turns_met_into_not_met(found: _Situation) -> None:
    answers = [evaluate(found.requirement, one, found.allowed) for one in (found.applicant, found.more)]
    assert answers[0] <= answers[1]


@given(_situations)
def test_a_cap_is_never_exceeded(found: _Situation) -> None:
    per_year = {"year": 1, "month": 12}
    for one in found.allowed:
        sure, possible = credit(one, found.more)
        assert 0 <= sure <= possible
        assert not one.caps or possible <= max(Fraction(cap.amount) / per_year[cap.unit] for cap in one.caps)


def _turned(node: Expression) -> Expression:
    if isinstance(node, AllOf | AnyOf):
        return structs.replace(node, items=tuple(_turned(item) for item in reversed(node.items)))
    if isinstance(node, Experience) and node.areas is not None:
        return structs.replace(node, areas=structs.replace(node.areas, items=node.areas.items[::-1]))
    if isinstance(node, Service):
        return structs.replace(node, titles=structs.replace(node.titles, items=node.titles.items[::-1]))
    return node


@given(_situations)
def test_order_does_not_matter(found: _Situation) -> None:
    """Nothing in the tree says that something comes first; what is on top of something says `additional`."""
    turned = evaluate(_turned(found.requirement), found.applicant, found.allowed[::-1])
    assert turned == evaluate(found.requirement, found.applicant, found.allowed)


def test_the_situations_have_every_answer() -> None:
    found = [_situation(seed) for seed in range(300)]
    assert {evaluate(one.requirement, one.applicant, one.allowed) for one in found} == set(Answer)
    assert any(credit(one, situation.more)[0] for situation in found for one in situation.allowed)
