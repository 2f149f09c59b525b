"""Differences of the texts: sections and what stands in them."""

from collections.abc import Iterator, Set

from spec_parser.comparing.fields import FIELD_PARTS
from spec_parser.comparing.model import Difference, Kind
from spec_parser.comparing.numbers import text_shifts
from spec_parser.comparing.pairs import Piece, PiecePair, SectionPair
from spec_parser.comparing.showing import shown_edits

_TITLE = frozenset({"title", "code"})


def text_differences(pairs: tuple[SectionPair, ...], told: Set[str]) -> Iterator[Difference]:
    """What differs between the texts, in reading order.

    Args:
        pairs: the sections.
        told: the parts of which a field says already that they differ.
    """
    for pair in pairs:
        if pair.step == "left" or _is_told(pair, told):
            continue
        if pair.old is None or pair.new is None:
            yield _whole(pair)
            continue
        if pair.step == "moved":
            yield _of_section(pair, "moved")
        if pair.old.heading != pair.new.heading or pair.old.kind != pair.new.kind:
            yield _of_section(pair, "heading")
        for piece in pair.pieces:
            if not _piece_is_told(pair.kind, piece, told):
                yield from _of_piece(pair.kind, piece)


def _is_told(pair: SectionPair, told: Set[str]) -> bool:
    """Whether a section that only one document has holds nothing but a field."""
    return (pair.old is None or pair.new is None) and pair.kind in FIELD_PARTS and pair.kind in told


def _piece_is_told(part: str, pair: PiecePair, told: Set[str]) -> bool:
    if part in FIELD_PARTS:
        return part in told
    kinds = {piece.kind for piece in (pair.old, pair.new) if piece is not None}
    return (kinds == {"title"} and bool(_TITLE & told)) or (kinds == {"pay"} and "pay" in told)


def _whole(pair: SectionPair) -> Difference:
    """A section that only one document has."""
    section = pair.new or pair.old
    heading = None if section is None else section.heading
    text = "\n".join([*([heading] if heading else []), *(_text(one) for one in pair.pieces)])
    if pair.new is not None:
        return Difference(
            pair.kind,
            "added",
            None,
            pair.other_pointer,
            None,
            text,
            texts=len(pair.pieces),
            edits=shown_edits("", text),
        )
    return Difference(
        pair.kind, "removed", pair.pointer, None, text, None, texts=len(pair.pieces), edits=shown_edits(text, "")
    )


def _of_section(pair: SectionPair, kind: Kind) -> Difference:
    old = pair.old.heading if pair.old else None
    new = pair.new.heading if pair.new else None
    edits = shown_edits(old or "", new or "") if kind == "heading" else ()
    return Difference(pair.kind, kind, pair.pointer, pair.other_pointer, old, new, edits=edits)


def _of_piece(part: str, pair: PiecePair) -> Iterator[Difference]:
    """What became of one text. One that was moved and reworded is told twice."""
    old, new = pair.old, pair.new
    if pair.step == "left":
        return
    if old is None or new is None:
        kind: Kind = "added" if old is None else "removed"
        yield _difference(part, kind, pair)
        return
    if pair.step == "moved":
        yield _difference(part, "moved", pair)
    if pair.wording != "same":
        yield _difference(part, pair.wording, pair)
    if (old.kind, old.level, old.marker) != (new.kind, new.level, new.marker):
        yield _difference(part, "layout", pair)


def _difference(part: str, kind: Kind, pair: PiecePair) -> Difference:
    old, new = pair.old, pair.new
    before, after = old.text if old else "", new.text if new else ""
    texts = kind in ("added", "removed", "reworded", "capitals", "punctuation", "typography")
    return Difference(
        part=part,
        kind=kind,
        pointer=old.pointer if old else None,
        other_pointer=new.pointer if new else None,
        value=old.text if old else None,
        other_value=new.text if new else None,
        number=_number(old),
        other_number=_number(new),
        shifts=text_shifts(before, after) if kind == "reworded" else (),
        edits=shown_edits(before, after) if texts else (),
    )


def _number(piece: Piece | None) -> int | None:
    return piece.number or None if piece else None


def _text(pair: PiecePair) -> str:
    piece = pair.new or pair.old
    return "" if piece is None else piece.text
