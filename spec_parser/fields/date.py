"""Read a date into ISO 8601."""

from datetime import date
from typing import NamedTuple

from spec_parser.fields.parsing import FieldParser, stretch_of
from spec_parser.fields.reading import Part, Problem, Reading, Stretch
from spec_parser.lalr import Token
from spec_parser.profiles.profile import Profile

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class _Date(NamedTuple):
    year: int
    month: int
    day: int
    stretch: Stretch
    mended: str | None = None


class _Builder:
    """Makes a _Date of what grammars/date.lark finds; whether the calendar has it is not asked here."""

    def numeric(self, children: list[Token]) -> _Date:
        month, _, day, _, year, *_ = children
        return _Date(int(year), int(month), int(day), (stretch_of(month)[0], stretch_of(year)[1]))

    def written(self, children: list[Token]) -> _Date:
        month, day, *marks, year = (token for token in children if token.type != "STOP")
        number = _MONTHS.index(month[:3].lower()) + 1
        mended = f"{month} {day}, {year}" if marks and marks[0] == "." else None
        return _Date(int(year), number, int(day), (stretch_of(month)[0], stretch_of(year)[1]), mended)


class DateReader:
    """Reads dates such as `11/07/2024` and `April 29, 2021`."""

    def __init__(self, profile: Profile) -> None:
        self._parser: FieldParser[_Date] = FieldParser("date", profile.grammar_terminals("date"), _Builder())

    def read(self, text: str) -> Reading[str | None]:
        """Read a date into ISO 8601; None with the problem `date-unread`, or `date-impossible` for 2/30/2024."""
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return Reading(None, (), (found,))
        try:
            iso = date(found.year, found.month, found.day).isoformat()
        except ValueError:
            printed = text[slice(*found.stretch)]
            message = f'The calendar has no day "{printed}": find out which day is meant and mend the date.'
            return Reading(None, (), (Problem("date-impossible", message, found.stretch),))
        problems: tuple[Problem, ...] = ()
        if found.mended is not None:
            message = f'A stop stands for the comma; read as "{found.mended}".'
            problems = (Problem("date-mended", message, found.stretch, found.mended),)
        return Reading(iso, (Part("", iso, (found.stretch,)),), problems)
