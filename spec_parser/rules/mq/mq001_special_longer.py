"""MQ001: more years of Special Experience than of General Experience."""

from collections.abc import Iterator

from spec_parser.model.expression import Experience, Service
from spec_parser.rules.mq.statements import NAMES, nodes, required_years, statements, years
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="MQ001",
    name="special-longer",
    severity="error",
    summary="More years are asked of the General Experience than it has.",
    details=(
        "Amounts that are “of the General Experience”, in the Special Experience or elsewhere, against the years that"
        " the General Experience asks for; where it has alternatives, against the longest. Only where both were"
        " understood."
    ),
    reason=(
        "The Special Experience is a part of the General Experience. A part that is longer than the whole cannot be met"
        " by anybody who just meets the whole; one of the two numbers is wrong."
    ),
    example="At least twelve (12) years of the General Experience",
    mended="At least nine (9) years of the General Experience",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Parts of the General Experience that are longer than it."""
    whole = required_years(subject, "general_experience")
    if whole is None:
        return
    for statement in statements(subject):
        for node in nodes(statement.expression):
            if not isinstance(node, Experience | Service) or node.of != "general_experience":
                continue
            part = years(node.amount, node.unit)
            if part is not None and part > whole:
                words, start, end = statement.words(node)
                yield statement.value.problem(
                    f"“{words}”: a part of the {NAMES['general_experience']} cannot be longer than it, and it is"
                    f" {whole.normalize():f} years.",
                    start,
                    end,
                )
