"""What a zip archive is a package of, told by the names of what is in it and without unpacking anything."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from spec_parser.errors import UnreadableError

# A member's header: its mark, 22 bytes, the lengths of its name and of more.
_HEADER = re.compile(rb"PK\x03\x04[\s\S]{22}([\s\S]{2})([\s\S]{2})")
_MOST_MEMBERS = 1_000
_TEXT = b"application/vnd.oasis.opendocument.text"
_OPEN_DOCUMENTS = (
    (b"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"),
    (b"application/vnd.oasis.opendocument.graphics", "an OpenDocument drawing"),
    (b"application/epub+zip", "an e-book (EPUB)"),
)
_FOLDERS = (
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"visio/", "a Visio drawing"),
    (b"FixedDocSeq.fdseq", "an XPS file"),
    (b"META-INF/MANIFEST.MF", "a Java program"),
)
_CONTENT_TYPES = b"[Content_Types].xml"
_REMEDY = "which is not read: give the class specification as a Word, PDF, HTML or text file"


def kind(data: bytes) -> Literal["docx", "office"]:
    """Which reader a zip archive is for.

    Raises:
        UnreadableError: it holds neither a Word file nor an OpenDocument text.
    """
    is_office = False
    for name, more in islice(_members(data), _MOST_MEMBERS):
        if name.startswith(b"word/"):
            return "docx"
        if name == b"mimetype":  # stored as it is, and first
            stored = data[more : more + 80]
            if stored.startswith(_TEXT):
                return "office"
            for media_type, what in _OPEN_DOCUMENTS:
                if stored.startswith(media_type):
                    raise UnreadableError(f"is {what}, {_REMEDY}")
        for folder, what in _FOLDERS:
            if name.startswith(folder):
                raise UnreadableError(f"is {what}, {_REMEDY}")
        is_office = is_office or name == _CONTENT_TYPES
    if is_office:  # its own directory says where the document is, which need not be in a folder of the usual name
        return "docx"
    raise UnreadableError(f"is a zip archive and no Word file, {_REMEDY}")


def _members(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The name of each member, and where its content starts. Damage to the archive's directory does not matter."""
    for header in _HEADER.finditer(data):
        start = header.end()
        end = start + int.from_bytes(header[1], "little")
        yield data[start:end], end + int.from_bytes(header[2], "little")
