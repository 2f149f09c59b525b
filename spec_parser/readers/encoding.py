"""From bytes to text without losing a byte: each code point can be turned back into the bytes it came from."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from spec_parser.stairs import stairs

Codec = Literal[
    "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252", "cp1250", "iso8859-15", "mac-roman"
]

# Longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS: tuple[tuple[bytes, Codec], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 4096


class Decoded(NamedTuple):
    """A decoded file.

    `raw` holds lone surrogates where bytes could not be decoded. `skipped` is the size of the byte order mark.
    `assumed` says that the encoding was told from evidence and not by the bytes alone.
    """

    raw: str
    codec: Codec
    skipped: int
    assumed: bool

    def is_sound(self) -> bool:
        """Whether the file's bytes are the text in UTF-8, and nothing else: they can be asked in its place."""
        return self.codec == "utf-8" and not self.skipped and not self.assumed


# For each byte of UTF-8 whether a character of several begins with it, and how many more bytes that one has.
_LEADS = bytes(byte >= 0xC0 for byte in range(256))
_FOLLOWING = bytes(range(0x80, 0xC0))
_NO_LEADS = bytes(range(0xC0))
_MORE = bytes((byte >= 0xC0) + (byte >= 0xE0) + (byte >= 0xF0) for byte in range(256))


class ByteOffsets:
    """For each offset in a decoded text the offset in the file's bytes.

    Most characters take a fixed number of bytes; of those that take more, it is kept where they stand and how many
    bytes more there are up to them.

    Args:
        decoded: the text.
        data: the file's bytes.
        others: what is left of the bytes without some that are characters of one byte, where that is known.
    """

    __slots__ = ("_ends", "_is_sound", "_more", "_size", "_skipped", "_width")

    def __init__(self, decoded: Decoded, data: bytes, others: bytes | None = None) -> None:
        raw, codec, self._skipped, _ = decoded
        self._size = len(data)
        self._is_sound = decoded.is_sound()
        self._width = _WIDTHS.get(codec, 1)
        self._ends = array("I")
        self._more = array("I", (0,))
        if raw.isascii() or codec not in _WIDER:
            return
        if self._is_sound:  # to divide by one byte is far quicker than to try each character on a pattern
            between = data.translate(_LEADS, _FOLLOWING).split(b"\1")[:-1]
            self._ends.extend(accumulate([len(plain) + 1 for plain in between]))
            self._more.extend(accumulate((data if others is None else others).translate(_MORE, _NO_LEADS)))
            return
        self._ends.extend([found.end() for found in _WIDER[codec].finditer(raw)])
        wider = [raw[end - 1] for end in self._ends]
        more = {character: len(character.encode(codec)) - self._width for character in set(wider)}
        self._more.extend(accumulate([more[character] for character in wider]))

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file a stretch of the text begins and ends."""
        ends, more, width = self._ends, self._more, self._width
        wider = bisect_right(ends, start)
        first = self._skipped + start * width + more[wider]
        last = first + (end - start) * width
        if wider < len(ends) and ends[wider] <= end:  # characters that take more bytes stand within
            last += more[bisect_right(ends, end, wider)] - more[wider]
        if last > self._size:  # the last character is a broken one, of fewer bytes than the others
            return min(first, self._size), self._size
        return first, last

    def shifts(self) -> Sequence[int] | None:
        """For each offset in the text how many bytes it stands further on in the file; None unless that is sound."""
        return stairs(self._ends, self._more, self._size) if self._is_sound else None


_WIDTHS: dict[Codec, int] = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
# Characters that take more bytes than the others. A byte that could not be decoded stands as one lone surrogate.
_WIDER: dict[Codec, re.Pattern[str]] = {
    "utf-8": re.compile("[^\x00-\x7f\udc80-\udcff]"),
    "utf-16-le": re.compile("[\U00010000-\U0010ffff]"),
    "utf-16-be": re.compile("[\U00010000-\U0010ffff]"),
}


def decode(data: bytes) -> Decoded:
    """Decode any bytes: by their mark, as UTF-8 if they are, else as what the evidence says."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(_decode(data[len(mark) :], codec), codec, len(mark), assumed=False)
    wide = _without_mark(data)
    if wide is not None:
        return Decoded(_decode(data, wide), wide, 0, assumed=True)
    try:
        return Decoded(data.decode(), "utf-8", 0, assumed=False)
    except UnicodeDecodeError:
        pass
    raw = data.decode("utf-8", "surrogateescape")
    # Text in UTF-8 with a few broken bytes has more whole sequences than broken ones; a text in cp1252 has
    # next to none, since a letter followed by two continuation bytes is nonsense there.
    broken = sum(1 for character in raw if "\udc80" <= character <= "\udcff")
    whole = sum(1 for character in raw if character > "\x7f") - broken
    if whole > broken:
        return Decoded(raw, "utf-8", 0, assumed=True)
    return Decoded(data.decode("cp1252", "surrogateescape"), "cp1252", 0, assumed=True)


def _decode(data: bytes, codec: Codec) -> str:
    if codec == "utf-8":
        return data.decode(codec, "surrogateescape")
    width = 4 if codec.startswith("utf-32") else 2
    whole = len(data) - len(data) % width
    # UTF-32 can name code points that do not exist; those are lost, and reported as such.
    text = data[:whole].decode(codec, "replace" if width == 4 else "surrogatepass") if whole else ""
    return text + "\ufffd" * (len(data) > whole)


def _without_mark(data: bytes) -> Codec | None:
    """UTF-16 without a mark: in western text every second byte is NUL, and no NUL stands elsewhere."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even <= 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd <= 0.05 * half:
        return "utf-16-be"
    return None
