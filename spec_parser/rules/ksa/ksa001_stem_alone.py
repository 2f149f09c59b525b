"""KSA001: the beginning of a group of statements with nothing under it."""

from collections.abc import Iterator

from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="KSA001",
    name="stem-alone",
    severity="warning",
    summary="A beginning such as “Considerable knowledge of” has no items that complete it.",
    details=(
        "The beginnings are the profile's. One is alone where the next item stands on its own level, or none follows."
    ),
    reason=(
        "The full statement is the beginning with each item under it. Alone it asks for nothing: the items have lost"
        " their indent, or were cut."
    ),
    example="Knowledge of",
    mended="Ability to interpret charts;",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Items that are but a stem, without a deeper item behind them."""
    stems = {stem.lower() for stem in subject.profile.stems}
    for items in subject.lists_of("knowledge_skill_ability"):
        for item, following in zip(items, (*items[1:], None), strict=True):
            text = item.value.text
            alone = following is None or (following.level or 0) <= (item.level or 0)
            if alone and text.strip(" :;.").lower() in stems:
                yield item.value.problem(
                    f"{quoted(text)}: nothing completes this; put the items that belong to it under it, or leave it"
                    " out."
                )
