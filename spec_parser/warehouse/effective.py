"""Effective time: from which day to which each revision of a class, and each pay, holds. Pure, one class at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from msgspec.structs import astuple, replace

from spec_parser.warehouse import tables
from spec_parser.warehouse.rows import ROWS, Row
from spec_parser.warehouse.values import identity

_RECORD_TIME: Final = frozenset({"recorded_from", "recorded_to", "row_id"})
_REVISION: Final = tuple(place for place, name in enumerate(tables.CLASS_REVISION.names) if name not in _RECORD_TIME)
_KIND: Final = tables.PAY_OBSERVATION.names.index("kind")
_TEXT: Final = tables.PAY_OBSERVATION.names.index("text")


def standing(revisions: Iterable[Row]) -> tuple[Row, ...]:
    """The revisions of one class, each with the days on which it stands, in that order; those without a date last.

    A revision stands from its date until the next one does. One without a date stands on no day, and is the current
    one only where the class has no other.
    """
    rows = sorted(revisions, key=lambda row: (row.valid_from is None, row.valid_from or "", row.revision_key))
    following = (*(row.valid_from for row in rows[1:]), None)
    alone = len(rows) == 1
    return tuple(
        _settled(row, until, is_current=until is None and (row.valid_from is not None or alone))
        for row, until in zip(rows, following, strict=False)
    )


def _settled(row: Row, until: str | None, *, is_current: bool) -> Row:
    row = replace(row, valid_to=until, is_current=is_current, recorded_from="", recorded_to=None)
    values = astuple(row)
    return replace(row, row_id=identity(*(values[place] for place in _REVISION)))


def pay_ranges(observations: Iterable[Row], revisions: Sequence[Row]) -> tuple[Row, ...]:
    """The pay of one class over time.

    Args:
        observations: of its pay, by any file of any of its revisions.
        revisions: of the class, as `standing` gives them.
    """
    known = {row.revision_key: row for row in revisions}
    dated = sorted(found for found in (_dated(one, known) for one in observations) if found is not None)
    periods = tuple(_periods(dated))
    following = (*(period.day for period in periods[1:]), None)
    return tuple(_range(period, until) for period, until in zip(periods, following, strict=False))


class _Dated(NamedTuple):
    """An observation with what sorts it: by its day, then the best of that day first."""

    day: str
    rank: tuple[bool, bool, bool, str, int]
    row: Row


class _Period(NamedTuple):
    """Pay from the day of its first observation on, and the last day on which the same pay was seen."""

    day: str
    row: Row
    last: str


def _dated(one: Row, revisions: Mapping[str, Row]) -> _Dated | None:
    revision = revisions.get(one.revision_key)
    day = one.observed_on or (None if revision is None else revision.valid_from)
    if revision is None or day is None:
        return None
    other = one.sha256 != revision.sha256
    return _Dated(day, (one.observed_on is None, one.kind is None, other, one.revision_key, one.row_id), one)


def _periods(dated: Iterable[_Dated]) -> Iterator[_Period]:
    current: _Period | None = None
    for day, of_day in groupby(dated, key=lambda one: one.day):
        row = next(of_day).row
        if current is not None and _paid(row) == _paid(current.row):
            current = current._replace(last=day)
            continue
        if current is not None:
            yield current
        current = _Period(day, row, day)
    if current is not None:
        yield current


def _paid(one: Row) -> tuple[Any, ...]:
    return astuple(one)[_KIND:_TEXT]


def _range(period: _Period, until: str | None) -> Row:
    row = period.row
    seen = (period.last, row.observed_on is not None, row.revision_key)
    paid = astuple(row)[_KIND : _TEXT + 1]
    values = (row.class_key, period.day, until, until is None, *seen, *paid)
    return ROWS["pay_range"](*values, "", None, identity(*values))
