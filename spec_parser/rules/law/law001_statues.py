"""LAW001: statues where statutes are meant."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="LAW001",
    name="statues",
    severity="warning",
    summary="Statues stand where statutes are meant.",
    details=(
        "The word `statue` after a word that goes with laws (`General Statues`, `state statues`), before a number of a"
        " section, or in one list with laws and regulations. Statues in parks and museums are left alone."
    ),
    reason=(
        "No program that looks for spelling finds it, as both are words, and it has stood in published specifications"
        " for years. A search for the statute misses the class."
    ),
    example="laws, statues and regulations",
    mended="laws, statutes and regulations",
    fix="safe",
)
_STATUE = re.compile(r"\bstatues?\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:general|state|federal|connecticut|applicable|relevant|pertinent|governing|related|agency|laws|regulations"
    r"|rules|policies),?(?: (?:and|or|and/or|&))? $",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r",? (?:(?:and|or|and/or|&) )?(?:laws|regulations|rules|(?:sections?|sec\.|§) ?\d|\d+[a-z]{0,2}-\d)", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Problem]:
    """Each statue among laws."""
    if "statue" not in subject.text.lower():
        return
    for passage in subject.passages:
        for start, end, mend in statues(passage.value.text):
            yield passage.value.problem(f"“{passage.value.text[start:end]}”: write “{mend}”.", start, end, mend=mend)


def statues(text: str) -> Iterator[tuple[int, int, str]]:
    """The statues among laws in a text, where they stand, and what is meant."""
    for found in _STATUE.finditer(text):
        if _BEFORE.search(text, 0, found.start()) or _AFTER.match(text, found.end()):
            yield *found.span(), found[0][:4] + ("UT" if found[0].isupper() else "ut") + found[0][5:]
