"""How a specification ends: the sections of plain text, the coded fields, clause, date, footer, and what follows."""

from datetime import timedelta

from spec_parser.generator.dice import Dice
from spec_parser.generator.numbers import short_date
from spec_parser.generator.page import Line, Page
from spec_parser.generator.plan import Plan
from spec_parser.generator.prose import Prose, phrase, say
from spec_parser.generator.vocabulary import vocabulary
from spec_parser.model import BargainingUnit, CodedField, Designation, Footer, SalaryGroup


def preferred(page: Page, dice: Dice) -> None:
    """PREFERRED QUALIFICATIONS."""
    page.open("preferred_qualifications", "PREFERRED QUALIFICATIONS")
    page.items([Line(phrase(dice, "preferred")) for _ in range(dice.between(1, 3))])


def special_requirements(page: Page, dice: Dice) -> tuple[str, ...]:
    """SPECIAL REQUIREMENTS: bullets or paragraphs, sometimes under a label."""
    page.open("special_requirements", "SPECIAL REQUIREMENTS")
    if dice.chance(0.03):
        return ()
    proses = [say(dice, form) for form in dice.sample(vocabulary().phrases["special"], dice.between(1, 4))]
    if dice.chance(0.15):
        page.label(phrase(dice, "colon_labels").text)
    if dice.chance(0.7):
        page.items([Line(prose) for prose in proses])
    else:
        for prose in proses:
            page.paragraph(prose)
    return tuple(prose.text for prose in proses)


_PLAIN = {
    "character_requirements": ("CHARACTER REQUIREMENTS", "character", 0.1),
    "physical_requirements": ("PHYSICAL REQUIREMENTS", "physical", 0.3),
    "working_conditions": ("WORKING CONDITIONS", "conditions", 0.5),
    "appointment": ("APPOINTMENT", "appointment", 0.1),
    "compensation_guidelines": ("COMPENSATION GUIDELINES", "compensation", 0.1),
}


def plain_sections(page: Page, plan: Plan) -> None:
    """The sections that hold nothing but a paragraph, seldom a label before it; sometimes one that nobody knows."""
    for kind, (heading, name, probability) in _PLAIN.items():
        dice = plan.dice(kind)
        if dice.chance(probability):
            page.open(kind, heading)
            if dice.chance(0.1):
                page.label(phrase(dice, "colon_labels").text)
            page.paragraph(phrase(dice, name))
    dice = plan.dice("unknown")
    if dice.chance(0.06):
        page.implied.append("header-unknown")
        page.open("unrecognised", phrase(dice, "unknown_headers").text)
        page.paragraph(phrase(dice, "unknown_bodies"))
        if dice.chance(0.3):
            page.items([Line(phrase(dice, "unknown_bodies")) for _ in range(2)])


def designation(page: Page, dice: Dice) -> Designation:
    """JOB CLASS DESIGNATION."""
    text, service, selection = dice.pick(vocabulary().codes.designations)
    page.open("designation", "JOB CLASS DESIGNATION")
    page.paragraph(Prose(text))
    return Designation(text, service, selection or None)


def occupational_group(page: Page, dice: Dice) -> CodedField:
    """OCCUPATIONAL GROUP."""
    return _coded(page, "occupational_group", "OCCUPATIONAL GROUP", dice.pick(vocabulary().codes.occupational_groups))


def eeo(page: Page, dice: Dice) -> CodedField:
    """EEO."""
    return _coded(page, "eeo", "EEO", dice.pick(vocabulary().codes.eeo_categories))


def _coded(page: Page, kind: str, heading: str, row: tuple[str, str]) -> CodedField:
    code, name = row
    text = f"({code})-{name}"
    page.open(kind, heading)
    page.paragraph(Prose(text))
    return CodedField(text, code, name)


def bargaining_unit(page: Page, dice: Dice) -> BargainingUnit:
    """BARGAINING UNIT."""
    code, name, unit = dice.pick(vocabulary().codes.bargaining_units)
    text = f"({code})-{name}" + (f" ({unit})" if unit else "")
    page.open("bargaining_unit", "BARGAINING UNIT")
    page.paragraph(Prose(text))
    return BargainingUnit(text, code, name, unit or None)


def salary(page: Page, dice: Dice, plan: Plan) -> SalaryGroup | None:
    """SALARY INFORMATION; sometimes with nothing under it."""
    page.open("salary", "SALARY INFORMATION")
    if dice.chance(0.03):
        return None
    page.paragraph(Prose(plan.salary_group.text))
    return plan.salary_group


def acknowledgement(page: Page, dice: Dice) -> None:
    """ACKNOWLEDGEMENT."""
    page.open("acknowledgement", "ACKNOWLEDGEMENT")
    page.paragraph(phrase(dice, "acknowledgements"))


def effective_date(page: Page, dice: Dice, plan: Plan) -> str | None:
    """EFFECTIVE DATE; sometimes with nothing under it."""
    page.open("effective_date", "EFFECTIVE DATE")
    if dice.chance(0.03):
        return None
    page.paragraph(Prose(short_date(plan.effective, padded=True)))
    return plan.effective.isoformat()


def footer(page: Page, dice: Dice, plan: Plan) -> Footer:
    """The last line: class code, dates. The page was revised some days after the effective date."""
    established = plan.effective - timedelta(days=dice.between(400, 4_000)) if dice.chance(0.4) else None
    revised = plan.effective + timedelta(days=dice.between(1, 7)) if dice.chance(0.95) else None
    text = f"CLASS: {plan.identity.code};"
    if established is not None:
        text += f" EST: {short_date(established, padded=False)};"
    if revised is not None:
        text += f" REV: {short_date(revised, padded=False)};"
    page.open("footer")
    page.paragraph(Prose(text))
    dates = [None if day is None else day.isoformat() for day in (established, revised)]
    return Footer(text, plan.identity.code, *dates)


def after_the_footer(page: Page, dice: Dice) -> None:
    """An addendum that belongs to no section, sometimes with a table."""
    page.implied.append("text-unrecognised")
    page.open("unrecognised")
    page.paragraph(phrase(dice, "addenda"))
    if dice.chance(0.5):
        table(page, dice)


def table(page: Page, dice: Dice) -> None:
    """A small table, flattened to bars."""
    heads = phrase(dice, "table_heads").text.split(" / ")
    rows = [[phrase(dice, "table_cells").text for _ in heads] for _ in range(dice.between(1, 3))]
    page.table([heads, *rows])
