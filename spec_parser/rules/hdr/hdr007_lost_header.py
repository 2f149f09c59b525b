"""HDR007: a text of a section whose header is gone, within the section before it."""

from collections.abc import Iterator

from spec_parser.rules.hdr.headers import official
from spec_parser.rules.hdr.signs import stray_duties, stray_texts
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
        "Sections that the specification does not have, and whose texts can be told, behind the first text of another"
        " section, or as its first where its own is gone too: by their form, as the profile's `[evident]` lines have"
        " it (`(16)-ADMIN & RESID (P-5)`, `Classified/Competitive`, a date alone); by their first words, as its"
        " `[[conventions.signs]]` say (“Works under …” below the purpose, “… may be substituted for …” below the"
        " experience, “Incumbents in this class may be required …” below the substitutions); items among the duties"
        " that open as statements of knowledge, skill or ability do; and a list of which every item opens as duties"
        " do, in the sections above them. Left alone are pages without headers, texts under unknown ones, notes, and"
        " what stands in one paragraph with a text of the section: some specifications have such a sentence there on"
        " purpose."
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
_DUTIES = "duties"


def check(subject: Subject) -> Iterator[Problem]:
    """The first text behind each header that is gone."""
    names = official(subject)
    statements = stray_statements(subject)
    if statements and _STATEMENTS in names:
        yield _lost(statements[0], names[_STATEMENTS])
    duties = stray_duties(subject)
    if duties and _DUTIES in names:
        yield _lost(duties[0], names[_DUTIES])
    told: set[str] = {_DUTIES} if duties else set()
    for kind, passage in (*stray_fields(subject), *stray_texts(subject)):
        if kind not in told and kind in names:
            told.add(kind)
            yield _lost(passage, names[kind])


def _lost(passage: Passage, name: str) -> Problem:
    text = passage.value.text
    return passage.value.problem(f"{quoted(text)}: stands without its header; write “{name}” above it.")
