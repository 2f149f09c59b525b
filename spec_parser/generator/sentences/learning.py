"""Sentences that ask for a degree, a credential or training."""

from typing import Literal

from spec_parser.generator.dice import Dice
from spec_parser.generator.prose import phrase
from spec_parser.generator.sentences.said import Said
from spec_parser.generator.sentences.words import Joint, article, listed, measured, some
from spec_parser.model.expression import Credential, Degree, Training
from spec_parser.model.expression_parts import Measure, Phrases

Level = Literal["associate", "bachelor", "master", "doctorate", "law", "graduate"]
_DEGREES: tuple[tuple[str, Level], ...] = (
    ("an Associate's degree", "associate"),
    ("a Bachelor's degree", "bachelor"),
    ("a Bachelor's degree", "bachelor"),
    ("a Master's degree", "master"),
    ("a Master's degree", "master"),
    ("a B.S. degree", "bachelor"),
    ("a BA or BS degree", "bachelor"),
    ("a four-year degree", "bachelor"),
    ("a two-year degree", "associate"),
    ("a Doctorate", "doctorate"),
    ("an advanced degree", "graduate"),
)
# After these the field may stand.
_SCHOOLS = ("college", "university")
_RELATED = ("", "", " or a closely related field", " or a related field")
# What stands before the field, the field, what stands after it, and the level.
_LETTERED: tuple[tuple[str, str, str, Level], ...] = (
    ("an ", "M.S.W.", " degree", "master"),
    ("possession of an ", "MBA", "", "master"),
    ("a ", "BSN", " degree", "bachelor"),
    ("a Master of ", "Public Health", " degree", "master"),
)
_PAPERS: tuple[tuple[str, Literal["licence", "certificate", "permit", "registration"]], ...] = (
    ("license", "licence"),
    ("license", "licence"),
    ("certificate", "certificate"),
    ("permit", "permit"),
    ("registration", "registration"),
)
_OR: tuple[Joint, ...] = ("or",)


def lettered_degree(dice: Dice) -> Said:
    """`an M.S.W. degree from an accredited university`, `a Master of Public Health degree`: it names its field."""
    before, field, after, level = dice.pick(_LETTERED)
    institution = phrase(dice, "institutions").text if dice.chance(0.3) else None
    text = f"{before}{field}{after}" + (f" from {institution}" if institution else "")
    fields = Phrases(None, (field,))
    return Said(text, Degree(0, len(text), level, fields, related=False, equivalent=None, institution=institution))


def degree(dice: Dice, *, held: bool = True) -> Said:
    """`possession of a Master's degree in hydrology or forestry from an accredited university`."""
    name, level = dice.pick(_DEGREES)
    majors = listed(dice, some(dice, "majors"), _OR)
    related = dice.pick(_RELATED)
    # `hydrology, forestry or a closely related field`: the list has one joining word, before the related field.
    fields = majors.text.replace(" or ", ", ").replace(",,", ",") if related else majors.text
    institution = phrase(dice, "institutions").text if dice.chance(0.15) else None
    text = "possession of " if held and dice.chance(0.5) else ""
    if institution and institution.endswith(_SCHOOLS) and dice.chance(0.4):
        text += f"{name} from {institution} in {fields}{related}"
    else:
        text += f"{name} in {fields}{related}" + (f" from {institution}" if institution else "")
    return Said(text, Degree(0, len(text), level, majors.phrases, bool(related), None, institution))


def credential(dice: Dice) -> Said:
    """A licence or the like by its name, a designation, or the right to practice."""
    return dice.pick((paper, paper, paper, _designation, _practice, _bar, _certified))(dice)


def paper(dice: Dice) -> Said:
    """`possession of a current Master Pilot license issued by the Harbor Commission`."""
    word, kind = dice.pick(_PAPERS)
    current = dice.pick(("", "", "current ", "valid ", "active "))
    name = phrase(dice, "licence_names").text
    issuer = phrase(dice, "issuers").text if dice.chance(0.3) else None
    text = f"possession of {article(current or name)} {current}{name} {word}" + (
        f" issued by {issuer}" if issuer else ""
    )
    node = _credential(text, kind, Phrases(None, (name,)), issuer, current=bool(current))
    return Said(text, node)


