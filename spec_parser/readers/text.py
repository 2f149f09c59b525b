"""Plain text of any encoding as a `Document`."""

import hashlib
import re

from spec_parser.document import Document, Line
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.findings import severity
from spec_parser.limits import Limits
from spec_parser.model import Finding, Span
from spec_parser.readers.encoding import Decoded, decode

# NUL and lone surrogates: no JSON text and no database can hold them.
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
# Line ends that an editor does not count as a new line.
_SOFT_ENDS = ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
# A finding lists this many places at most and gives the count of all.
_PLACES = 20


def read(data: bytes | str, *, name: str | None, limits: Limits) -> Document:
    """Read a text.

    Args:
        data: the file's bytes, or text that is taken as UTF-8.
        name: of the file, for the record and for messages.
        limits: sizes beyond which the text is refused.

    Raises:
        LimitError: the text is larger than the limits allow.
        UnreadableError: the bytes are no text.
    """
    if isinstance(data, str):
        decoded = Decoded(data, "utf-8", 0, assumed=False)
        # Half a surrogate pair has no bytes in UTF-8; it counts as the three bytes its replacement has.
        data = _UNHOLDABLE.sub("\ufffd", data).encode()
        decoded = decoded._replace(raw=data.decode()) if "\ufffd" in decoded.raw else decoded
    else:
        decoded = decode(data)
    return _document(data, decoded, name, limits)


def _document(data: bytes, decoded: Decoded, name: str | None, limits: Limits) -> Document:
    raw = decoded.raw
    if len(raw) > limits.characters:
        raise LimitError(f"has {len(raw):,} characters; the limit is {limits.characters:,}")
    text = _UNHOLDABLE.sub("\ufffd", raw) if not raw.isascii() or "\0" in raw else raw
    lines = _lines(text)
    if len(lines) > limits.lines:
        raise LimitError(f"has {len(lines):,} lines; the limit is {limits.lines:,}")
    if _is_binary(raw):
        raise UnreadableError("is not text: it is full of control characters")
    starts = _byte_starts(text, lines, decoded)
    size = len(data)

    def span(line: Line, start: int, end: int) -> Span:
        first = min(starts[line.start] + decoded.size(line.start, start), size)
        return Span(start, end, line.number, (first, min(first + decoded.size(start, end), size)))

    document = Document(
        text=text,
        lines=lines,
        media_type="text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        size=size,
        span=span,
        name=name,
    )
    if decoded.assumed or text is not raw or "\ufffd" in text:
        document.findings = tuple(_findings(document, raw, decoded))
    return document


def _lines(text: str) -> list[Line]:
    """The physical lines. A form feed or the like ends a line, but an editor counts none there."""
    lines: list[Line] = []
    start = 0
    number = 1
    soft = any(end in text for end in _SOFT_ENDS)
    for piece in text.splitlines(keepends=True):
        stop = start + len(piece)
        end = stop
        if piece.endswith("\n"):
            end -= 2 if piece.endswith("\r\n") else 1
        elif piece.endswith("\r") or (soft and piece[-1] in _SOFT_ENDS):
            end -= 1
        lines.append(Line(number, start, end))
        if not soft or (end < stop and text[end] in "\r\n"):
            number += 1
        start = stop
    return lines


def _byte_starts(text: str, lines: list[Line], decoded: Decoded) -> dict[int, int]:
    """For the start of each line its offset in the file's bytes."""
    if decoded.codec == "cp1252" or (text.isascii() and decoded.codec == "utf-8"):
        return {line.start: line.start + decoded.skipped for line in lines}
    starts: dict[int, int] = {}
    at = decoded.skipped
    before = 0
    for line in lines:
        at += decoded.size(before, line.start)
        starts[line.start] = at
        before = line.start
    return starts


def _is_binary(raw: str) -> bool:
    """Whether more than one character in ten is a control that no text has."""
    sample = raw[:65536]
    if sample.isascii() and sample.isprintable():
        return False
    return len(_CONTROL.findall(sample)) * 10 > len(sample)


def _findings(document: Document, raw: str, decoded: Decoded) -> list[Finding]:
    found: list[Finding] = []
    if decoded.assumed:
        found.append(
            Finding(
                "encoding-assumed",
                severity("encoding-assumed"),
                f"Read as {decoded.codec}, told from the bytes; save the file as UTF-8 to be sure.",
                None,
                (),
                None,
            )
        )
    replaced = [match.start() for match in _UNHOLDABLE.finditer(raw)]
    if replaced:
        found.append(
            _places(
                document,
                "character-replaced",
                "cannot stand in a text (NUL, or bytes that are no character) and became U+FFFD",
                replaced,
            )
        )
    lost = [match.start() for match in re.finditer("\ufffd", raw)]
    if lost:
        found.append(
            _places(
                document,
                "character-lost",
                "was lost before the file came here (U+FFFD stands in its place); look it up in the original",
                lost,
            )
        )
    return found


def _places(document: Document, code: str, what: str, places: list[int]) -> Finding:
    count = f"{len(places):,} characters" if len(places) > 1 else "One character"
    if len(places) > 1:
        what = what.replace("was lost", "were lost").replace("its place", "their place")
    spans = tuple(document.span((place, place + 1)) for place in places[:_PLACES])
    return Finding(code, severity(code), f"{count} {what}.", None, spans, None)
