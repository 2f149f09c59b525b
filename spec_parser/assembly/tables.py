"""The older site's tables: the classes that share a page, one a row, and the row of codes that holds for them all."""

from typing import NamedTuple

from msgspec.structs import replace

from spec_parser.assembly.trace import Trace
from spec_parser.document import Excerpt, Stretch, excerpt
from spec_parser.fields.class_row import ClassRow
from spec_parser.fields.code_row import CodeRow
from spec_parser.fields.readers import FieldReaders
from spec_parser.fields.reading import Part, Reading
from spec_parser.structure import LogicalLine, Section


class ClassPlace(NamedTuple):
    """A class of the table: its row, what was read from it, and the designation that stands above its table."""

    row: Excerpt
    reading: Reading[ClassRow]
    designation: Excerpt | None


class Codes(NamedTuple):
    """The row of codes, and the head above it that tells what kind of number it has."""

    row: Excerpt
    reading: Reading[CodeRow]
    head: Excerpt | None
    head_reading: Reading[CodeRow] | None


def rows(pointer: str, lines: list[LogicalLine], readers: FieldReaders, trace: Trace) -> tuple[tuple[str, ...], ...]:
    """The cells of a table that the profile knows. A row that could not be read has a cell for each stretch of it."""
    found: list[tuple[str, ...]] = []
    places: list[Stretch] = []
    for index, line in enumerate(lines):
        at = f"{pointer}/rows/{index}"
        whole = line.excerpt()
        reading = _read(line, readers)
        cells = [whole.part(trace.document, *part.stretches[0]) for part in reading.parts if _is_cell(part)]
        if not cells:
            cells = [excerpt(trace.document, [stretch]) for stretch in line.stretches]
        found.append(tuple(trace.take(f"{at}/{number}", cell) for number, cell in enumerate(cells)))
        places += [stretch for cell in cells for stretch in cell.stretches]
        for problem in reading.problems:
            trace.note(
                problem.code,
                problem.message,
                at,
                whole.stretches_of(trace.document, *problem.stretch) or whole.stretches,
            )
    trace.derive(f"{pointer}/type", places)
    return tuple(found)


def _is_cell(part: Part) -> bool:
    return part.pointer.startswith("/cells/")


def _read(line: LogicalLine, readers: FieldReaders) -> Reading[ClassRow] | Reading[CodeRow]:
    if line.type in ("CLASS_HEAD", "CLASS_ROW"):
        return readers.class_row(line.text)
    if line.type in ("CODE_HEAD", "CODE_ROW"):
        return readers.code_row(line.text)
    return Reading(ClassRow(), (), ())


class Tables(NamedTuple):
    """What the tables of a page say, and the page without them.

    Attributes:
        content: the sections as all other fields are read from them. Rows of codes are no text of the section that
            they stand in; the designations above tables of classes are their rows', not the page's.
        codes: the row of codes.
        classes: one place a class, in order.
    """

    content: list[Section]
    codes: Codes | None
    classes: list[ClassPlace]


def read_tables(sections: list[Section], readers: FieldReaders) -> Tables:
    """The tables that the profile knows, apart from the rest."""
    if not any(block.type == "table" for section in sections for block in section.blocks):
        return Tables(sections, None, [])
    tabled = [
        number for number, section in enumerate(sections) if any(line.type == "CLASS_ROW" for line in _lines(section))
    ]
    last = max(tabled, default=-1)
    content = [
        replace(section, blocks=[block for block in section.blocks if not block.is_known_table()])
        for number, section in enumerate(sections)
        if number > last or not _is_designation(section)
    ]
    return Tables(content, _codes(sections, readers), _classes(sections, readers))


def _is_designation(section: Section) -> bool:
    """Whether this is a designation above a table: a line that no header stands above."""
    return section.kind == "designation" and section.header is None


def _classes(sections: list[Section], readers: FieldReaders) -> list[ClassPlace]:
    """The classes of the page's tables in order."""
    found: list[ClassPlace] = []
    designation: Excerpt | None = None
    for section in sections:
        if _is_designation(section):
            designation = section.blocks[-1].lines[-1].excerpt()
        for line in _lines(section):
            if line.type == "CLASS_ROW":
                reading = readers.class_row(line.text)
                if reading.value.cells:
                    found.append(ClassPlace(line.excerpt(), reading, designation))
    return found


def _codes(sections: list[Section], readers: FieldReaders) -> Codes | None:
    """The first row of codes that could be read."""
    head: Excerpt | None = None
    for line in (line for section in sections for line in _lines(section)):
        if line.type == "CODE_HEAD":
            head = line.excerpt()
        elif line.type == "CODE_ROW":
            reading = readers.code_row(line.text)
            if reading.value.cells:
                return Codes(line.excerpt(), reading, head, None if head is None else readers.code_row(head.text))
    return None


def _lines(section: Section) -> list[LogicalLine]:
    """The rows of the section's tables that the profile knows."""
    return [line for block in section.blocks if block.is_known_table() for line in block.lines]
