"""Plain text of any encoding as a `Document`."""

import hashlib
import re
from collections.abc import Callable, Container

from spec_parser.document import Document, Line
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import Limits
from spec_parser.model import Span
from spec_parser.readers.damage import damage, encoding
from spec_parser.readers.encoding import Decoded, decode
from spec_parser.readers.mended import Mended
from spec_parser.readers.mending import mend

# NUL and lone surrogates: no JSON text and no database can hold them.
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
# Line ends that an editor does not count as a new line.
_SOFT_ENDS = ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")


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
    if _is_binary(raw):
        raise UnreadableError("is not text: it is full of control characters")
    whole = _UNHOLDABLE.sub("\ufffd", raw) if not raw.isascii() or "\0" in raw else raw
    mended = mend(whole)
    text = mended.text
    lines = _lines(text, {one.start for one in mended.mends if one.kind == "escape-mended"})
    if len(lines) > limits.lines:
        raise LimitError(f"has {len(lines):,} lines; the limit is {limits.lines:,}")
    document = Document(
        text=text,
        lines=lines,
        media_type="text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        span=_span_maker(lines, mended, decoded, len(data)),
        name=name,
    )
    found = [encoding(decoded.codec)] if decoded.assumed else []
    if text is not raw or mended.lost or "\ufffd" in text:
        found.extend(damage(document, mended, [match.start() for match in _UNHOLDABLE.finditer(raw)]))
    document.findings = tuple(found)
    return document


def _span_maker(lines: list[Line], mended: Mended, decoded: Decoded, size: int) -> Callable[[Line, int, int], Span]:
    """What makes the span of a stretch: its bytes are those that the text was read from, damage included."""
    starts = _byte_starts(lines, mended, decoded)

    def span(line: Line, start: int, end: int) -> Span:
        first = min(starts[line.start] + decoded.size(line.start, start), size)
        return Span(start, end, line.number, (first, min(first + decoded.size(start, end), size)))

    def mended_span(line: Line, start: int, end: int) -> Span:
        raw_start, raw_end = mended.raw_stretch(start, end)
        line_start, _ = mended.raw_stretch(line.start, line.start + 1)
        first = min(starts[line.start] + decoded.size(line_start, raw_start), size)
        return Span(start, end, line.number, (first, min(first + decoded.size(raw_start, raw_end), size)))

    return mended_span if mended.mends else span


def _lines(text: str, uncounted: Container[int]) -> list[Line]:
    """The physical lines, numbered as an editor shows them in the file.

    A form feed or the like ends a line, but an editor counts none there, nor where a line end at one of the
    `uncounted` offsets is written as a backslash and a letter.
    """
    lines: list[Line] = []
    start = 0
    number = 1
    soft = bool(uncounted) or any(end in text for end in _SOFT_ENDS)
    for piece in text.splitlines(keepends=True):
        stop = start + len(piece)
        end = stop
        if piece.endswith("\n"):
            end -= 2 if piece.endswith("\r\n") else 1
        elif piece.endswith("\r") or (soft and piece[-1] in _SOFT_ENDS):
            end -= 1
        lines.append(Line(number, start, end))
        if not soft or (end < stop and text[end] in "\r\n" and end not in uncounted):
            number += 1
        start = stop
    return lines


def _byte_starts(lines: list[Line], mended: Mended, decoded: Decoded) -> dict[int, int]:
    """For the start of each line its offset in the file's bytes."""
    raw_starts = [line.start for line in lines]
    if mended.mends:
        raw_starts = [mended.raw_stretch(start, start + 1)[0] for start in raw_starts]
    if decoded.codec == "cp1252" or (decoded.codec == "utf-8" and decoded.raw.isascii()):
        return {line.start: start + decoded.skipped for line, start in zip(lines, raw_starts, strict=True)}
    starts: dict[int, int] = {}
    at = decoded.skipped
    before = 0
    for line, start in zip(lines, raw_starts, strict=True):
        at += decoded.size(before, start)
        starts[line.start] = at
        before = start
    return starts


def _is_binary(raw: str) -> bool:
    """Whether more than one character in ten is a control that no text has."""
    sample = raw[:65536]
    if sample.isascii() and sample.isprintable():
        return False
    return len(_CONTROL.findall(sample)) * 10 > len(sample)
