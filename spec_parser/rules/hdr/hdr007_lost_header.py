"""HDR007: a text of a section whose header is gone, within the section before it."""

from collections.abc import Iterator

from spec_parser.rules.hdr.headers import official
from spec_parser.rules.hdr.strays import stray_fields, stray_statements
from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Passage, Subject

RULE = Rule(
    code="HDR007",
    name="lost-header",
    severity="warning",
    summary="A text stands in one section and has the form of another, whose header is missing.",
    details=(
        "Sections that the specification does not have, and whose texts can be told by their form: the profile's"
        " `[evident]` lines (`(16)-ADMIN & RESID (P-5)`, `Classified/Competitive`, a date alone) behind the first"
        " text of another section, and items among the duties that open as statements of knowledge, skill or ability"
        " do. Pages without headers, and texts under unknown ones, are left alone."
    ),
    reason=(
        "Without its header a text belongs to the section before it: statements of knowledge are published as duties,"
        " and a bargaining unit is none."
    ),
    example="OCCUPATIONAL GROUP (39)-Environmental Protection (16)-ADMIN & RESID (P-5)",
    mended="OCCUPATIONAL GROUP (39)-Environmental Protection BARGAINING UNIT (16)-ADMIN & RESID (P-5)",
    supersedes=("salary-group-unread",),
)
_STATEMENTS = "knowledge_skill_ability"


def check(subject: Subject) -> Iterator[Problem]:
    """The first text behind each header that is gone."""
    names = official(subject)
    statements = stray_statements(subject)
    if statements and _STATEMENTS in names:
        yield _lost(statements[0], names[_STATEMENTS])
    told: set[str] = set()
    for kind, passage in stray_fields(subject):
        if kind not in told and kind in names:
            told.add(kind)
            yield _lost(passage, names[kind])


def _lost(passage: Passage, name: str) -> Problem:
    text = passage.value.text
    return passage.value.problem(f"{quoted(text)}: stands without its header; write “{name}” above it.")
