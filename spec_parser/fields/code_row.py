"""Read the older site's row of codes: number of the decision, occupational group, bargaining unit, EEO category."""

from collections.abc import Callable
from typing import Any, NamedTuple

from msgspec import Struct

from spec_parser.fields.class_row import cell_parts, nested_field
from spec_parser.fields.parsing import FieldParser, stretch_of
from spec_parser.fields.reading import Part, Problem, Reading, Stretch
from spec_parser.lalr import Token
from spec_parser.model import BargainingUnit, CodedField
from spec_parser.profiles.profile import Profile


class CodeRow(Struct, frozen=True):
    """A row as it was read.

    Attributes:
        cells: the texts of its columns, in order; none where the row could not be read.
        kind: in the head, what kind of decision the number is of: Final.
        number: number of the decision.
        occupational_group: the occupational group.
        bargaining_unit: the bargaining unit.
        eeo_category: the EEO category.
    """

    cells: tuple[str, ...] = ()
    kind: str | None = None
    number: str | None = None
    occupational_group: CodedField | None = None
    bargaining_unit: BargainingUnit | None = None
    eeo_category: CodedField | None = None


class _Row(NamedTuple):
    numbers: list[Token]
    codes: list[Stretch]


class _Head(NamedTuple):
    columns: list[Stretch]
    kind: Token


class _Builder:
    """Makes a _Row or a _Head of what grammars/code_row.lark finds."""

    def named(self, children: list[Token]) -> Stretch:
        return stretch_of(children[0])[0], stretch_of(children[-1])[1]

    def row(self, children: list[Any]) -> _Row:
        codes = [child if isinstance(child, tuple) else stretch_of(child) for child in children[-3:]]
        return _Row(children[:-3], codes)

    def head(self, children: list[Token]) -> _Head:
        columns: list[Stretch] = []
        for token in children:
            start, end = stretch_of(token)
            if token.type == "SIGN":  # "Final#" is one column
                columns[-1] = (columns[-1][0], end)
            else:
                columns.append((start, end))
        return _Head(columns, children[1])


class CodeReaders(NamedTuple):
    """What reads the codes: each field with its name, and the bare codes."""

    occupational_group: Callable[[str], Reading[CodedField]]
    bargaining_unit: Callable[[str], Reading[BargainingUnit]]
    eeo_category: Callable[[str], Reading[CodedField]]


class CodeRowReader:
    """Reads rows of codes. `named` reads codes with their names, `bare` those without."""

    def __init__(self, profile: Profile, named: CodeReaders, bare: CodeReaders) -> None:
        self._parser: FieldParser[_Row | _Head] = FieldParser(
            "code_row", profile.grammar_terminals("code_row"), _Builder()
        )
        self._named = named
        self._bare = bare

    def read(self, text: str) -> Reading[CodeRow]:
        """Read a row such as `12 09-031 15 16 2`, or the head above it.

        A row that cannot be read has no cells, and the problem `code-row-unread`.
        """
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return Reading(CodeRow(), (), (found,))
        if isinstance(found, _Head):
            cells = cell_parts(text, found.columns)
            kind = Part("/kind", str(found.kind), (stretch_of(found.kind),))
            return Reading(CodeRow(tuple(str(cell.value) for cell in cells), str(found.kind)), (*cells, kind), ())
        return self._row(text, found)

    def _row(self, text: str, found: _Row) -> Reading[CodeRow]:
        cells = cell_parts(text, [*(stretch_of(token) for token in found.numbers), *found.codes])
        final = next((token for token in found.numbers if token.type == "FINAL_NUMBER"), None)
        number = () if final is None else (Part("/number", str(final), (stretch_of(final),)),)
        group, unit, eeo = (
            nested_field(text, stretch, read, f"/{name}")
            for stretch, name, read in zip(found.codes, CodeReaders._fields, self._readers(text, found), strict=True)
        )
        value = CodeRow(
            cells=tuple(str(cell.value) for cell in cells),
            number=None if final is None else str(final),
            occupational_group=group.value,
            bargaining_unit=unit.value,
            eeo_category=eeo.value,
        )
        return Reading(
            value,
            (*cells, *number, *group.parts, *unit.parts, *eeo.parts),
            (*group.problems, *unit.problems, *eeo.problems),
        )

    def _readers(self, text: str, found: _Row) -> CodeReaders:
        return self._named if text[found.codes[0][0]] == "(" else self._bare
