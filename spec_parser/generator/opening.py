"""How a specification begins: masthead, title, pay, purpose, guidelines, supervision."""

from collections.abc import Sequence

from spec_parser.generator.dice import Dice
from spec_parser.generator.page import Line, Page
from spec_parser.generator.pay import pay
from spec_parser.generator.plan import Plan
from spec_parser.generator.prose import Prose, phrase, say
from spec_parser.generator.vocabulary import vocabulary
from spec_parser.model import Identity, Pay

_MASTHEADS = (
    "State of Connecticut Executive Branch",
    "State of Connecticut Executive Branch",
    "Department of Administrative Services",
)
_BANNER = (
    "We are currently accepting applications for this position.",
    "To apply, please close this pop-up window and choose the class from the list of openings.",
)


def masthead(page: Page, plan: Plan) -> tuple[Identity, Pay | None]:
    """Masthead, title, hiring banner, pay; each but the title may be missing, and seldom the title too."""
    dice = plan.dice("masthead")
    if dice.chance(0.02):
        page.open("masthead")
        page.paragraph(Prose(_MASTHEADS[0]))
        return Identity(plan.identity.code, None, None, None, ()), None
    page.open("masthead")
    if dice.chance(0.85):
        page.paragraph(Prose(dice.pick(_MASTHEADS)))
    page.paragraph(Prose(f"{plan.identity.title} ({plan.identity.code})"))
    banner, paid = dice.chance(0.1), dice.chance(0.9)
    if banner:
        page.open("banner")
        for line in _BANNER:
            page.paragraph(Prose(line))
    if not paid:
        return plan.identity, None
    found = pay(dice, plan.hours)
    if banner:
        page.open("masthead")
    page.paragraph(Prose(found.text))
    return plan.identity, found


def purpose(page: Page, dice: Dice) -> None:
    """PURPOSE OF JOB CLASS: a paragraph or two."""
    page.open("purpose", "PURPOSE OF JOB CLASS (NATURE OF WORK)")
    for _ in range(dice.pick((1, 1, 1, 2))):
        page.paragraph(phrase(dice, "purposes"))


def guidelines(page: Page, dice: Dice, plan: Plan) -> None:
    """GUIDELINES FOR JOB CLASS USE: paragraphs, and what tells this class from the one below."""
    page.open("guidelines", "GUIDELINES FOR JOB CLASS USE")
    series = plan.identity.series or ""
    page.paragraph(say(dice, dice.pick(vocabulary().phrases["guidelines"]), series=series))
    if plan.below is not None or dice.chance(0.3):
        below = plan.below or phrase(dice, "titles").text
        page.paragraph(
            say(dice, "The {title} is distinguished from the {below} by:", title=plan.identity.title or "", below=below)
        )
        page.items(_distinctions(dice))
    if dice.chance(0.15):
        page.note(say(dice, "NOTE: This class is limited to {agencies}."))


def _distinctions(dice: Dice) -> list[Line]:
    """A list, nested up to three levels."""
    lines = []
    for text in dice.sample(vocabulary().phrases["distinctions"], dice.between(2, 4)):
        lines.append(Line(Prose(f"{text[0].upper()}{text[1:]};")))
        if dice.chance(0.25):
            lines += [Line(say(dice, "{work};"), 2) for _ in range(2)]
            lines += [Line(say(dice, "{objects};"), 3) for _ in range(dice.below(3))]
    return [*lines[:-1], lines[-1]._replace(prose=lines[-1].prose.ending("."))]


def supervision(page: Page, dice: Dice, name: str) -> None:
    """SUPERVISION RECEIVED or SUPERVISION EXERCISED: a sentence, sometimes under labels."""
    page.open(f"supervision_{name}", f"SUPERVISION {name.upper()}")
    labels: Sequence[str] = vocabulary().phrases["colon_labels"]
    for label in dice.sample(labels, 2) if dice.chance(0.1) else ():
        page.label(label)
        page.paragraph(phrase(dice, name))
    if dice.chance(0.9):
        page.paragraph(phrase(dice, name))
