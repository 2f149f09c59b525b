"""KSA003: a statement of knowledge, skill or ability that stands twice, or nearly."""

from collections.abc import Iterator

from spec_parser.rules.likeness import repeats, told
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="KSA003",
    name="repeated-statement",
    severity="warning",
    summary="A statement of knowledge, skill or ability repeats an earlier one.",
    details=(
        "Equal but for capitals and punctuation: a warning. Nearly equal, with at least five words of weight of which"
        " four in five agree: info. An item is compared with the other items on its level of its list:"
        " “Considerable” twice as the beginning of two groups is no repetition."
    ),
    reason=(
        "A candidate is examined on each statement. One that stands twice is a slip of copying, and one that stands"
        " under two degrees of knowledge leaves open which counts."
    ),
    example="and ability to apply relevant state and federal laws, statutes and regulations;",
    mended="optics and electrical systems of lighthouses;",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Statements that repeat one before them; parents of groups are left out."""
    for items in subject.lists_of("knowledge_skill_ability"):
        childless = [
            item
            for item, following in zip(items, (*items[1:], None), strict=True)
            if following is None or (following.level or 0) <= (item.level or 0)
        ]
        stems = {stem.lower() for stem in subject.profile.stems}
        yield from (
            told(repeat, "statement")
            for repeat in repeats([item for item in childless if item.value.text.strip(" ;.").lower() not in stems])
        )
