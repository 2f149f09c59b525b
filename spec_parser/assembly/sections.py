"""The record's `sections`: the whole document in order, cleaned, each text with its way back."""

from spec_parser.assembly import tables
from spec_parser.assembly.trace import Trace
from spec_parser.document import Excerpt, Stretch
from spec_parser.fields.clauses import clauses
from spec_parser.fields.readers import FieldReaders
from spec_parser.findings import counted
from spec_parser.model import Block, Clause, Item, Section
from spec_parser.structure import Block as FoundBlock
from spec_parser.structure import LogicalLine, Structure
from spec_parser.structure import Section as FoundSection

# For one item and for several.
_CLAMPED = (
    "One item is nested more than 8 levels deep and was recorded at level 8.",
    "{:,} items are nested more than 8 levels deep and were recorded at level 8.",
)
_INFERRED = "No header stands above this text; which section it is was told by its form."

_DOUBTFUL = (
    "This dash was taken for a bullet, but the line above it is full and unfinished: if the dash stands between two"
    " words there, put it at the end of that line."
)


def read_sections(structure: Structure, readers: FieldReaders, trace: Trace) -> tuple[Section, ...]:
    """The sections of the record, their provenance, and findings on what was taken for what."""
    sections = tuple(
        [_section(f"/sections/{index}", found, readers, trace) for index, found in enumerate(structure.sections)]
    )
    for line in structure.assumed_labels:
        trace.note(
            "label-assumed",
            f'"{line.text}" is no header the profile knows; a list follows, so it was taken as a label.',
            None,
            line.stretches,
        )
    if structure.regrouped_stems:
        trace.note(
            "nesting-inferred",
            "The list shows no nesting; items below a stem or label were taken to belong to it, up to the next one.",
            None,
            [stretch for line in structure.regrouped_stems for stretch in line.stretches],
        )
    if structure.clamped:
        first = structure.clamped[0]
        trace.note(
            "level-clamped",
            counted(len(structure.clamped), *_CLAMPED),
            None,
            first.stretches or ([first.mark] if first.mark else []),
        )
    return sections


def _section(pointer: str, found: FoundSection, readers: FieldReaders, trace: Trace) -> Section:
    header = found.header
    if header is not None:
        trace.derive(f"{pointer}/kind", header.stretches)
        trace.take(f"{pointer}/heading", header)
    else:
        first = found.blocks[0].lines[0]
        trace.derive(f"{pointer}/kind", first.stretches or ([first.mark] if first.mark else []))
    _remark(pointer, found, trace)
    blocks = tuple(
        [_block(f"{pointer}/blocks/{index}", block, readers, trace) for index, block in enumerate(found.blocks)]
    )
    return Section(found.kind, header.text if header is not None else None, blocks)  # type: ignore[arg-type]


def _remark(pointer: str, found: FoundSection, trace: Trace) -> None:
    """What there is to say about how a section was recognised."""
    header = found.header
    if header is None:
        if found.kind == "unrecognised":
            trace.note(
                "text-unrecognised",
                "This text stands under no header that the profile knows; it is kept as an unrecognised section.",
                pointer,
                [_extent(found)],
            )
        elif found.kind not in ("masthead", "banner", "footer"):
            trace.note("section-inferred", _INFERRED, pointer, [_extent(found)])
    elif header.header is None:
        trace.note(
            "header-unknown",
            f'"{header.text}" stands like a section header, but is none the profile knows; it and what follows'
            " it are kept as an unrecognised section. Correct the header, or add it to the profile.",
            pointer,
            [_extent(found)],
        )
    elif header.near:
        known = header.header.names[0]
        message = (
            f'"{header.text}" was taken for the header "{known}"; write it so, or add this wording to the profile.'
        )
        trace.note("header-near", message, f"{pointer}/heading", header.stretches)
    elif found.kind == "unrecognised":
        trace.note(
            "text-foreign",
            f'"{header.text}" belongs to no class specification; it and what follows it are kept apart.',
            pointer,
            [_extent(found)],
        )


def _extent(found: FoundSection) -> Stretch:
    """From the first to the last character of a section."""
    lines = [found.header] if found.header is not None else []
    if found.blocks:
        lines += [found.blocks[0].lines[0], found.blocks[-1].lines[-1]]
    places = [place for line in lines for place in (*line.stretches, *([line.mark] if line.mark else []))]
    return min(places)[0], max(end for _, end in places)


def _block(pointer: str, found: FoundBlock, readers: FieldReaders, trace: Trace) -> Block:
    kind, lines = found.type, found.lines
    if kind == "list":
        return Block("list", None, _items(pointer, lines, trace), (), ())
    if kind == "alternatives":
        trace.derive(f"{pointer}/type", [line.joint for line in lines if line.joint is not None])
        return Block("alternatives", None, _items(pointer, lines, trace), (), ())
    if kind == "table" and found.is_known_table():
        return Block("table", None, (), (), tables.rows(pointer, lines, readers, trace))
    if kind == "table":
        trace.derive(f"{pointer}/type", [stretch for line in lines for stretch in line.stretches])
        return Block("table", None, (), (), _rows(pointer, lines, trace))
    first = lines[0]
    trace.take(f"{pointer}/text", first)
    if kind != "paragraph":
        return Block(kind, first.text, _items(pointer, lines[1:], trace), (), ())  # type: ignore[arg-type]
    parts, either = _clauses(pointer, first, trace)
    if either:
        trace.derive(f"{pointer}/type", first.stretches)
    return Block("alternatives" if either else "paragraph", first.text, (), parts, ())


def _items(pointer: str, lines: list[LogicalLine], trace: Trace) -> tuple[Item, ...]:
    items = []
    for index, line in enumerate(lines):
        at = f"{pointer}/items/{index}"
        if line.mark is not None:
            trace.derive(f"{at}/level", (line.mark,))
            if line.doubtful:
                trace.note("dash-doubtful", _DOUBTFUL, at, (line.mark,))
            if line.marker is not None:
                trace.take(f"{at}/marker", Excerpt(line.marker, (line.mark,)))
        else:
            trace.derive(f"{at}/level", line.stretches)
        if line.stretches:
            trace.take(f"{at}/text", line)
        parts = _clauses(at, line, trace)[0] if ")" in line.text else ()
        items.append(Item(line.level, line.marker, line.text, parts))
    return tuple(items)


def _clauses(pointer: str, line: LogicalLine, trace: Trace) -> tuple[tuple[Clause, ...], bool]:
    if ") " not in line.text:
        return (), False
    places, either = clauses(line.text)
    if not places:
        return (), either
    whole = line.excerpt()
    found = []
    for index, place in enumerate(places):
        at = f"{pointer}/clauses/{index}"
        marker = trace.take(f"{at}/marker", whole.part(trace.document, *place.marker))
        found.append(Clause(marker, trace.take(f"{at}/text", whole.part(trace.document, *place.text))))
    return tuple(found), either


def _rows(pointer: str, lines: list[LogicalLine], trace: Trace) -> tuple[tuple[str, ...], ...]:
    rows = []
    for index, line in enumerate(lines):
        whole = line.excerpt()
        cells: list[str] = []
        start = 0
        pieces = line.text.strip("|").split("|") if line.text.strip("|") else []
        start = len(line.text) - len(line.text.lstrip("|"))
        for piece in pieces:
            cell = whole.part(trace.document, start, start + len(piece))
            if cell.text:
                trace.take(f"{pointer}/rows/{index}/{len(cells)}", cell)
            cells.append(cell.text)
            start += len(piece) + 1
        rows.append(tuple(cells))
    return tuple(rows)
