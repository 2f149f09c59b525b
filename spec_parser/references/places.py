"""Where in the document a stretch of one of the record's texts stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from spec_parser.model import Span
from spec_parser.references.found import Found
from spec_parser.references.model import Reference
from spec_parser.references.texts import Text


def reference(text: Text, found: Found) -> Reference:
    """What is found in a text as a reference of its record."""
    return Reference(
        kind=found.kind,
        pointer=text.pointer,
        start=found.start,
        end=found.end,
        text=text.text[found.start : found.end],
        name=found.name,
        relation=found.relation,
        spans=spans(text.spans, len(text.text), found.start, found.end),
    )


def spans(whole: Sequence[Mapping[str, Any]], length: int, start: int, end: int) -> tuple[Span, ...]:
    """The spans of a stretch of a text.

    Args:
        whole: the spans of the text, as plain types; none where the record does not say.
        length: of the text.
        start: first code point of the stretch in the text.
        end: the one after its last.

    Returns:
        The stretch itself where cleaning has moved no character of the text, which its length tells: a cleaned text
        is never longer than what it was cleaned from. Else the spans of the text. A narrower span has the place of
        the wider one in the file (page, paragraph) and no bytes or box of its own, unless each code point was a byte.
    """
    if not whole:
        return ()
    joints = len(whole) - 1
    if sum(span["end"] - span["start"] for span in whole) + joints != length:
        return tuple(_span(span) for span in whole)
    found = []
    at = 0
    for span in whole:
        size = span["end"] - span["start"]
        first, last = max(start - at, 0), min(end - at, size)
        if first < last:
            found.append(_narrowed(span, first, last))
        at += size + 1
    return tuple(found)


def _span(plain: Mapping[str, Any]) -> Span:
    box, stretch = plain.get("box"), plain.get("bytes")
    return Span(**{**plain, "box": box and tuple(box), "bytes": stretch and tuple(stretch)})


def _narrowed(plain: Mapping[str, Any], first: int, last: int) -> Span:
    size = plain["end"] - plain["start"]
    if (first, last) == (0, size):
        return _span(plain)
    kept = {name: plain[name] for name in ("line", "page", "part", "paragraph") if plain.get(name) is not None}
    stretch = plain.get("bytes")
    if stretch is not None and stretch[1] - stretch[0] == size:
        kept["bytes"] = (stretch[0] + first, stretch[0] + last)
    return Span(start=plain["start"] + first, end=plain["start"] + last, **kept)
