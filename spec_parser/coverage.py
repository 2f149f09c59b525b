"""Counts what became of every character: a pass of its own over a finished record.

It asks the record where its sections' values come from, and trusts nothing else. Text that the parser dropped by
mistake is in nobody's provenance, and so is found here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from spec_parser.cleaning import is_space
from spec_parser.document import Document, Stretch
from spec_parser.model import Coverage, PlainProvenance, PlainSpan, Section
from spec_parser.remembering import remembering

PieceKind = Literal["value", "header", "mark", "space", "furniture", "unrecognised"]

_KINDS: tuple[PieceKind, ...] = ("space", "mark", "value", "header", "furniture", "unrecognised")
_SPACE, _MARK, _VALUE, _HEADER, _FURNITURE, _UNRECOGNISED = range(6)
# Values that are told from a mark, and not from the text after it.
_OF_MARKS = frozenset({"level", "marker", "type"})
# What shows something and is claimed by nobody, until it was looked at.
_OPEN = len(_KINDS)
# One character of each kind, to be painted as often as needed; bytes would first be copied to a bytearray each time.
_PAINTS = tuple(bytearray((kind,)) for kind in range(len(_KINDS)))
_RUNS = re.compile(rb"(?s)(.)\1*")
_GAPS = re.compile(b"[%c%c]+" % (_SPACE, _OPEN))
# For each Latin-1 character what it is before anything claims it.
_UNPAINTED = bytes(_SPACE if chr(byte).isspace() else _OPEN for byte in range(256))


class Piece(NamedTuple):
    """A stretch of the document that belongs to one kind. The pieces of a document are all of it, in order."""

    kind: PieceKind
    start: int
    end: int


class Painting(NamedTuple):
    """The kind of every character, and the stretches that nothing accounts for."""

    kinds: bytearray
    lost: tuple[Stretch, ...]


def paint(
    document: Document,
    sections: Sequence[Section],
    provenance: Mapping[str, PlainProvenance],
    furniture: Iterable[Stretch],
    bars: Iterable[Stretch] = (),
) -> Painting:
    """Tell the kind of every character of the document's text. Bars between which lines are printed are marks."""
    kinds = _unpainted(document.text)
    # Marks come first: what a value claims of a mark's stretch is painted over it.
    claims: dict[int, list[Sequence[PlainSpan]]] = {_MARK: [], _VALUE: [], _HEADER: [], _UNRECOGNISED: []}
    for kind, source in zip(_claimed(sections, provenance), provenance.values(), strict=True):
        if kind != _SPACE:
            claims[kind].append(source["spans"])
    _fill(kinds, _MARK, bars)
    for kind, claimed in claims.items():
        one = _PAINTS[kind]
        for span in chain.from_iterable(claimed):
            start, end = span["start"], span["end"]
            kinds[start:end] = one * (end - start)
    _fill(kinds, _FURNITURE, furniture)
    return Painting(kinds, tuple(_fill_gaps(document.text, kinds)))


def _unpainted(text: str) -> bytearray:
    """All characters before anything claims them. What Latin-1 does not have counts as something that shows."""
    return bytearray(text.encode("latin-1", "replace").translate(_UNPAINTED))


def _claimed(sections: Sequence[Section], pointers: Iterable[str]) -> Iterator[int]:
    """What the value at each pointer makes of its stretches; space where it makes nothing of them."""
    unknown = {str(number) for number, section in enumerate(sections) if section.kind == "unrecognised"}
    if not unknown:
        return map(_claim, pointers)

    def claim(pointer: str) -> int:
        kind = _claim(pointer)
        return _UNRECOGNISED if kind in (_VALUE, _HEADER) and pointer.split("/", 3)[2] in unknown else kind

    return map(claim, pointers)


@remembering  # the pointers of one specification are nearly those of the next
def _claim(pointer: str) -> int:
    """The same in a section whose kind is known."""
    if not pointer.startswith("/sections/"):
        return _SPACE
    name = pointer[pointer.rindex("/") + 1 :]
    if name in _OF_MARKS:
        return _MARK
    return _SPACE if name == "kind" else _HEADER if name == "heading" else _VALUE


def _fill(kinds: bytearray, kind: int, stretches: Iterable[Stretch]) -> None:
    for start, end in stretches:
        kinds[start:end] = _PAINTS[kind] * (end - start)


def _fill_gaps(text: str, kinds: bytearray) -> Iterator[Stretch]:
    """What no value claims is space where it shows nothing, and otherwise unrecognised: that is given back."""
    if _OPEN not in kinds:  # a quick look, which nearly always says no
        return
    for start, end in [gap.span() for gap in _GAPS.finditer(kinds)]:
        gap = text[start:end]
        shows = not is_space(gap)
        kinds[start:end] = _PAINTS[_UNRECOGNISED if shows else _SPACE] * (end - start)
        if shows:
            yield start + len(gap) - len(gap.lstrip()), start + len(gap.rstrip())


def coverage(kinds: bytearray) -> Coverage:
    """How many characters are of each kind. Most are values: they are taken out first, to count the others faster."""
    others = kinds.translate(None, bytes((_VALUE,)))
    return Coverage(
        characters=len(kinds),
        value=len(kinds) - len(others),
        header=others.count(_HEADER),
        mark=others.count(_MARK),
        space=others.count(_SPACE),
        furniture=others.count(_FURNITURE),
        unrecognised=others.count(_UNRECOGNISED),
    )


def pieces(kinds: bytearray) -> tuple[Piece, ...]:
    """The document as pieces: neighbours of one kind are one piece."""
    return tuple(Piece(_KINDS[run[1][0]], *run.span()) for run in _RUNS.finditer(kinds))
