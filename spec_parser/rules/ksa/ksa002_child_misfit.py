"""KSA002: an item that does not complete the beginning that it stands under."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="KSA002",
    name="child-misfit",
    severity="info",
    summary="A statement's beginning and the item under it make no sentence.",
    details=(
        "A beginning that ends with a preposition (“Considerable knowledge of”, “Ability to”) is completed by an"
        " item without one, with the same one, or by “and ability to …”; an item that opens with another"
        " preposition, with a beginning of its own (“ability to …” under “Knowledge of”), or behind “Ability to” with a"
        " noun that ends in “-ing” or “-tion”, does not fit."
        " Beginnings without a"
        " preposition (“Skills”) take any item."
    ),
    reason="The full statement, beginning and item together, is what candidates are asked for and what is compared.",
    example="in performing inspections;",
    mended="of budgeting and purchasing;",
)
_OPENING = re.compile(r"[a-z]+")
_NOUN = re.compile(r"[a-z]+(?:ing|tion|ment|ness)$")
# They open an item of any kind: "to and from", "in-service training" is a compound.
_COMPOUND = re.compile(r"[a-z]+-")


def check(subject: Subject) -> Iterator[Problem]:
    """Items whose first word does not go with the last one of their stem."""
    prepositions = frozenset(subject.profile.prepositions)
    stems = {stem.lower() for stem in subject.profile.stems}
    openings = tuple(f"{stem} " for stem in stems if stem.rpartition(" ")[2] in prepositions)
    for items in subject.lists_of("knowledge_skill_ability"):
        stem: str | None = None
        for item in items:
            text = item.value.text
            if item.level == 1:
                bare = text.strip(" :;.").lower()
                stem = bare if bare in stems else None
            elif item.level == 2 and stem is not None and not _fits(stem, text, prepositions, openings):
                yield item.value.problem(
                    f"{quoted(text)}: does not complete “{stem.capitalize()} …” to a sentence; reword it, or move it"
                    " under another beginning."
                )


def _fits(stem: str, text: str, prepositions: frozenset[str], openings: tuple[str, ...]) -> bool:
    last = stem.rpartition(" ")[2]
    opening = _OPENING.match(text)
    if last not in prepositions or opening is None or _COMPOUND.match(text):
        return True
    if text.startswith(openings):
        return False
    first = opening[0]
    if last == "to":
        return first == "to" or (first not in prepositions and _NOUN.match(first) is None)
    return first == last or first not in prepositions
