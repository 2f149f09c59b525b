"""MQ003: a substitution grants more than is required."""

from collections.abc import Iterator

from spec_parser.rules.mq.statements import NAMES, required_years, substitutions, years
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="MQ003",
    name="cap-beyond",
    severity="warning",
    summary="A substitution may grant more years than the experience has that it stands in for.",
    details=(
        "The maximum of a substitution, or the fixed amount that it grants, against the years of the experience it"
        " names. As much as is required is left alone: then all of it can be substituted."
    ),
    reason="A maximum that can never be reached is a number from another specification, or the requirement is too low.",
    example="to a maximum of ten (10) years for a Bachelor's degree",
    mended="to a maximum of four (4) years for a Bachelor's degree",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Caps and grants that exceed what they stand in for."""
    for statement, substitution in substitutions(subject):
        for kind in substitution.instead_of:
            required = required_years(subject, kind)
            granted = [(cap.amount, cap.unit) for cap in substitution.caps]
            if substitution.grants is not None:
                granted.append((substitution.grants.amount, substitution.grants.unit))
            amounts = [one for one in (years(*each) for each in granted) if one is not None]
            if required is None or not amounts or max(amounts) <= required:
                continue
            words, start, end = statement.words(substitution)
            yield statement.value.problem(
                f"“{words}”: grants up to"
                f" {max(amounts).normalize():f} years, but the {NAMES[kind]} is only {required.normalize():f}.",
                start,
                end,
            )
