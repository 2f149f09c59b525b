"""TYP003: an item that does not end as the others of its list do."""

from collections.abc import Iterator, Sequence

from spec_parser.rules.hdr.strays import own_duties
from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Passage, Subject

RULE = Rule(
    code="TYP003",
    name="item-ending",
    severity="info",
    summary="An item of a list ends otherwise than the others.",
    details=(
        "Where at least two thirds of the items of a list end with a semicolon, each but the last one should, and"
        " the last one with a full stop. Lists of sentences that end with full stops, and lists without any marks, are"
        " left alone; so are items that others stand under, beginnings without items (`KSA001`), and items that consist"
        " of several sentences."
    ),
    reason=(
        "Observed on the state's pages: items end with a semicolon, the last with a full stop. A full stop in the"
        " middle reads as the end of the list, a semicolon at the end as if an item were missing."
    ),
    example="Prepares the yearly budget for upkeep and repair.",
    mended="Prepares the yearly budget for upkeep and repair;",
    fix="safe",
)
_SHARE = 2 / 3
_FEWEST = 3


def check(subject: Subject) -> Iterator[Problem]:
    """The ends of the items of each list of duties, and of knowledge, skill and ability."""
    stems = {stem.lower() for stem in subject.profile.stems}
    for items in (*own_duties(subject), *subject.lists_of("knowledge_skill_ability")):
        leaves = [
            item
            for item, following in zip(items, (*items[1:], None), strict=True)
            if (following is None or (following.level or 0) <= (item.level or 0))
            and item.value.text.strip(" :;.").lower() not in stems
        ]
        if len(leaves) < _FEWEST:
            continue
        first, last = leaves[:-1], leaves[-1]
        if sum(item.value.text.endswith(";") for item in first) < _SHARE * len(first):
            continue
        yield from _ends(first, ";", "a semicolon")
        yield from _ends((last,), ".", "a full stop: it is the last one")


def _ends(items: Sequence[Passage], mark: str, what: str) -> Iterator[Problem]:
    for item in items:
        text = item.value.text
        bare = text.rstrip(" ;.,")
        if text.endswith(mark) or not bare or ". " in bare or text[-1] in ":?!":
            continue
        start = text.rfind(" ", 0, len(bare)) + 1
        yield item.value.problem(
            f"{quoted(text[start:])}: this item should end with {what}.",
            start,
            len(text),
            mend=bare[start:] + mark,
        )
