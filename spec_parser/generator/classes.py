"""Invented classes: one, the editions of one, the levels of a series."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from msgspec import structs

from spec_parser.generator import closing, opening
from spec_parser.generator.clause import cancellation
from spec_parser.generator.dice import Dice
from spec_parser.generator.duties import duties
from spec_parser.generator.knowledge import knowledge
from spec_parser.generator.page import Page
from spec_parser.generator.plan import Plan, first_plan, next_plan
from spec_parser.generator.qualifications import minimum_qualifications
from spec_parser.model import SCHEMA_VERSION, Content, MinimumQualifications

T = TypeVar("T")
_NO_QUALIFICATIONS = MinimumQualifications(None, None, (), (), ())


class Truth(NamedTuple):
    """An invented class specification.

    Attributes:
        content: what a perfect reader finds in its page.
        implied: codes of the findings of severity warning that such a reader makes all the same, sorted: for a
            header that nobody knows, a number whose word and numeral differ.
    """

    content: Content
    implied: tuple[str, ...]


def generate(seed: int) -> Truth:
    """The invented class specification of that seed (from 0)."""
    return write(first_plan(seed))


def revisions(seed: int, count: int) -> tuple[Truth, ...]:
    """Editions of one class, oldest first: dates ascend, and each clause names the edition before."""
    plans = [first_plan(seed)]
    while len(plans) < count:
        plans.append(next_plan(plans[-1]))
    return tuple(map(write, plans))


def series(seed: int, count: int) -> tuple[Truth, ...]:
    """The classes of one series, level 1 to `count` (at most 9); the guidelines of each name the one below."""
    plans: list[Plan] = []
    for level in range(1, count + 1):
        below = plans[-1].identity.title if plans else None
        drawn = first_plan(seed, level=level)
        plans.append(drawn._replace(seed=seed * 10 + level, below=below))
    return tuple(map(write, plans))


def write(plan: Plan) -> Truth:
    """Put the specification together, from top to bottom; any section but purpose and clause may be missing."""
    page = Page()
    section = _Sections(page, plan).maybe
    identity, pay = opening.masthead(page, plan)
    opening.purpose(page, plan.dice("purpose"))
    section("guidelines", 0.85, lambda page, dice: opening.guidelines(page, dice, plan))
    section("received", 0.95, lambda page, dice: opening.supervision(page, dice, "received"))
    section("exercised", 0.8, lambda page, dice: opening.supervision(page, dice, "exercised"))
    found_duties = section("duties", 0.95, duties)
    statements = section("knowledge", 0.95, knowledge)
    qualifications = section("qualifications", 0.97, minimum_qualifications)
    section("preferred", 0.05, closing.preferred)
    special = section("special", 0.6, closing.special_requirements)
    closing.plain_sections(page, plan)
    designation = section("designation", 0.95, closing.designation)
    group = section("group", 0.95, closing.occupational_group)
    unit = section("unit", 0.95, closing.bargaining_unit)
    eeo = section("eeo", 0.95, closing.eeo)
    salary = section("salary", 0.95, lambda page, dice: closing.salary(page, dice, plan))
    section("acknowledgement", 0.8, closing.acknowledgement)
    clause = cancellation(page, plan.dice("cancellation"), plan)
    effective = section("effective", 0.95, lambda page, dice: closing.effective_date(page, dice, plan))
    footer = section("footer", 0.95, lambda page, dice: closing.footer(page, dice, plan))
    if footer is not None:
        section("addendum", 0.03, closing.after_the_footer)
    elif identity.title is None:
        identity = structs.replace(identity, code=None)  # it stands nowhere
    content = Content(
        schema_version=SCHEMA_VERSION,
        jurisdiction="us-ct",
        job_class=identity,
        pay=pay,
        salary_group=salary,
        designation=designation,
        occupational_group=group,
        bargaining_unit=unit,
        eeo_category=eeo,
        duties=found_duties or (),
        knowledge_skill_ability=statements or (),
        minimum_qualifications=qualifications or _NO_QUALIFICATIONS,
        special_requirements=special or (),
        effective_date=effective,
        footer=footer,
        cancellation=clause,
        citations=tuple(page.citations),
        sections=page.sections,
    )
    return Truth(content, tuple(sorted(page.implied)))


class _Sections:
    """Writes sections of one plan on one page."""

    def __init__(self, page: Page, plan: Plan) -> None:
        self._page = page
        self._plan = plan

    def maybe(self, name: str, probability: float, write: Callable[[Page, Dice], T]) -> T | None:
        """Write a section as often as the probability says; all editions of a class have it, or none."""
        if not Dice(self._plan.seed, "has", name).chance(probability):
            return None
        return write(self._page, self._plan.dice(name))
