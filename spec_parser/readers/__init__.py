"""Readers turn each file format into the same `Document`."""

from spec_parser.document import Document
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import DEFAULT, Limits

# What a file is, is decided by its content, never by its name.
_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
)


def read(data: bytes | str, *, name: str | None = None, limits: Limits = DEFAULT) -> Document:
    """Read a file of any form that is known.

    Raises:
        LimitError: the file is larger than the limits allow.
        UnreadableError: it is empty, or of a form that is not read.
    """
    if not data:
        raise UnreadableError("is empty; give a file that holds a class specification")
    if len(data) > limits.bytes:
        raise LimitError(f"has more than {limits.bytes:,} bytes, the limit: give one class specification a file")
    if isinstance(data, bytes):
        for mark, what in _OTHER_KINDS:
            if data.startswith(mark):
                raise UnreadableError(f"is {what}; this version reads plain text: save it as text first")
    from spec_parser.readers import text

    return text.read(data, name=name, limits=limits)