def _credential(
    text: str,
    kind: Literal["licence", "certificate", "certification", "permit", "registration", "designation"],
    names: Phrases,
    issuer: str | None,
    *,
    current: bool = False,
    status: Literal["held", "held_or_eligible"] = "held",
) -> Credential:
    return Credential(0, len(text), kind, names, issuer, current, status, equivalent=None)


def _designation(dice: Dice) -> Said:
    names = listed(dice, some(dice, "designation_names", 2), ("or", "and/or"))
    text = f"a designation of {names.text}"
    node = _credential(text, "designation", names.phrases, None)
    return Said(text, node)


def _bar(dice: Dice) -> Said:
    """`must be a member of the bar of the State of Connecticut`."""
    before = dice.pick(("must be a member of", "membership in", "admission to"))
    state = "the State of Connecticut" if dice.chance(0.5) else None
    text = f"{before} the bar" + (f" of {state}" if state else "")
    return Said(text, _credential(text, "licence", Phrases(None, ("bar",)), state))


def _certified(dice: Dice) -> Said:
    """`must be certified by the Council of Canals as a Lock Keeper`."""
    issuer, name = phrase(dice, "issuers").text, phrase(dice, "licence_names").text
    text = f"must be certified by {issuer} as {article(name)} {name}"
    return Said(text, _credential(text, "certification", Phrases(None, (name,)), issuer))


def _practice(dice: Dice) -> Said:
    name, eligible = phrase(dice, "practices").text, dice.chance(0.5)
    place = "Connecticut" if dice.chance(0.5) else None
    text = f"possession of {'or eligibility for ' if eligible else ''}a license {name}" + (
        f" in {place}" if place else ""
    )
    status: Literal["held", "held_or_eligible"] = "held_or_eligible" if eligible else "held"
    node = _credential(text, "licence", Phrases(None, (name,)), place, status=status)
    return Said(text, node)


def training(dice: Dice) -> Said:
    """A trainee programme, an apprenticeship, or semester hours of college training."""
    form = dice.between(1, 3)
    if form == 1:
        name = phrase(dice, "trainee_programmes").text
        done = dice.pick(("completion of", "successful completion of"))
        text = f"{done} {dice.pick((article(name), 'the'))} {name}"
        return Said(text, _training(text, "programme", name, stage="completed"))
    if form == 2:
        trade = phrase(dice, "trades").text
        text = f"completion of an apprenticeship in {trade}"
        return Said(text, _training(text, "apprenticeship", "apprenticeship", stage="completed", areas=(trade,)))
    hours, subjects = measured(dice.pick((15, 30, 60)), "semester_hour"), listed(dice, some(dice, "majors"), _OR)
    text = f"{hours.text} of college training in {subjects.text}"
    node = _training(text, "college", "college training", measure=hours.measure, areas=subjects.phrases)
    return Said(text, node)


def college(dice: Dice) -> Said:
    """`College training in hydrology`, without an amount, as the beginning of a sentence."""
    name = dice.pick(("College training", "College training", "College education"))
    subjects = listed(dice, some(dice, "majors"), _OR) if dice.chance(0.3) else None
    text = name + (f" in {subjects.text}" if subjects else "")
    return Said(text, _training(text, "college", name, areas=subjects.phrases if subjects else ()))


def _training(
    text: str,
    kind: Literal["college", "programme", "apprenticeship"],
    name: str,
    *,
    stage: Literal["completed"] | None = None,
    measure: Measure | None = None,
    areas: Phrases | tuple[str, ...] = (),
) -> Training:
    phrases = areas if isinstance(areas, Phrases) else Phrases(None, areas) if areas else None
    amount, unit = (measure.amount, measure.unit) if measure else (None, None)
    return Training(
        0,
        len(text),
        kind,
        name,
        stage,
        amount,
        None,
        unit,
        at_least=False,
        areas=phrases,
        institution=None,
        issuer=None,
        within=None,
        equivalent=None,
    )
