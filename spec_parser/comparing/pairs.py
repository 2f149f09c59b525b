"""The way through two documents at once: sections, and the texts in them, each beside what it became."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from spec_parser.differences import Entry, Step, StepKind, Wording, align, entry, wording
from spec_parser.model import Content, Section
from spec_parser.render.outline import block_kind

PieceKind = Literal["title", "pay", "paragraph", "label", "note", "item", "alternative", "row", "footer"]


class Piece(NamedTuple):
    """A text that stands by itself: a paragraph, an item, a row of a table.

    Attributes:
        kind: what it is.
        text: what it says; of a row its cells, bars between them.
        pointer: where it stands in the record.
        level: of an item, from 1; of others 0.
        marker: number or letter of an item.
        number: which item of its section it is, from 1; 0 for what is no item.
        cells: of a row.
    """

    kind: PieceKind
    text: str
    pointer: str
    level: int = 0
    marker: str | None = None
    number: int = 0
    cells: tuple[str, ...] = ()


class PiecePair(NamedTuple):
    """A text and what it became; `wording` says in what both differ at most."""

    step: StepKind
    old: Piece | None
    new: Piece | None
    wording: Wording


class SectionPair(NamedTuple):
    """A section and what it became, with its texts.

    Attributes:
        step: what became of it as a whole. What was `left` stands again where it was moved to.
        old, new: None where the section was added, or removed.
        pointer, other_pointer: where they stand in their records.
        pieces: the way through both texts at once.
    """

    step: StepKind
    old: Section | None
    new: Section | None
    pointer: str | None
    other_pointer: str | None
    pieces: tuple[PiecePair, ...]

    @property
    def kind(self) -> str:
        """The kind of the section, the new one where there is one."""
        section = self.new or self.old
        return "" if section is None else section.kind


def section_name(section: Section) -> str:
    """What makes two sections one, whatever they say: their kind, and the header of one that nobody knows."""
    return f"{section.kind} {section.heading or ''}" if section.kind == "unrecognised" else section.kind


def section_pairs(old: Content, new: Content) -> tuple[SectionPair, ...]:
    """The way through both documents, in the order of the new one, with what is gone where it stood."""
    return tuple(_section_pair(step, old, new) for step in align(_entries(old), _entries(new)))


def _entries(content: Content) -> list[Entry]:
    return [entry(msgspec.to_builtins(section), section_name(section)) for section in content.sections]


def _section_pair(step: Step, old: Content, new: Content) -> SectionPair:
    kind, index, place = step
    pointer = other_pointer = one = other = None
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    if index is not None:
        one, pointer = old.sections[index], f"/sections/{index}"
        before = tuple(pieces(one, pointer, old))
    if place is not None:
        other, other_pointer = new.sections[place], f"/sections/{place}"
        after = tuple(pieces(other, other_pointer, new))
    return SectionPair(kind, one, other, pointer, other_pointer, tuple(_piece_pairs(before, after)))


def _piece_pairs(before: tuple[Piece, ...], after: tuple[Piece, ...]) -> Iterator[PiecePair]:
    alone = "alone" if len(before) == len(after) == 1 else None  # the text of a section that has no other
    for kind, index, place in align(*([_compared(piece, alone) for piece in side] for side in (before, after))):
        one = None if index is None else before[index]
        other = None if place is None else after[place]
        yield PiecePair(kind, one, other, wording(one.text if one else "", other.text if other else ""))


def _compared(piece: Piece, name: str | None) -> Entry:
    key = f"{piece.kind} {piece.level} {piece.marker} {piece.text}"
    return Entry(key, piece.text, piece.kind if piece.kind in ("title", "pay") else name)


def pieces(section: Section, pointer: str, content: Content) -> Iterator[Piece]:
    """The texts of a section in order."""
    number = 0
    for place, block in enumerate(section.blocks):
        here = f"{pointer}/blocks/{place}"
        for index, row in enumerate(block.rows):
            yield Piece("row", " | ".join(row), f"{here}/rows/{index}", cells=row)
        if block.text is not None:
            yield Piece(block_kind(section, block, content), block.text, f"{here}/text")
        either = block.type == "alternatives" and block.text is None
        for index, item in enumerate(block.items):
            number += 1
            kind: PieceKind = "alternative" if either else "item"
            yield Piece(kind, item.text, f"{here}/items/{index}/text", item.level, item.marker, number)
