"""What one edition of a class is, before a word of it is printed: title, code, salary group, date, predecessor."""

from datetime import date, timedelta
from typing import NamedTuple

from spec_parser.generator.dice import Dice
from spec_parser.generator.prose import phrase
from spec_parser.generator.vocabulary import vocabulary
from spec_parser.model import Identity, SalaryGroup

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_FIRST_DAY = date(1996, 1, 1)
_DAYS = 9_000


class Plan(NamedTuple):
    """One edition of a class.

    Attributes:
        seed: of the class; its sections are drawn by it.
        edition: from 0; each edition changes some sections.
        identity: code and title.
        hours: quarter hours a week (140 to 160).
        salary_group: as SALARY INFORMATION will have it.
        effective: the day from which it holds.
        former: the edition that it replaces.
        below: title of the class one level below in its series.
    """

    seed: int
    edition: int
    identity: Identity
    hours: int
    salary_group: SalaryGroup
    effective: date
    former: "Plan | None" = None
    below: str | None = None

    def dice(self, section: str) -> Dice:
        """What a section is drawn by: it stays the same until an edition changes that section."""
        changed = sum(Dice(self.seed, "changes", section, edition).chance(0.3) for edition in range(self.edition + 1))
        return Dice(self.seed, section, changed)


def first_plan(seed: int, *, level: int | None = None) -> Plan:
    """The first edition of the class of that seed, of a given level in its series or of one that is drawn."""
    dice = Dice(seed, "plan")
    series = phrase(dice, "titles").text
    drawn = dice.between(1, 4) if dice.chance(0.5) else None
    roman = dice.chance(0.2)
    hours = dice.pick((140, 145, 150, 160))
    qualifiers = _qualifiers(dice, hours)
    number = dice.between(1000, 9900)
    suffix = dice.pick(vocabulary().codes.suffixes)
    group = salary_group(dice)
    effective = _FIRST_DAY + timedelta(days=dice.below(_DAYS))
    level = drawn if level is None else level
    code = f"{number + (level or 0):04d}{suffix}"
    return Plan(seed, 0, identity(series, level, qualifiers, code, roman=roman), hours, group, effective)


def next_plan(plan: Plan) -> Plan:
    """The next edition: later, sometimes with another title or salary group."""
    edition = plan.edition + 1
    dice = Dice(plan.seed, "edition", edition)
    old = plan.identity
    new = old
    if dice.chance(0.3):
        new = identity(phrase(dice, "titles").text, old.level, old.qualifiers, old.code or "", roman=False)
    group = salary_group(dice) if dice.chance(0.4) else plan.salary_group
    effective = plan.effective + timedelta(days=dice.between(200, 2_000))
    return plan._replace(edition=edition, identity=new, salary_group=group, effective=effective, former=plan)


def identity(series: str, level: int | None, qualifiers: tuple[str, ...], code: str, *, roman: bool) -> Identity:
    """Code and title, the title put together from its parts."""
    title = series
    if level is not None:
        title += f" {_ROMAN[level] if roman else level}"
    for qualifier in qualifiers:
        title += f" ({qualifier})"
    return Identity(code, title, series, level, qualifiers)


def salary_group(dice: Dice) -> SalaryGroup:
    """A salary group such as `AR2 67`, `VS 003`, `CL - 14`."""
    form = dice.pick(vocabulary().codes.salary_groups)
    text = "".join(str(dice.below(10)) if character == "#" else character for character in form)
    plan, grade = text.replace(" - ", " ").split()
    return SalaryGroup(text, plan, grade)


def _qualifiers(dice: Dice, hours: int) -> tuple[str, ...]:
    found = []
    if dice.chance(0.25):
        found.append(phrase(dice, "qualifiers").text)
    if dice.chance(0.3):
        found.append(f"{f'{hours / 4:g}'} {dice.pick(('Hour', 'Hour', 'Hours'))}")
    return tuple(found)
