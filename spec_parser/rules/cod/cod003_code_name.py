"""COD003: a code that does not have the name beside it."""

from collections.abc import Iterator

from spec_parser.rules.cod.fields import Coded, coded_fields, same_name
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.structure.near import distance

RULE = Rule(
    code="COD003",
    name="code-name",
    severity="warning",
    summary="A code of the occupational group, bargaining unit or EEO category stands with another name than its own.",
    details=(
        "Against the profile's lists. A name that belongs to another code is a warning, whether the code beside it"
        " is known or not; so is a name a letter or two from its own. Any other name beside a known code is a remark,"
        " as the lists were put together from pages that were seen. Capitals and `&` for `and` are not compared. A"
        " code that is unknown, with a name that is unknown, is told by `code-unlisted`."
    ),
    reason=(
        "The code is what programs read and the name is what people read. Where they disagree the class is counted"
        " in one bargaining unit and its employees believe that they are in another."
    ),
    example="(15)-Environmental Protection",
    mended="(39)-Environmental Protection",
    fix="unsafe",
    supersedes=("code-unlisted",),
)
_LETTERS = 2


def check(subject: Subject) -> Iterator[Problem]:
    """Codes and names that do not belong together."""
    for field in coded_fields(subject):
        known = field.codes.get(field.code)
        if known is not None and same_name(known, field.name):
            continue
        others = [code for code, name in field.codes.items() if same_name(name, field.name)]
        if others:
            yield _other_code(field, known, others[0])
        elif known is not None:
            yield _other_name(field, known)


def _other_code(field: Coded, known: str | None, code: str) -> Problem:
    """The name belongs to another code."""
    said = f"is {known}" if known is not None else "is unknown"
    place = (*field.printed_code.stretches, *field.printed_name.stretches)
    mend = field.printed_code.problem("", mend=code).edits
    message = f"“{field.code}” {said}; {field.name} has the {field.noun} code {code}."
    return Problem(message, place, field.printed_code.pointer, mend)


def _other_name(field: Coded, known: str) -> Problem:
    """The name is one that the profile does not have."""
    is_near = distance(field.name.casefold(), known.casefold(), _LETTERS) <= _LETTERS
    return field.printed_name.problem(
        f"“{field.name}”: {field.noun} {field.code} is {known}.",
        mend=known if is_near else None,
        severity=None if is_near else "info",
    )
