"""Plain text of any encoding as a `Document`."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, count
from operator import add

from spec_parser.document import Document, Line, Place, Spans, Stretch
from spec_parser.errors import UnreadableError
from spec_parser.limits import Limits, beyond
from spec_parser.model import PlainSpan, Span
from spec_parser.readers.damage import damage, encoding
from spec_parser.readers.encoding import ByteOffsets, Decoded, decode
from spec_parser.readers.mended import Mended
from spec_parser.readers.mending import mend

# NUL and lone surrogates: no JSON text and no database can hold them.
_HALVES = re.compile("[\ud800-\udfff]")
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
# Line ends that an editor counts, and those that it does not count as a new line.
_COUNTED_ENDS = ("\r", "\n")
_SOFT_ENDS = ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
# So many characters are looked at to tell a text from other files.
_SAMPLE = 65536
# Nearly all bytes of a text in UTF-8 are these: what is asked of the others is answered sooner.
_PLAIN = bytes((0x0A, 0x0D, *range(0x20, 0x7F)))
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), 0x7F))


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
        held = _HALVES.sub("\ufffd", data)
        return _document(held.encode(), data, Decoded(held, "utf-8", 0, assumed=False), name, limits)
    decoded = decode(data)
    return _document(data, decoded.raw, decoded, name, limits)


def _document(data: bytes, raw: str, decoded: Decoded, name: str | None, limits: Limits) -> Document:
    """The document of a file's bytes. `raw` is its text with what no text can hold still in it."""
    if len(raw) > limits.characters:
        raise beyond(limits.characters, "characters")
    # Cheap, so that a file of nothing but lines is refused at once.
    if len(raw) > limits.lines and raw.count("\n") > limits.lines:
        raise beyond(limits.lines, "lines")
    others = data.translate(None, _PLAIN) if decoded.is_sound() else None
    if _is_binary(raw, others):
        raise UnreadableError("is not text: it is full of control characters; save it as plain text first")
    mended = mend(raw if _is_holdable(raw, decoded, data) else _UNHOLDABLE.sub("\ufffd", raw))
    text = mended.text
    lines = _lines(text, frozenset([one.start for one in mended.mends if one.kind != "mojibake-mended"]))
    if len(lines) > limits.lines:
        raise beyond(limits.lines, "lines")
    origin = _Origin(mended, ByteOffsets(decoded, data, others))
    document = Document(
        text=text,
        lines=lines,
        media_type="text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        place=origin.span,
        spans=origin.spans,
        name=name,
        is_printable=others is not None and text is decoded.raw and others.decode().isprintable(),
    )
    found = [encoding(decoded.codec)] if decoded.assumed else []
    if text is not raw or mended.lost or "\ufffd" in text:
        found.extend(damage(document, mended, [match.start() for match in _UNHOLDABLE.finditer(raw)]))
    document.findings = tuple(found)
    return document


class _ShiftedSpans(Spans):
    """Spans of a text each of whose characters stands a known number of bytes further on in the file."""

    __slots__ = ("_shifts",)

    def __init__(self, lines: Sequence[int], place: Place, shifts: Sequence[int]) -> None:
        super().__init__(lines, place)
        self._shifts = shifts

    def make(self, stretch: Stretch) -> tuple[PlainSpan]:
        start, end = stretch
        place = start + self._shifts[start], end + self._shifts[end]
        self.made[stretch] = found = ({"start": start, "end": end, "line": self.lines[start], "bytes": place},)
        return found


class _Origin:
    """Where in the file's bytes the stretches of a text were read from, damage included."""

    __slots__ = ("_mended", "_offsets")

    def __init__(self, mended: Mended, offsets: ByteOffsets) -> None:
        self._mended = mended if mended.mends else None
        self._offsets = offsets

    def span(self, start: int, end: int, line: int) -> Span:
        return Span(start, end, line, self._bytes(start, end))

    def spans(self, lines: Sequence[int]) -> Spans:
        """The plain spans of the text, told the number of the line of each offset."""
        shifts = self._offsets.shifts() if self._mended is None else None
        return Spans(lines, self.span) if shifts is None else _ShiftedSpans(lines, self.span, shifts)

    def _bytes(self, start: int, end: int) -> tuple[int, int]:
        raw = (start, end) if self._mended is None else self._mended.raw_stretch(start, end)
        return self._offsets.stretch(*raw)


def _is_holdable(raw: str, decoded: Decoded, data: bytes) -> bool:
    """Whether a text holds nothing that is _UNHOLDABLE; looking for it with the pattern takes ten times as long."""
    if not decoded.is_sound() or raw is not decoded.raw:
        try:
            data = raw.encode()
        except UnicodeEncodeError:
            return False
    return b"\0" not in data


def _lines(text: str, mended: frozenset[int]) -> list[Line]:
    """The physical lines, numbered as an editor shows them in the file.

    A form feed or the like ends a line, but an editor counts none there, nor at a line end that was written as a
    backslash and a letter: at one of the `mended` offsets.
    """
    stops = list(accumulate(map(len, text.splitlines(keepends=True))))
    if not stops:
        return []
    starts = [0, *stops[:-1]]
    has_soft_ends = any(end in text for end in _SOFT_ENDS)
    if "\r" in text or has_soft_ends:
        ends = list(map(add, starts, map(len, text.splitlines())))
    else:  # each line but perhaps the last one ends with one character
        ends = [stop - 1 for stop in stops]
        ends[-1] += text[-1] != "\n"
    numbers: Iterable[int] = count(1)
    if mended or has_soft_ends:
        counted = [text[end : end + 1] in _COUNTED_ENDS and end not in mended for end in ends]
        numbers = accumulate(counted[:-1], initial=1)
    return list(map(Line, numbers, starts, ends))


def _is_binary(raw: str, others: bytes | None) -> bool:
    """Whether more than one character in ten is a control that no text has.

    In UTF-8 no byte of another character is a control's: where the bytes that are not _PLAIN are known, they are asked.
    """
    if others is None or len(raw) > _SAMPLE:
        raw = raw[:_SAMPLE]
        others = raw.encode("utf-8", "surrogatepass")
    return (len(others) - len(others.translate(None, _CONTROLS))) * 10 > len(raw)
