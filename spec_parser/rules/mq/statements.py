"""The statements of the minimum qualifications, and what their trees say about years."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from spec_parser.model.expression import AllOf, AnyOf, Experience, Expression, Service, Substitution
from spec_parser.rules.memory import once
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

_A_YEAR = {"year": Decimal(1), "month": Decimal(12), "week": Decimal(52)}
NAMES = {"general_experience": "General Experience", "special_experience": "Special Experience"}


class Statement(NamedTuple):
    """A requirement or a substitution that was understood, in whole or in part.

    Attributes:
        kind: the section: `general_experience`, `special_experience`, `substitutions`, `other`.
        value: its text.
        expression: what it says.
        whole: whether all of it was understood.
    """

    kind: str
    value: Value
    expression: Expression
    whole: bool

    def words(self, node: Expression) -> tuple[str, int, int]:
        """What a node was read from, without the mark at its end, and where it begins and ends."""
        words = self.value.text[node.start : node.end].rstrip(" .;,")
        return words, node.start, node.start + len(words)


@once
def statements(subject: Subject) -> tuple[Statement, ...]:
    """All that were understood."""
    return tuple(_statements(subject))


def _statements(subject: Subject) -> Iterator[Statement]:
    required = subject.content.minimum_qualifications
    for kind in ("general_experience", "special_experience"):
        found = getattr(required, kind)
        if found is not None:
            yield from _statement(subject, kind, f"/minimum_qualifications/{kind}", found)
    for kind in ("substitutions", "other"):
        for number, one in enumerate(getattr(required, kind)):
            yield from _statement(subject, kind, f"/minimum_qualifications/{kind}/{number}", one)


def _statement(subject: Subject, kind: str, pointer: str, found: Any) -> Iterator[Statement]:
    value = subject.value(f"{pointer}/text")
    if value is not None and found.expression is not None:
        yield Statement(kind, value, found.expression, found.understood == "whole")


def nodes(expression: Expression) -> Iterator[Expression]:
    """A tree's nodes from the root on, those of substitutions' offers left out."""
    yield expression
    if isinstance(expression, AllOf | AnyOf):
        for item in expression.items:
            yield from nodes(item)


def years(amount: str | None, unit: str | None) -> Decimal | None:
    """An amount of time in years; None where it is none."""
    return Decimal(amount) / _A_YEAR[unit] if amount is not None and unit in _A_YEAR else None


def least_years(expression: Expression) -> Decimal | None:
    """How many years of experience a requirement asks for at least; None where that cannot be told."""
    if isinstance(expression, Experience | Service):
        return None if expression.of is not None else years(expression.amount, expression.unit)
    if isinstance(expression, AnyOf):
        found = [least_years(item) for item in expression.items]
        return None if None in found else min(one for one in found if one is not None)
    if isinstance(expression, AllOf):
        asked = [one for one in map(least_years, expression.items) if one is not None]
        return max(asked) if asked else None
    return None


def most_years(expression: Expression) -> Decimal | None:
    """How many years a requirement asks for at most, whichever alternative is taken; None where that cannot be told.

    Of a range, "one (1) to three (3) years", that is the upper end: nobody is told of a fault that may be none.
    """
    if isinstance(expression, Experience | Service) and expression.of is None:
        return years(expression.maximum or expression.amount, expression.unit)
    if isinstance(expression, AnyOf):
        found = [most_years(item) for item in expression.items]
        return None if None in found else max(one for one in found if one is not None)
    if isinstance(expression, AllOf):
        asked = [one for one in map(most_years, expression.items) if one is not None]
        return sum(asked, Decimal(0)) if asked else None
    return least_years(expression)


def substitutions(subject: Subject) -> Iterator[tuple[Statement, Substitution]]:
    """The substitutions that were understood."""
    for statement in statements(subject):
        for node in nodes(statement.expression):
            if isinstance(node, Substitution):
                yield statement, node


def required_years(subject: Subject, kind: str) -> Decimal | None:
    """The years that a section asks for at most."""
    asked = [most_years(one.expression) for one in statements(subject) if one.kind == kind and one.whole]
    return asked[0] if asked else None
