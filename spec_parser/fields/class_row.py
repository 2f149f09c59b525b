"""Read a row of the older site's table of classes: the class's code, pay plan, title and effective date."""

from collections.abc import Callable
from typing import Any, NamedTuple

from msgspec import Struct

from spec_parser.fields.nested import moved
from spec_parser.fields.parsing import FieldParser, stretch_of
from spec_parser.fields.reading import Part, Problem, Reading, Stretch
from spec_parser.lalr import Token
from spec_parser.model import Identity, SalaryGroup
from spec_parser.profiles.profile import Profile

_NOBODY = Identity(code=None, title=None, series=None, level=None, qualifiers=())


class ClassRow(Struct, frozen=True):
    """A row as it was read. The names of its parts are those of the record.

    Attributes:
        cells: the texts of its columns, in order; none where the row could not be read.
        job_class: code and title; all null in the table's head.
        salary_group: the pay plan.
        effective_date: in ISO 8601.
    """

    cells: tuple[str, ...] = ()
    job_class: Identity = _NOBODY
    salary_group: SalaryGroup | None = None
    effective_date: str | None = None


class _Row(NamedTuple):
    code: Token
    group: Token | None
    title: Stretch | None
    date: Token | None


class _Builder:
    """Makes a _Row of a class, and a list of columns of the head, of what grammars/class_row.lark finds."""

    def title(self, children: list[Token]) -> Stretch:
        return stretch_of(children[0])[0], stretch_of(children[-1])[1]

    def row(self, children: list[Any]) -> _Row:
        return _Row(*children)

    def untitled(self, children: list[Token]) -> _Row:
        code, group, date = children
        return _Row(code, group, None, date)

    def head(self, children: list[Token]) -> list[Stretch]:
        return [stretch_of(column) for column in children]


class ClassRowReader:
    """Reads rows of the table; title, pay plan and date in them are read by the readers given."""

    def __init__(
        self,
        profile: Profile,
        read_title: Callable[[str], Reading[Identity]],
        read_salary_group: Callable[[str], Reading[SalaryGroup]],
        read_date: Callable[[str], Reading[str | None]],
    ) -> None:
        self._parser: FieldParser[_Row | list[Stretch]] = FieldParser(
            "class_row", profile.grammar_terminals("class_row"), _Builder()
        )
        self._read_title = read_title
        self._read_salary_group = read_salary_group
        self._read_date = read_date

    def read(self, text: str) -> Reading[ClassRow]:
        """Read a row such as `6976 CL - 14 SAMPLE CLERK 1 May 26, 2009`, or the head above it.

        A row that cannot be read has no cells, and the problem `class-row-unread`.
        """
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return Reading(ClassRow(), (), (found,))
        if not isinstance(found, _Row):
            cells = cell_parts(text, found)
            return Reading(ClassRow(tuple(str(cell.value) for cell in cells)), cells, ())
        return self._row(text, found)

    def _row(self, text: str, found: _Row) -> Reading[ClassRow]:
        columns = (
            _column(found.code),
            _column(found.group),
            found.title,
            _column(found.date),
        )
        cells = cell_parts(text, [stretch for stretch in columns if stretch is not None])
        title = self._title(text, found)
        group: Reading[SalaryGroup | None] = Reading(None, (), ())
        if found.group is not None:
            group = nested_field(text, stretch_of(found.group), self._read_salary_group, "/salary_group")
        date: Reading[str | None] = Reading(None, (), ())
        if found.date is not None:
            date = moved(self._read_date(str(found.date)), "/effective_date", stretch_of(found.date)[0])
        value = ClassRow(
            cells=tuple(str(cell.value) for cell in cells),
            job_class=Identity(
                code=str(found.code),
                title=title.value.title,
                series=title.value.series,
                level=title.value.level,
                qualifiers=title.value.qualifiers,
            ),
            salary_group=group.value,
            effective_date=date.value,
        )
        code = Part("/job_class/code", str(found.code), (stretch_of(found.code),))
        named = (part for part in title.parts if part.pointer != code.pointer)  # the row's own code counts
        return Reading(
            value,
            (*cells, code, *named, *group.parts, *date.parts),
            (*title.problems, *group.problems, *date.problems),
        )

    def _title(self, text: str, found: _Row) -> Reading[Identity]:
        if found.title is None:
            return Reading(_NOBODY, (), (self._parser.problem("The row has no title.", (0, len(text))),))
        start, end = found.title
        return moved(self._read_title(text[start:end]), "/job_class", start)


def _column(token: Token | None) -> Stretch | None:
    return None if token is None else stretch_of(token)


def cell_parts(text: str, stretches: list[Stretch]) -> tuple[Part, ...]:
    """The cells of a row as parts."""
    return tuple(Part(f"/cells/{number}", text[slice(*one)], (one,)) for number, one in enumerate(stretches))


def nested_field(text: str, stretch: Stretch, read: Callable[[str], Reading[Any]], pointer: str) -> Reading[Any]:
    """A field that has a `text` of its own, read from a cell of a row."""
    printed = text[slice(*stretch)]
    reading = moved(read(printed), pointer, stretch[0])
    return Reading(reading.value, (Part(f"{pointer}/text", printed, (stretch,)), *reading.parts), reading.problems)
