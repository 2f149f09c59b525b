"""TYP007: an acronym that is spelt out only after it was used."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

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
_SPELT_OUT = re.compile(r"\((?P<acronym>[A-Z]{2,7})s?\)")
_WORD = re.compile(r"[A-Za-z][\w'’]*")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
_FIELDS = frozenset({"bargaining_unit", "designation", "eeo", "occupational_group", "salary", "effective_date"})


def check(subject: Subject) -> Iterator[Problem]:
    """Acronyms that come before their meaning."""
    passages = [passage for passage in subject.passages if passage.kind not in _FIELDS]
    told: set[str] = set()
    for number, passage in enumerate(passages):
        text = passage.value.text
        for found in _SPELT_OUT.finditer(text):
            acronym = found["acronym"]
            meaning = _meaning(text[: found.start()], acronym)
            if meaning is None or acronym in told:
                continue
            told.add(acronym)
            use = re.compile(rf"(?<![\w-]){acronym}(?:s|['’]s)?(?![\w-])")
            places = [*[(one.value, None) for one in passages[:number]], (passage.value, found.start())]
            for value, end in places:
                if acronym not in value.text:
                    continue
                early = use.search(value.text, 0, len(value.text) if end is None else end)
                if early is not None:
                    yield value.problem(
                        f"“{acronym}”: is spelt out only further down, “{meaning}”; spell it out here.",
                        early.start(),
                        early.start() + len(acronym),
                    )
                    break


def _meaning(before: str, acronym: str) -> str | None:
    """The words at the end of a text that an acronym stands for; None where they are others."""
    words = list(_WORD.finditer(before[-200:]))
    for counted in (words, [word for word in words if word[0].lower() not in _SMALL]):
        last = counted[-len(acronym) :]
        if len(last) == len(acronym) and "".join(word[0][0] for word in last).upper() == acronym:
            return before[-200:][last[0].start() :].strip()
    return None
