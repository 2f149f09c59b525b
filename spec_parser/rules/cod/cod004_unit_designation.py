"""COD004: a bargaining unit with another designation than its own."""

from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="COD004",
    name="unit-designation",
    severity="warning",
    summary="The designation of the bargaining unit is not that of its code.",
    details=(
        "The letters in the parentheses, `(P-5)`, against the profile's list by code. A unit without a designation"
        " and codes that the list does not have are left alone."
    ),
    reason=(
        "Contracts are known by the designation: P-5 is the administrative and residual unit. With another one,"
        " employees look up their pay and leave in a contract that is not theirs."
    ),
    example="(16)-ADMIN & RESID (NP-2)",
    mended="(16)-ADMIN & RESID (P-5)",
    fix="unsafe",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The designation, if the list has another."""
    unit, printed = subject.content.bargaining_unit, subject.printed("/bargaining_unit/unit")
    if unit is None or unit.code is None or unit.unit is None or printed is None:
        return
    known = subject.profile.conventions.unit_designations.get(unit.code)
    if known is not None and known.casefold() != unit.unit.casefold():
        yield printed.problem(f"“{printed.text}”: bargaining unit {unit.code} is {known}.", mend=known)
