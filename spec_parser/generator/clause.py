"""CANCELLATION CLAUSE: which specification this one replaces, why, and by which decision."""

from spec_parser.generator.closing import table
from spec_parser.generator.dice import Dice
from spec_parser.generator.numbers import long_date
from spec_parser.generator.page import Page
from spec_parser.generator.plan import Plan, first_plan
from spec_parser.generator.prose import Prose, phrase, say
from spec_parser.generator.vocabulary import vocabulary
from spec_parser.model import Cancellation, Reference


def cancellation(page: Page, dice: Dice, plan: Plan) -> Cancellation:
    """The section, and the clause in it; seldom an addendum or a table below."""
    page.open("cancellation", "CANCELLATION CLAUSE")
    clause, prose = _replacing(dice, plan) if plan.former is not None or dice.chance(0.85) else _new(dice, plan)
    page.paragraph(prose)
    if dice.chance(0.04):
        page.paragraph(phrase(dice, "addenda"))
    if dice.chance(0.03):
        table(page, dice)
    return clause


def _new(dice: Dice, plan: Plan) -> tuple[Cancellation, Prose]:
    reference = _reference(dice, plan)
    text = f"New job code. {_printed(reference)}"
    return Cancellation(text, "new", None, None, None, None, (), reference), Prose(text)


def _replacing(dice: Dice, plan: Plan) -> tuple[Cancellation, Prose]:
    """The former edition is the plan's, or one of an invented class or of this one under another title."""
    former = plan.former
    if former is None:
        former = first_plan(plan.seed + 1_000_003)
        if dice.chance(0.6):
            former = former._replace(identity=plan.identity)
        former = former._replace(effective=plan.effective.replace(year=plan.effective.year - 3, day=1))
    retitled = former.identity.title != plan.identity.title
    title = former.identity.title or ""
    text = f"This replaces the existing {'title and ' if retitled else ''}specification for the class"
    text += f"{'' if dice.chance(0.1) else ' of'} {title} in Salary Group {former.salary_group.text}"
    text += f" approved effective {long_date(former.effective, dice.pick((0, 0, 0, 1, 2)))}"
    reasons = _reasons(dice) if dice.chance(0.85) else ()
    reference = _reference(dice, plan) if dice.chance(0.95) else None
    text += "." if dice.chance(0.6) or not reasons else ""
    if reasons:
        text += f" ({' '.join(reason.text for reason in reasons)})" + ("." if dice.chance(0.3) else "")
    text += f" {_printed(reference)}" if reference is not None else ""
    clause = Cancellation(
        text=text,
        kind="replaces",
        title=title,
        retitled=retitled,
        salary_group=former.salary_group,
        approved_effective=former.effective.isoformat(),
        reasons=tuple(reason.text for reason in reasons),
        reference=reference,
    )
    return clause, Prose(text, (), tuple(one for reason in reasons for one in reason.citations))


def _reasons(dice: Dice) -> tuple[Prose, ...]:
    """Sentences; the last one may have no stop."""
    forms = dice.sample(vocabulary().phrases["reasons"], dice.pick((1, 1, 2, 3)))
    proses = [say(dice, form) for form in forms]
    last = proses.pop()
    ended = [prose._replace(text=f"{prose.text}.") for prose in proses]
    return (*ended, last._replace(text=f"{last.text}.") if dice.chance(0.4) else last)


def _reference(dice: Dice, plan: Plan) -> Reference:
    return Reference(phrase(dice, "references").text, f"{plan.effective.year % 100:02d}-{dice.between(1, 299):03d}")


def _printed(reference: Reference) -> str:
    return f"{reference.kind} No. {reference.number}"
