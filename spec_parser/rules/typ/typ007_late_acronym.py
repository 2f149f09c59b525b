"""TYP007: an acronym that is spelt out only after it was used."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.rules.typ.acronyms import Acronym, acronyms, running

RULE = Rule(
    code="TYP007",
    name="late-acronym",
    severity="info",
    summary="An acronym stands before the place where it is spelt out.",
    details=(
        "Only acronyms that the same specification spells out: `Certified Harbor Pilot (CHP)`, where the letters are"
        " the first ones of the words before the parentheses, small words left out or not. The first use before that"
        " place is told. Acronyms that are never spelt out, and what stands in headings and coded fields, are left"
        " alone."
    ),
    reason="A reader from outside the agency, an applicant first of all, reads the text once and from the top.",
    example="May review CHP reports",
    mended="Certified Harbor Pilot (CHP) reports",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Acronyms that come before their meaning."""
    told: set[str] = set()
    for one in acronyms(subject):
        meaning = None if one.letters in told or not _may_be_late(subject, one) else one.meaning
        if meaning is None:
            continue
        told.add(one.letters)
        use = re.compile(rf"(?<![\w-]){one.letters}(?:s|['’]s)?(?![\w-])")
        places = [(passage.value, len(passage.value.text)) for passage in running(subject)[: one.number]]
        for value, end in [*places, (one.passage.value, one.start - 1)]:
            if one.letters not in value.text:
                continue
            early = use.search(value.text, 0, end)
            if early is not None:
                yield value.problem(
                    f"“{one.letters}”: is spelt out only further down, “{meaning}”; spell it out here.",
                    early.start(),
                    early.start() + len(one.letters),
                )
                break


def _may_be_late(subject: Subject, one: Acronym) -> bool:
    """A quick look for the letters before the place where they stand in parentheses, which mostly says no."""
    start = one.passage.value.stretches[0][0]
    return subject.text.find(one.letters, 0, start) >= 0 or one.passage.value.text.find(one.letters) < one.start - 1
