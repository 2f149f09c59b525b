"""NUM003: a unit in the singular for several, or in the plural for one."""

import re
from collections.abc import Iterator

from spec_parser.rules.num.quantities import Counted, numbered
from spec_parser.rules.num.words import capitalized_like
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="NUM003",
    name="unit-number",
    severity="warning",
    summary="The unit behind a number is in the singular for several, or in the plural for one.",
    details=(
        "Units of the profile (years, months, semester hours) right behind a number: `one (1) years`, `nine (9) year"
        " of`. One, and any part of one, has the singular. A singular that describes a thing, as in `a two (2) year"
        " program`, is left alone: only one before a mark or a word such as `of`, `in`, `must` is told."
    ),
    reason=(
        "The unit is a third witness for the number: `one (1) years` was most often another number before it was"
        " changed, and leaves a doubt which is right."
    ),
    example="At least two (2) year of the General Experience",
    mended="At least two (2) years of the General Experience",
    fix="safe",
)
_COUNTS = re.compile(r"(?: (?:of|in|as|at|to|for|with|may|must|equal[a-z]{0,4})\b|[.,;:)]|$)")
_ARTICLE = re.compile(r"\b(?:an?|the|each|every) $", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Units that do not agree with their number."""
    for passage, quantities in numbered(subject):
        text = passage.value.text
        for one in quantities:
            right = _right(text, one)
            printed = text[one.start : one.unit_end]
            unit = text[one.unit_start : one.unit_end]
            if right is not None and unit.lower() != right.lower():
                mend = printed[: one.unit_start - one.start] + capitalized_like(right, unit)
                yield passage.value.problem(f"“{printed}”: write “{mend}”.", one.start, one.unit_end, mend=mend)


def _right(text: str, one: Counted) -> str | None:
    """The unit as it should stand; None where it is left alone."""
    if one.unit is None:
        return None
    if one.value <= 1:
        return one.unit.one
    is_plural = text[one.unit_start : one.unit_end].lower() == one.unit.many.lower()
    counts = _COUNTS.match(text, one.unit_end) is not None and _ARTICLE.search(text[: one.start]) is None
    return one.unit.many if is_plural or counts else None
