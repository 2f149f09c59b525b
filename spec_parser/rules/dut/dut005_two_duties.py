"""DUT005: two duties in one item."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="DUT005",
    name="two-duties",
    severity="info",
    summary="One item holds two duties.",
    details=(
        "A semicolon within an item, and a verb behind it that opens another duty (`; reviews …`). Items are never"
        " split when a specification is read, so the second duty is lost to every list and count of duties. A semicolon"
        " within brackets, and one before anything else than a verb, is left alone."
    ),
    reason="Each duty stands in an item of its own: reviews of positions, and the warehouse, count and compare items.",
    example="Schedules the inspection of lamps; reviews reports of keepers;",
    mended="Schedules the inspection of lamps, lenses and fog signals;",
)
# A verb in the third person: "reviews", "may review"; not "statistics".
_SECOND = re.compile(r";\s*(?:and\s+)?(?P<verb>[Mm]ay\s+[a-z]+|[A-Za-z]+s)\s+(?!and\b|or\b|of\b|in\b|for\b)[a-z]")


def check(subject: Subject) -> Iterator[Problem]:
    """Items of the duties with another duty behind a semicolon."""
    for passage in subject.passages_of("duties"):
        text = passage.value.text
        if passage.block != "list" or ";" not in text[:-1]:
            continue
        for second in _SECOND.finditer(text):
            start = second.start("verb")
            if text.count("(", 0, start) == text.count(")", 0, start):
                yield passage.value.problem(
                    f"{quoted(text[start:])}: this is a second duty; give it an item of its own.", start, len(text)
                )
                break
