"""Puts a page's lines together: one text, the evidence of each line, the way back to the file, what is to be said."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spec_parser.document import PLAIN, Document, Evidence, Line
from spec_parser.findings import MOST_PLACES, counted, finding
from spec_parser.limits import Limits, beyond
from spec_parser.model import Finding, Span
from spec_parser.readers.damage import damage, encoding
from spec_parser.readers.encoding import ByteOffsets, Decoded
from spec_parser.readers.html.drafts import Draft
from spec_parser.readers.html.indent import indents
from spec_parser.readers.html.places import Places, mended_origin
from spec_parser.readers.mending import mend

# For one place and for several.
_STRUCK = (
    "One text is struck out on the page; it is no part of what the page says.",
    "{:,} texts are struck out on the page; they are no part of what the page says.",
)
_LOST = (
    "The place of one text in the file could not be told; the one given is that of the element around it",
    "The places of {:,} texts in the file could not be told; those given are of the elements around them",
)
_DROPPED = (
    "The markup is broken: one text of the file is nowhere in the page that it makes; it stands at the end.",
    "The markup is broken: {:,} texts of the file are nowhere in the page that it makes; they stand at the end.",
)
_CUT = "The markup is broken: the tag at byte {:,} has no end, and no browser shows what follows; save the page again."


class Source(NamedTuple):
    """What a page was read from.

    `cut` is where in the decoded page a tag begins that nothing closes; `dropped` counts the texts that the parser
    left out, which are the last lines.
    """

    data: bytes
    decoded: Decoded
    name: str | None
    cut: int | None
    dropped: int


def document(source: Source, drafts: Sequence[Draft], limits: Limits) -> Document:
    """The document of a page.

    Raises:
        LimitError: it has more lines than the limits allow.
    """
    if len(drafts) > limits.lines:
        raise beyond(limits.lines, "lines")
    places = Places(source.decoded, source.data)
    raw = _write(drafts, places)
    mended = mend(raw)
    made = frozenset(mend.start for mend in mended.mends if mended.text[mend.start] == "\n")
    lines = _lines(mended.text, made)
    result = Document(
        text=mended.text,
        lines=[line.line for line in lines],
        media_type="text/html",
        sha256=hashlib.sha256(source.data).hexdigest(),
        size=len(source.data),
        place=mended_origin(mended, places.runs).span,
        name=source.name,
        evidence=[_evidence(line, drafts) for line in lines],
    )
    found = [encoding(source.decoded.codec)] if source.decoded.assumed else []
    found += _page_findings(source, result, lines, drafts)
    if mended.mends or mended.lost or "\ufffd" in mended.text:
        found += damage(result, mended, places.replaced)
    result.findings = tuple(found)
    return result


def _write(drafts: Sequence[Draft], places: Places) -> str:
    """The text of the lines, while their places are noted."""
    texts: list[str] = []
    at = 0
    for draft, indent in zip(drafts, indents(drafts), strict=True):
        if texts:
            places.end(at)
            texts.append("\n")
            at += 1
        if not draft.pieces:
            continue
        if indent:
            texts.append(indent)
            at += len(indent)
        for piece in draft.pieces if draft.mark is None else [draft.mark, *draft.pieces]:
            places.add(piece, at)
            # What the tree and the page do not agree on may stretch over lines of the page; here it is on one.
            texts.append(piece.text.replace("\n", " "))
            at += len(piece.text)
    return "".join(texts)


class _Line(NamedTuple):
    """A physical line, the number of its draft, and whether it is the draft's first one."""

    line: Line
    draft: int
    first: bool


def _lines(text: str, made: frozenset[int]) -> list[_Line]:
    """The physical lines. Of some the end, at one of the offsets `made`, was written as an escape and mended."""
    lines: list[_Line] = []
    start = 0
    draft = -1
    for number, body in enumerate(text.split("\n"), start=1):
        first = start - 1 not in made
        draft += first
        lines.append(_Line(Line(number, start, start + len(body)), draft, first))
        start += len(body) + 1
    return lines


def _evidence(line: _Line, drafts: Sequence[Draft]) -> Evidence:
    draft = drafts[line.draft]
    if not draft.pieces:
        return PLAIN
    return Evidence(draft.goes_on if line.first else None, draft.furniture, draft.bold)


def _page_findings(
    source: Source, result: Document, lines: Sequence[_Line], drafts: Sequence[Draft]
) -> Iterator[Finding]:
    """What is to be said of the page itself: what of its text is left out, misplaced or lost."""
    struck = [line for line in lines if drafts[line.draft].struck]
    if struck:
        yield finding("text-struck", counted(len(struck), *_STRUCK), _spans(result, struck))
    lost = [line for line in lines if drafts[line.draft].lost_in]
    if lost:
        paths = ", ".join(dict.fromkeys(drafts[line.draft].lost_in for line in lost[:MOST_PLACES]))
        yield finding("place-unknown", f"{counted(len(lost), *_LOST)}: {paths}.", _spans(result, lost))
    if source.dropped:
        yield finding("markup-broken", counted(source.dropped, *_DROPPED), _spans(result, lines[-source.dropped :]))
    if source.cut is not None:
        at = ByteOffsets(source.decoded, source.data).stretch(source.cut, source.cut + 1)[0]
        yield finding("markup-broken", _CUT.format(at))


def _spans(result: Document, lines: Sequence[_Line]) -> list[Span]:
    stretches = [(one.line.start, one.line.end) for one in lines[:MOST_PLACES] if one.line.start < one.line.end]
    return [result.span(stretch) for stretch in stretches]
