"""The dates of a record, each with its name and what stands on the page for it."""

from datetime import date, timedelta
from typing import NamedTuple

from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

EFFECTIVE = "/effective_date"
REVISED = "/footer/revised"
ESTABLISHED = "/footer/established"
REPLACED = "/cancellation/approved_effective"


class Dated(NamedTuple):
    """A date of the record.

    Attributes:
        day: the date.
        printed: what stands for it.
    """

    day: date
    printed: Value


def dated(subject: Subject, pointer: str) -> Dated | None:
    """The date at a pointer; None if it is absent or could not be read."""
    found, printed = subject.at(pointer), subject.printed(pointer)
    if not isinstance(found, str) or printed is None:
        return None
    return Dated(date.fromisoformat(found), printed)


def is_too_far(subject: Subject, day: date) -> bool:
    """Whether a day lies farther ahead than a specification is prepared."""
    ahead = int(subject.profile.conventions.days_ahead)
    return bool(ahead) and day > subject.today + timedelta(days=ahead)
