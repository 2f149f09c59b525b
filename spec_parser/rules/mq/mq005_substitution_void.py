"""MQ005: a substitution that cannot apply."""

from collections.abc import Iterator
from decimal import Decimal

from spec_parser.model.expression import Cap, Substitution
from spec_parser.model.expression_parts import Measure
from spec_parser.rules.mq.statements import substitutions
from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="MQ005",
    name="substitution-void",
    severity="warning",
    summary="A substitution has no effect.",
    details=(
        "Its maximum is less than what its rate grants at a time, or it grants an amount of nought, so that it can"
        " never be granted once."
    ),
    reason="Applicants rely on substitutions. One that grants nothing is a number mistyped.",
    example="to a maximum of one-fourth (1/4) year",
    mended="to a maximum of four (4) years",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Substitutions that grant nothing."""
    for statement, substitution in substitutions(subject):
        why = _void(substitution)
        if why is not None:
            text, start, end = statement.words(substitution)
            yield statement.value.problem(f"{quoted(text)}: {why}.", start, end)


def _void(found: Substitution) -> str | None:
    """Why a substitution can never be granted; None where it can."""
    granted: list[Cap | Measure] = [*found.caps, *([] if found.grants is None else [found.grants])]
    if any(Decimal(one.amount) == 0 for one in granted):
        return "it grants nothing; write how much it stands in for"
    rate = None if found.rate is None else found.rate.grants
    if rate is not None and any(
        cap.unit == rate.unit and Decimal(cap.amount) < Decimal(rate.amount) for cap in found.caps
    ):
        return f"its maximum is less than the {rate.amount} {rate.unit} that it grants at a time"
    return None
