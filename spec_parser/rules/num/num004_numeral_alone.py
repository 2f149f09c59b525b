"""NUM004: a numeral without its word."""

import re
from collections.abc import Iterator

from spec_parser.rules.num.quantities import pairs_numbers, qualifications, unit_at, units_of
from spec_parser.rules.num.words import figure_value, paired, value_of
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

RULE = Rule(
    code="NUM004",
    name="numeral-alone",
    severity="warning",
    summary="A number stands in figures only, where the specification writes its numbers in words and figures.",
    details=(
        "In the minimum qualifications, before a unit of the profile (years, months, semester hours): `9 years`,"
        " `nine 9 years`. Only where another number of the qualifications has word and numeral; a specification that"
        " writes figures throughout is left alone."
    ),
    reason=(
        "`Nine (9) years`: published specifications write the numbers of the minimum qualifications twice, so that"
        " one guards the other. A figure by itself is one slip of a key from another requirement."
    ),
    example="9 years of experience",
    mended="Nine (9) years of experience",
    fix="safe",
)
_FIGURES = re.compile(
    r"(?<![\w/.,$()-])(?:(?P<word>[A-Za-z]{1,10}(?:-[A-Za-z]{1,7})?) )?(?<![/.,$()-])"
    r"(?P<figures>\d{1,3}(?: \d/\d)?|\d/\d)(?=\s)"
)
_BARE = re.compile(r"\d\s")  # nearly no text has one: its figures stand in brackets


def check(subject: Subject) -> Iterator[Problem]:
    """Figures before a unit."""
    if not pairs_numbers(subject):
        return
    units = units_of(subject)
    for passage in qualifications(subject):
        text = passage.value.text
        if not _BARE.search(text):
            continue
        for found in _FIGURES.finditer(text):
            number = figure_value(found["figures"])
            right = None if number is None else paired(number)
            unit, _, end = unit_at(text, found.end(), units)
            if right is None or unit is None or _is_second_half(text, found.start()):
                continue
            if found["word"] is not None and value_of(found["word"]) is not None:
                yield _without_brackets(passage.value, found, end)
                continue
            start = found.start("figures")
            words = right[:1].upper() + right[1:] if _opens_sentence(text, start) else right
            mend = words + text[found.end() : end]
            yield passage.value.problem(f"“{text[start:end]}”: write “{mend}”.", start, end, mend=mend)


def _without_brackets(value: Value, found: re.Match[str], end: int) -> Problem:
    """`Nine 9 years`: word and figures, but no brackets; which is meant if they differ, nobody knows."""
    word, figures = found["word"], found["figures"]
    printed = value.text[found.start() : end]
    if value_of(word) != figure_value(figures):
        return value.problem(f"“{printed}”: word and figures are two different numbers.", found.start(), end)
    mend = f"{word} ({figures}){value.text[found.end() : end]}"
    return value.problem(f"“{printed}”: write “{mend}”.", found.start(), end, mend=mend)


def _opens_sentence(text: str, start: int) -> bool:
    return text[:start].rstrip()[-1:] in ("", ".", ":")


def _is_second_half(text: str, start: int) -> bool:
    """Whether the figures are the end of a range or list, `2 - 3 years`: how that is written is the writer's choice."""
    before = text[:start].rstrip()[-1:]
    return before in ("-", "–", "/", "+") or before.isdigit()
