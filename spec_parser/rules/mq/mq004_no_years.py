"""MQ004: experience is required without saying how much."""

from collections.abc import Iterator

from spec_parser.model.expression import AllOf, Experience
from spec_parser.rules.mq.statements import statements
from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="MQ004",
    name="no-years",
    severity="info",
    summary="The General or Special Experience asks for experience without an amount.",
    details=(
        "Only where the whole statement was understood, and no other experience with an amount stands beside it."
        " “Any experience and training which provide …” asks for none on purpose and is left alone."
    ),
    reason="An examiner who rates applications needs a number; nearly every specification gives one.",
    example="Experience in the upkeep of lighthouses",
    mended="Nine (9) years of experience in the upkeep of lighthouses",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Required experience that has no amount."""
    for statement in statements(subject):
        if statement.kind not in ("general_experience", "special_experience") or not statement.whole:
            continue
        tree = statement.expression
        found = [one for one in (tree.items if isinstance(tree, AllOf) else (tree,)) if isinstance(one, Experience)]
        if found and all(one.amount is None for one in found):
            text, start, end = statement.words(found[0])
            yield statement.value.problem(
                f"{quoted(text)}: says no amount; write how many years are required.", start, end
            )
