"""From bytes to text without losing a byte: each code point can be turned back into the bytes it came from."""

from typing import Literal, NamedTuple

Codec = Literal["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252"]
Escape = Literal["surrogateescape", "surrogatepass"]

# Longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS: tuple[tuple[bytes, Codec], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 4096
_MILESTONE = 256


class Decoded(NamedTuple):
    """A decoded file.

    `raw` holds lone surrogates where bytes could not be decoded; `codec` with `escape` turns any stretch of it
    back into its bytes. `skipped` is the size of the byte order mark. `assumed` says that the encoding was told
    from evidence and not by the bytes alone.
    """

    raw: str
    codec: Codec
    skipped: int
    assumed: bool
    escape: Escape = "surrogateescape"

    def encode(self, start: int, end: int) -> bytes:
        """The bytes of a stretch of the text."""
        return self.raw[start:end].encode(self.codec, self.escape)


class ByteOffsets:
    """Where in the file each code point of a decoded text begins.

    Widths differ, so they have to be counted; a milestone every so often keeps any one count short, whatever the
    length of a line.
    """

    def __init__(self, decoded: Decoded) -> None:
        self._decoded = decoded
        self._milestones: list[int] | None = None
        raw, codec = decoded.raw, decoded.codec
        if codec == "cp1252" or (codec == "utf-8" and raw.isascii()):
            return  # a byte each
        at = decoded.skipped
        self._milestones = [at]
        for start in range(0, len(raw), _MILESTONE):
            at += len(decoded.encode(start, start + _MILESTONE))
            self._milestones.append(at)

    def __getitem__(self, offset: int) -> int:
        """The byte offset of a code point."""
        if self._milestones is None:
            return offset + self._decoded.skipped
        milestone = offset // _MILESTONE
        return self._milestones[milestone] + len(self._decoded.encode(milestone * _MILESTONE, offset))


def decode(data: bytes) -> Decoded:
    """Decode any bytes: by their mark, as UTF-8 if they are, else as what the evidence says."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data, codec, len(mark), assumed=False)
    wide = _without_mark(data)
    if wide is not None:
        return _decoded(data, wide, 0, assumed=True)
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


def _decoded(data: bytes, codec: Codec, skipped: int, *, assumed: bool) -> Decoded:
    """What follows the mark, decoded."""
    data = data[skipped:]
    if codec == "utf-8":
        return Decoded(data.decode(codec, "surrogateescape"), codec, skipped, assumed)
    width = 4 if codec.startswith("utf-32") else 2
    whole = len(data) - len(data) % width
    # UTF-32 can name code points that do not exist; those are lost, and reported as such.
    text = data[:whole].decode(codec, "replace" if width == 4 else "surrogatepass") if whole else ""
    return Decoded(text + "\ufffd" * (len(data) > whole), codec, skipped, assumed, "surrogatepass")


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
