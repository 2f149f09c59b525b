"""KNOWLEDGE, SKILL AND ABILITY: stems with their children, and statements that stand alone."""

from typing import Literal

from spec_parser.generator.dice import Dice
from spec_parser.generator.page import Line, Page
from spec_parser.generator.prose import Prose, phrase, say
from spec_parser.generator.vocabulary import vocabulary
from spec_parser.model import Statement

_KINDS: dict[str, Literal["knowledge", "skill", "ability"]] = {
    "knowledge": "knowledge",
    "skill": "skill",
    "skills": "skill",
    "ability": "ability",
}
_DEGREES = ("considerable", "some", "thorough", "working")
_PREPOSITIONS = ("of", "in", "to", "with", "for")


def knowledge(page: Page, dice: Dice) -> tuple[Statement, ...]:
    """The section, and the statements in it."""
    page.open("knowledge_skill_ability", "KNOWLEDGE, SKILL AND ABILITY")
    if dice.chance(0.05):
        text = say(dice, "Knowledge of {topics} and ability to {abilities}.")
        page.paragraph(text)
        return (_statement(None, text.text, text.text),)
    lines: list[Line] = []
    found: list[Statement] = []
    stems = dice.sample(vocabulary().phrases["stems"], dice.between(0, 3))
    for stem in stems:
        _group(dice, stem, lines, found)
    for _ in range(dice.between(1, 5)):
        _add(lines, found, say(dice, _alone(dice)), 1, None)
    lines[-1] = lines[-1]._replace(prose=lines[-1].prose.ending("."))
    last = found[-1]
    found[-1] = _statement(last.stem, f"{last.text.removesuffix('.')}.", f"{last.statement.removesuffix('.')}.")
    page.items(lines)
    if dice.chance(0.04):
        page.note(say(dice, "NOTE: Skills are tested at {agencies}."))
    return tuple(found)


def _group(dice: Dice, stem: str, lines: list[Line], found: list[Statement]) -> None:
    lines.append(Line(Prose(stem + (":" if dice.chance(0.1) else ""))))
    children = [_child(dice, stem) for _ in range(dice.between(2, 6))]
    for child in children:
        _add(lines, found, child, 2, stem)
    if stem.endswith("of") and dice.chance(0.05):
        inner = "methods used in"
        lines.append(Line(Prose(inner), 2))
        for _ in range(2):
            _add(lines, found, say(dice, "{fields};"), 3, f"{stem} {inner}")


def _child(dice: Dice, stem: str) -> Prose:
    """What completes a stem; it may repeat the stem's preposition, or begin with a conjunction."""
    if stem.endswith(" to"):
        return say(dice, "{abilities};")
    if stem == "Skills":
        return say(dice, "{performances};")
    if not stem.endswith(" of"):
        return say(dice, "{skills};")
    return say(dice, dice.pick(("{topics};", "{topics};", "and ability to apply {topics};", "of {topics};")))


def _add(lines: list[Line], found: list[Statement], prose: Prose, level: int, stem: str | None) -> None:
    lines.append(Line(prose, level))
    text = prose.text.removesuffix(";")
    statement = text
    if stem is not None:
        first, _, rest = text.partition(" ")
        last = stem.rpartition(" ")[2]
        statement = f"{stem} {rest if first == last and last in _PREPOSITIONS else text}"
    found.append(_statement(stem, text, statement))


def _statement(stem: str | None, text: str, statement: str) -> Statement:
    """A statement with what it asks for: the first kind that it names, and a degree where it opens with one."""
    words = [word.strip(".") for word in statement.lower().split()]
    kind = next((_KINDS[word] for word in words[:6] if word in _KINDS), None)
    return Statement(stem, text, statement, kind, words[0] if kind and words[0] in _DEGREES else None)


def _alone(dice: Dice) -> str:
    if dice.chance(0.1):
        return phrase(dice, "wholes").text
    return dice.pick(
        (
            "Ability to {abilities};",
            "Knowledge of {topics};",
            "Skill in {fields};",
            "Ability to {abilities} and {abilities};",
        )
    )
