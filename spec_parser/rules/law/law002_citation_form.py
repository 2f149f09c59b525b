"""LAW002: a citation of the statutes without the stop or the blank that belongs in it."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="LAW002",
    name="citation-form",
    severity="info",
    summary="The abbreviation of a section lacks its stop, or the blank behind it.",
    details=(
        "`Sec 5-196` and `Sec.5-196`, where a number of a section follows. How statutes are cited otherwise (`Section`,"
        " `§`, `C.G.S.`, with or without `Connecticut`) is left alone: all of it is in use."
    ),
    reason="The statutes cite themselves as “Sec. 5-196”; who searches for a section searches for that.",
    example="Under Sec 5-196 of the Connecticut General Statutes",
    mended="Under Sec. 5-196 of the Connecticut General Statutes",
    fix="safe",
)
_ABBREVIATED = re.compile(
    r"\b(?P<word>[Ss]ecs?)(?P<stop>\.?)(?P<blank> ?)(?P<number>\d{1,2}[a-z]{0,2}-\d{1,4}[a-z]{0,2})\b"
)


def check(subject: Subject) -> Iterator[Problem]:
    """Each abbreviation before a number that is not `Sec. `."""
    for passage in subject.passages:
        text = passage.value.text
        if "Sec" not in text and "sec" not in text:
            continue
        for found in _ABBREVIATED.finditer(text):
            if not (found["stop"] and found["blank"]):
                mend = f"{found['word']}. {found['number']}"
                yield passage.value.problem(f"“{found[0]}”: write “{mend}”.", *found.span(), mend=mend)
