"""Plain text of any encoding as a `Document`."""

import hashlib
import re

from spec_parser.document import Document, Line
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.findings import severity
from spec_parser.limits import Limits
from spec_parser.model import Finding, Span
from spec_parser.readers.encoding import ByteOffsets, Decoded, decode

# NUL and lone surrogates: no JSON text and no database can hold them.
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
# Line ends that an editor does not count as a new line.
_SOFT_ENDS = ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), 0x7F))
_REMEDY = "the limit: give one class specification a file"
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
        # Half a surrogate pair has no bytes in UTF-8; it counts as the three bytes its replacement has.
        held = _UNHOLDABLE.sub("\ufffd", data)
        return _document(held.encode(), data, Decoded(held, "utf-8", 0, assumed=False), name, limits)
    decoded = decode(data)
    return _document(data, decoded.raw, decoded, name, limits)


def _document(data: bytes, raw: str, decoded: Decoded, name: str | None, limits: Limits) -> Document:
    """The document of a file's bytes. `raw` is its text with what no text can hold still in it."""
    if len(raw) > limits.characters:
        raise LimitError(f"has more than {limits.characters:,} characters, {_REMEDY}")
    text = raw if _is_holdable(raw) else _UNHOLDABLE.sub("\ufffd", raw)
    if text.count("\n") > limits.lines:  # cheap, so that a file of nothing but lines is refused at once
        raise LimitError(f"has more than {limits.lines:,} lines, {_REMEDY}")
    lines = _lines(text)
    if len(lines) > limits.lines:
        raise LimitError(f"has more than {limits.lines:,} lines, {_REMEDY}")
    if _is_binary(raw):
        raise UnreadableError("is not text: it is full of control characters; save it as plain text first")
    in_bytes = ByteOffsets(decoded, len(data)).stretch

    def span(number: int, start: int, end: int) -> Span:
        return Span(start, end, number, in_bytes(start, end))

    document = Document(
        text=text,
        lines=lines,
        media_type="text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        span=span,
        name=name,
    )
    if decoded.assumed or text is not raw or "\ufffd" in text:
        document.findings = tuple(_findings(document, raw, decoded))
    return document


def _is_holdable(raw: str) -> bool:
    """Whether a text holds nothing that is _UNHOLDABLE; looking for it with the pattern takes ten times as long."""
    try:
        raw.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in raw


def _lines(text: str) -> list[Line]:
    """The physical lines. A form feed or the like ends a line, but an editor counts none there."""
    lines: list[Line] = []
    start = 0
    number = 1
    soft = any(end in text for end in _SOFT_ENDS)
    for bare, whole in zip(text.splitlines(), text.splitlines(keepends=True), strict=True):
        end, stop = start + len(bare), start + len(whole)
        lines.append(Line(number, start, end))
        if not soft or (end < stop and text[end] in "\r\n"):
            number += 1
        start = stop
    return lines


def _is_binary(raw: str) -> bool:
    """Whether more than one character in ten is a control that no text has."""
    sample = raw[:65536]
    if sample.isascii() and sample.isprintable():
        return False
    # In UTF-8 no byte of another character is a control's.
    encoded = sample.encode("utf-8", "surrogatepass")
    return (len(encoded) - len(encoded.translate(None, _CONTROLS))) * 10 > len(sample)


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
                "was lost (U+FFFD stands in its place); look it up in the original",
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
