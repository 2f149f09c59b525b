"""LAD003: the years of experience that are asked for fall as the level rises."""

from collections.abc import Iterator
from decimal import Decimal

from spec_parser.model import MinimumQualifications
from spec_parser.rules.lad.rungs import neighbours
from spec_parser.rules.mq.statements import least_years
from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="LAD003",
    name="years-fall",
    severity="warning",
    summary="The General Experience is shorter than on a lower level, or longer than on a higher one.",
    details=(
        "The least years that the General Experience asks for, against those of the nearest levels of the series in the"
        " archive; only where both were understood in whole. As many years are left alone. Only with `--archive`."
    ),
    reason=(
        "A higher level asks for the experience of the lower one and more. Where it asks for less, applicants qualify"
        " for the promotion before they qualify for the job."
    ),
    example="Three (3) years of experience in the upkeep of lighthouses",
    mended="Nine (9) years of experience in the upkeep of lighthouses",
    archive=True,
)
_POINTER = "/minimum_qualifications/general_experience/text"


def check(subject: Subject) -> Iterator[Problem]:
    """The General Experience on the wrong side of that of a neighbour."""
    own = _years(subject.content.minimum_qualifications)
    text = subject.value(_POINTER)
    if own is None or text is None:
        return
    for other, above in neighbours(subject):
        its = _years(other.record.minimum_qualifications)
        if its is not None and own != its and (own > its) == above:
            yield text.problem(
                f"{quoted(text.text)}: {own.normalize():f} years, but {other.title}, a {'higher' if above else 'lower'}"
                f" level, asks for {its.normalize():f}."
            )


def _years(required: MinimumQualifications) -> Decimal | None:
    general = required.general_experience
    if general is None or general.expression is None or general.understood != "whole":
        return None
    return least_years(general.expression)
