"""DUT003: a duty that stands twice, or nearly."""

from collections.abc import Iterator

from spec_parser.rules.likeness import repeats, told
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="DUT003",
    name="repeated-duty",
    severity="warning",
    summary="A duty repeats an earlier one.",
    details=(
        "Equal but for capitals and punctuation: a warning. Nearly equal, with at least five words of weight of which"
        " four in five agree: info, since two duties may well differ in one word. Duties under different labels may"
        " repeat each other."
    ),
    reason=(
        "A duty that stands twice is a slip of copying. Of two that differ a little, readers ask what the difference"
        " means."
    ),
    example="Schedules the inspection of lamps, lenses and fog signals",
    mended="Prepares the yearly budget for upkeep and repair",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Duties that repeat one before them, list by list."""
    for items in subject.lists_of("duties"):
        for repeat in repeats(items):
            yield told(repeat, "duty")
