"""LAD002: pay falls as the level rises."""

from collections.abc import Iterator

from spec_parser.model import Pay, SalaryGroup
from spec_parser.rules.archive import KnownClass
from spec_parser.rules.lad.rungs import neighbours
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="LAD002",
    name="pay-falls",
    severity="warning",
    summary="The pay is below that of a lower level of the series, or above that of a higher one.",
    details=(
        "The salary group against those of the nearest levels in the archive, where both are of one pay plan; else the"
        " highest pay of the same period, yearly first. Pay that was seen at another time is not compared where the"
        " salary groups tell already; placeholders and pay that was not read are left alone. Only with `--archive`."
    ),
    reason=(
        "Who is promoted within a series is paid more. A level that is paid less is a wrong title, a wrong salary group"
        " or a pay line from another specification."
    ),
    example="AR2 59",
    mended="AR2 64",
    archive=True,
)
_PERIODS = ("yearly", "biweekly", "hourly")


def check(subject: Subject) -> Iterator[Problem]:
    """Pay on the wrong side of that of a neighbour."""
    content = subject.content
    for other, above in neighbours(subject):
        grades = _grades(content.salary_group, other.record.salary_group)
        if grades is not None:
            if grades[0] != grades[1] and (grades[0] > grades[1]) == above:
                yield from _problem(subject, "/salary_group/text", other, f"is in {_group(other)}")
        elif (found := _highest(content.pay, other.record.pay)) is not None:
            period, own, its = found
            if own != its and (own > its) == above:
                yield from _problem(subject, f"/pay/{period}/max", other, f"pays up to {its:,.2f} {period}")


def _problem(subject: Subject, pointer: str, other: KnownClass, what: str) -> Iterator[Problem]:
    printed = subject.printed(pointer)
    if printed is not None:
        which = "higher" if (other.level or 0) > (subject.content.job_class.level or 0) else "lower"
        yield printed.problem(f"“{printed.text}”: {other.title}, a {which} level, {what}; check title and pay.")


def _group(other: KnownClass) -> str:
    return "another salary group" if other.record.salary_group is None else other.record.salary_group.text


def _grades(own: SalaryGroup | None, its: SalaryGroup | None) -> tuple[int, int] | None:
    """The grades of two salary groups of one plan; None where they cannot be compared."""
    if own is None or its is None or own.plan is None or own.plan != its.plan:
        return None
    if not (own.grade or "").isdecimal() or not (its.grade or "").isdecimal():
        return None
    return int(own.grade or 0), int(its.grade or 0)


def _highest(own: Pay | None, its: Pay | None) -> tuple[str, float, float] | None:
    """The highest pay of both for the first period that both have."""
    if own is None or its is None or "variable" in (own.kind, its.kind):
        return None
    for period in _PERIODS:
        first, second = getattr(own, period), getattr(its, period)
        if first is not None and second is not None and first.max is not None and second.max is not None:
            return period, float(first.max), float(second.max)
    return None
