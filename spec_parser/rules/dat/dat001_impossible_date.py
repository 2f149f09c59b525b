"""DAT001: a date that the calendar does not have."""

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

RULE = Rule(
    code="DAT001",
    name="impossible-date",
    severity="error",
    summary="A date is written that the calendar does not have.",
    details=(
        "Dates in any section, as figures (`2/30/2023`) or with the name of the month (`February 30, 2023`). Where"
        " day and month are changed about, `25/12/2023`, the mend puts them right."
    ),
    reason=(
        "From the effective date on the specification is in force; of a date that does not exist nobody can say"
        " whether it has come."
    ),
    example="EFFECTIVE DATE 09/31/2023",
    mended="EFFECTIVE DATE 09/08/2023",
    fix="unsafe",
    supersedes=("date-impossible",),
)
_FIGURES = re.compile(r"(?<![\d/.-])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})(?![\d/])")
_YEAR = re.compile(r"\d{4}")
_MONTHS = [month_name[number][:3] for number in range(1, 13)]
_WORDS = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.? ?(?P<day>\d{{1,2}})[.,]? ?(?P<year>\d{{4}})(?!\d)"
)


def check(subject: Subject) -> Iterator[Problem]:
    """Dates in the text of any section that are none."""
    for passage in subject.numeric:
        value = passage.value
        if _YEAR.search(value.text) is None:
            continue
        for found in _FIGURES.finditer(value.text):
            yield from _judged(value, found, int(found["month"]))
        for found in _WORDS.finditer(value.text):
            yield from _judged(value, found, _MONTHS.index(found["month"]) + 1)


def _judged(value: Value, found: re.Match[str], month: int) -> Iterator[Problem]:
    day, year = int(found["day"]), int(found["year"])
    if not MINYEAR <= year <= MAXYEAR:
        told = f"there is no year {found['year']}."
    elif not 1 <= month <= 12:
        told = f"there is no month {month}."
    elif not 1 <= day <= monthrange(year, month)[1]:
        told = f"{month_name[month]} {year} has {monthrange(year, month)[1]} days."
    else:
        return
    is_turned = month > 12 and 1 <= day <= 12 and month <= monthrange(year, day)[1]
    mend = f"{found['day']}/{found['month']}/{year}" if is_turned else None
    yield value.problem(f"“{found[0]}”: {told}", *found.span(), mend=mend)
