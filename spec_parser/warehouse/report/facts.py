"""What the report of a warehouse tells, asked of its views."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

import msgspec

from spec_parser.warehouse.targets.sql import SqlTarget

_MOST_LADDERS: Final = 12
_MOST_DUTIES: Final = 25

_COUNTS: Final = """SELECT (SELECT count(*) FROM current_class),
  (SELECT count(*) FROM class_revision WHERE recorded_to IS NULL),
  (SELECT count(*) FROM current_class WHERE yearly_max IS NOT NULL),
  (SELECT count(*) FROM current_class c JOIN duty d ON d.reading_id = c.reading_id),
  (SELECT coalesce(sum(findings), 0) FROM finding_summary)"""
_UNITS: Final = """SELECT bargaining_unit, bargaining_unit_code, count(*), min(yearly_min), max(yearly_max)
FROM current_class WHERE yearly_max IS NOT NULL GROUP BY bargaining_unit, bargaining_unit_code"""
_RUNGS: Final = """SELECT series, qualifiers, level, yearly_min, yearly_max, step_min
FROM ladder WHERE yearly_max IS NOT NULL ORDER BY jurisdiction, series, qualifiers, level, class_key"""
_YEARS_REQUIRED: Final = """SELECT occupational_group, occupational_group_code, count(*), min(general_years),
  avg(general_years), max(general_years)
FROM qualification_summary WHERE general_years IS NOT NULL GROUP BY occupational_group, occupational_group_code"""
_REVISIONS: Final = "SELECT valid_from FROM class_revision WHERE recorded_to IS NULL AND valid_from IS NOT NULL"
_DUTIES: Final = """SELECT d.text, count(DISTINCT c.class_key) AS classes
FROM current_class c JOIN duty d ON d.reading_id = c.reading_id
GROUP BY d.text HAVING count(DISTINCT c.class_key) > 1"""


class Counts(NamedTuple):
    """How much there is: classes, revisions, current classes with pay, duties and findings of current classes."""

    classes: int
    revisions: int
    paid: int
    duties: int
    findings: int


class UnitPay(NamedTuple):
    """Yearly pay of the current classes of a bargaining unit."""

    unit: str
    classes: int
    lowest: Decimal
    highest: Decimal


class Rung(NamedTuple):
    """A class on a level of its ladder; the step is what its lower end has more than the level below, in percent."""

    level: int
    lowest: Decimal
    highest: Decimal
    step: Decimal | None


class YearsRequired(NamedTuple):
    """Years of general experience that the current classes of an occupational group require."""

    group: str
    classes: int
    least: Decimal
    average: Decimal
    most: Decimal


class Reused(NamedTuple):
    """A duty that several classes have."""

    text: str
    classes: int


class Facts(NamedTuple):
    """What the page tells.

    Attributes:
        counts: how much there is.
        pay: by bargaining unit, the best paid first.
        ladders: of several levels, by their series; those of the most levels.
        required: years by occupational group, the most first.
        years: revisions by the year from which they stand.
        duties: that most classes have.
        nearly: whether duties count as one that differ a little.
    """

    counts: Counts
    pay: tuple[UnitPay, ...]
    ladders: tuple[tuple[str, tuple[Rung, ...]], ...]
    required: tuple[YearsRequired, ...]
    years: dict[int, int]
    duties: tuple[Reused, ...]
    nearly: bool


def facts(target: SqlTarget, groups: Sequence[Reused] | None = None) -> Facts:
    """Ask a warehouse that has the views.

    Args:
        target: the warehouse.
        groups: of duties that are nearly the same, where they are known; else those count that are so to the letter.
    """
    ((*counts,),) = target.ask(_COUNTS)
    found = [Reused(*row) for row in target.ask(_DUTIES)] if groups is None else groups
    units = [
        UnitPay(_named(name, code, "No bargaining unit"), *_numbers(rest)) for name, code, *rest in target.ask(_UNITS)
    ]
    required = [
        YearsRequired(_named(name, code, "No group"), *_numbers(rest))
        for name, code, *rest in target.ask(_YEARS_REQUIRED)
    ]
    years: dict[int, int] = {}
    for (day,) in target.ask(_REVISIONS):
        year = int(str(day)[:4])
        years[year] = years.get(year, 0) + 1
    return Facts(
        Counts(*map(int, counts)),
        tuple(sorted(units, key=lambda one: (-one.highest, one.unit))),
        _ladders(target.ask(_RUNGS)),
        tuple(sorted(required, key=lambda one: (-one.average, one.group))),
        years,
        tuple(sorted(found, key=lambda one: (-one.classes, one.text))[:_MOST_DUTIES]),
        groups is not None,
    )


def _ladders(rows: Sequence[Sequence[Any]]) -> tuple[tuple[str, tuple[Rung, ...]], ...]:
    ladders: dict[tuple[str, ...], list[Rung]] = {}
    for series, qualifiers, level, lowest, highest, step in rows:
        low, high = _decimal(lowest), _decimal(highest)
        below = None if step is None else low - _decimal(step)
        percent = None if not below else 100 * (low - below) / below
        key = (series, *msgspec.json.decode(qualifiers, type=list[str]))
        ladders.setdefault(key, []).append(Rung(level, low, high, percent))
    levels = {key: len({rung.level for rung in rungs}) for key, rungs in ladders.items()}
    several = sorted((key for key in ladders if levels[key] > 1), key=lambda key: (-levels[key], key))
    return tuple((_ladder(*key), tuple(ladders[key])) for key in several[:_MOST_LADDERS])


def _ladder(series: str, *qualifiers: str) -> str:
    return f"{series} ({', '.join(qualifiers)})" if qualifiers else series


def _named(name: str | None, code: str | None, otherwise: str) -> str:
    return name or (otherwise if code is None else f"Code {code}")


def _numbers(values: Sequence[Any]) -> tuple[Any, ...]:
    """A count and what was counted."""
    return (values[0], *(_decimal(value) for value in values[1:]))


def _decimal(value: Any) -> Decimal:
    """A number: SQLite gives amounts as floats, of which the shortest text is what was written."""
    return Decimal(str(value))
