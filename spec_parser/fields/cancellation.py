"""Read the cancellation clause: the specification that this one replaces, and why."""

from collections.abc import Callable

from spec_parser.fields.clause import Clause, builder
from spec_parser.fields.nested import moved
from spec_parser.fields.parsing import FieldParser, stretch_of, trimmed
from spec_parser.fields.reading import Part, Problem, Reading
from spec_parser.fields.sentences import sentences
from spec_parser.model import Cancellation, Reference, SalaryGroup
from spec_parser.profiles.profile import Profile

_STOPS = ".,;:"


class CancellationReader:
    """Reads cancellation clauses; salary group and date in them are read by the readers given."""

    def __init__(
        self,
        profile: Profile,
        read_salary_group: Callable[[str], Reading[SalaryGroup]],
        read_date: Callable[[str], Reading[str | None]],
    ) -> None:
        self._parser: FieldParser[Clause] = FieldParser(
            "cancellation", profile.grammar_terminals("cancellation"), builder()
        )
        self._read_salary_group = read_salary_group
        self._read_date = read_date

    def read(self, text: str) -> Reading[Cancellation]:
        """Read a clause. What of it cannot be read is null and has a problem; the rest is read all the same."""
        clause = self._parser.parse(text)
        if isinstance(clause, Problem):
            return Reading(_unread(text), (), (clause,))
        group = self._salary_group(text, clause)
        date = self._date(clause)
        reference = _reference(clause)
        reasons = _reasons(text, clause)
        parts = [*_head(text, clause), *group.parts, *date.parts, *reasons, *reference.parts]
        values = {part.pointer: part.value for part in parts}
        title, retitled = values.get("/title"), values.get("/retitled")
        value = Cancellation(
            text=text,
            kind=clause.kind,
            title=None if title is None else str(title),
            retitled=None if retitled is None else bool(retitled),
            salary_group=group.value,
            approved_effective=date.value,
            reasons=tuple(str(part.value) for part in reasons),
            reference=reference.value,
        )
        problems = (*self._untitled(clause), *group.problems, *date.problems, *self._remainder(text, clause))
        return Reading(value, tuple(parts), problems)

    def _salary_group(self, text: str, clause: Clause) -> Reading[SalaryGroup | None]:
        piece = clause.piece("salary_group")
        stretch = (0, 0) if piece is None else trimmed(text, *piece.stretch, _STOPS)
        if stretch[0] >= stretch[1]:
            return Reading(None, (), ())
        printed = text[slice(*stretch)]
        reading = moved(self._read_salary_group(printed), "/salary_group", stretch[0])
        parts = (Part("/salary_group/text", printed, (stretch,)), *reading.parts)
        return Reading(reading.value, parts, reading.problems)

    def _date(self, clause: Clause) -> Reading[str | None]:
        token = clause.token("DATE")
        if token is not None:
            return moved(self._read_date(str(token)), "/approved_effective", stretch_of(token)[0])
        label = clause.token("APPROVED")
        if label is None:
            return Reading(None, (), ())
        message = f'"{label}" has no date after it, such as "April 29, 2021".'
        return Reading(None, (), (Problem("date-unread", message, stretch_of(label)),))

    def _untitled(self, clause: Clause) -> tuple[Problem, ...]:
        label = clause.token("SPECIFICATION")
        if label is None or clause.piece("title") is not None:
            return ()
        return (self._parser.problem("The class that is replaced is not named.", stretch_of(label)),)

    def _remainder(self, text: str, clause: Clause) -> tuple[Problem, ...]:
        stretch = clause.remainder()
        if stretch is None or (clause.token("APPROVED") is not None and clause.token("DATE") is None):
            return ()  # the missing date says it already
        if clause.piece("unclosed") is not None:
            return (self._parser.problem("A parenthesis is opened and never closed.", stretch),)
        return (self._parser.problem(f'"{text[slice(*stretch)]}" is no known part of the clause.', stretch),)


def _head(text: str, clause: Clause) -> list[Part]:
    """Kind, title and whether the title is replaced too."""
    opening = clause.token("OPENING") or clause.token("NEW")
    parts = [] if opening is None else [Part("/kind", clause.kind, (stretch_of(opening),))]
    specification, also = clause.token("SPECIFICATION"), clause.token("TITLE_AND")
    if specification is not None:
        sources = [token for token in (also, specification) if token is not None]
        parts.append(Part("/retitled", also is not None, tuple(stretch_of(token) for token in sources)))
    title = clause.piece("title")
    if title is not None:
        # A stop at the end of the title is the title's own ("Asst.") only where the sentence goes on.
        goes_on = clause.piece("salary_group") is not None or clause.token("APPROVED") is not None
        start, end = trimmed(text, *title.stretch, ",;:" if goes_on else _STOPS)
        parts += [Part("/title", text[start:end], ((start, end),))] if start < end else []
    return parts


def _reasons(text: str, clause: Clause) -> list[Part]:
    found = [sentence for piece in clause.pieces("reasons") for sentence in sentences(text, piece.stretch)]
    return [Part(f"/reasons/{number}", text[slice(*one)], (one,)) for number, one in enumerate(found)]


def _reference(clause: Clause) -> Reading[Reference | None]:
    piece = clause.piece("reference")
    if piece is None:
        return Reading(None, (), ())
    kind, _, number = piece.tokens
    value = Reference(kind=kind.capitalize(), number=str(number))
    parts = (
        Part("/reference/kind", value.kind, (stretch_of(kind),)),
        Part("/reference/number", value.number, (stretch_of(number),)),
    )
    return Reading(value, parts, ())


def _unread(text: str) -> Cancellation:
    return Cancellation(
        text=text,
        kind=None,
        title=None,
        retitled=None,
        salary_group=None,
        approved_effective=None,
        reasons=(),
        reference=None,
    )
