"""TYP002: two blanks where one belongs."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Edit, Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="TYP002",
    name="doubled-blank",
    severity="info",
    summary="Two blanks stand within a sentence.",
    details=(
        "Blanks of any kind, no-break ones included, between two words of a text. Two blanks after a full stop, as"
        " typists set them, are left alone, and so are the blanks between the parts of a masthead and the columns of"
        " tables."
    ),
    reason=(
        "Values are read with single blanks whatever stands there, so nothing is lost; but a search on the published"
        " page does not find the words, and the line looks torn."
    ),
    example="Schedules  the inspection",
    mended="Schedules the inspection",
    fix="safe",
)
_TWO = re.compile(r"(?<=[^\s.:;?!])[ \t\u00a0]{2,}(?=\S)")
_SHOWN = 20


def check(subject: Subject) -> Iterator[Problem]:
    """Blanks within the lines of each text."""
    if "  " not in subject.text and "\u00a0" not in subject.text:
        return
    for passage in subject.passages:
        if passage.kind in ("masthead", "footer") or passage.block == "table":
            continue
        for start, end in passage.value.stretches:
            line = subject.cut((start, end))
            if "  " not in line and "\u00a0" not in line and "\t" not in line:
                continue
            for found in _TWO.finditer(line):
                place = (start + found.start(), start + found.end())
                before = line[max(found.start() - _SHOWN, 0) : found.start()].split()[-1]
                yield Problem(
                    f"two blanks stand after “{before}”; leave one.",
                    (place,),
                    passage.value.pointer,
                    (Edit(*place, " "),),
                )
