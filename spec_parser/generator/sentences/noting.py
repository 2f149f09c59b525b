"""Notes: the level at which experience counts, and what a term means."""

from spec_parser.generator.dice import Dice
from spec_parser.generator.prose import phrase
from spec_parser.generator.sentences.combining import combined
from spec_parser.generator.sentences.said import Said, capital
from spec_parser.generator.sentences.words import article, titles
from spec_parser.model.expression import Definition, Interpretation
from spec_parser.model.expression_parts import ExperienceKind


def note(dice: Dice) -> Said:
    """A note, without its `NOTE:` and its stop."""
    form = dice.between(1, 6)
    if form <= 3:
        return _interpretation(dice)
    return _definition(dice) if form <= 5 else combined("all_of", (_definition(dice), ". ", _interpretation(dice)))


def _interpretation(dice: Dice) -> Said:
    """`For state employees this experience is interpreted at the level of a Pier Warden 2`."""
    subjects: tuple[tuple[str, ExperienceKind | None], ...] = (
        ("this experience", None),
        ("this experience", None),
        ("the General Experience", "general_experience"),
        ("the Special Experience", "special_experience"),
        ("supervisory experience", None),
    )
    subject, of = dice.pick(subjects)
    found, above = titles(dice), dice.chance(0.2)
    level = "at or above the level of" if above else "at the level of"
    text = f"For state employees {subject} is interpreted {level} {article(found.text)} {found.text}"
    return Said(text, Interpretation(0, len(text), of, subject, found.phrases, or_above=above, state_employees=True))


def _definition(dice: Dice) -> Said:
    """`Lead capacity is defined as answering for a watch`."""
    term, meaning = phrase(dice, "terms").text, phrase(dice, "meanings").text
    text = f"{term} is defined as {meaning}"
    return capital(Said(text, Definition(0, len(text), term, meaning)))
