"""What a file is, decided by its content and never by its name."""

import re
from typing import Literal

from spec_parser.errors import UnreadableError
from spec_parser.readers import packages
from spec_parser.readers.markup import is_page

Kind = Literal["text", "html", "pdf", "docx", "office", "image"]

_MARKS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "office"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"II+\x00", "image"),
    (b"MM\x00+", "image"),
)
_READ = tuple(mark for mark, _ in _MARKS)
_ITSELF = "give the class specification itself"
_UNPACK = "unpack it and give the class specification in it"
_AS_PNG = "save it as PNG"
_AS_PDF = "save it as PDF"
# Where the mark stands, the mark, what has it, and what to do about it.
_UNREAD: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"GIF8", "a GIF image", _AS_PNG),
    (0, b"BM", "a BMP image", _AS_PNG),
    (8, b"WEBP", "a WebP image", _AS_PNG),
    (4, b"ftyphei", "an HEIC image", _AS_PNG),
    (4, b"ftypmif1", "an HEIC image", _AS_PNG),
    (4, b"ftypavif", "an AVIF image", _AS_PNG),
    (4, b"ftyp", "a film", _ITSELF),
    (8, b"AVI ", "a film", _ITSELF),
    (8, b"WAVE", "a sound", _ITSELF),
    (0, b"OggS", "a sound", _ITSELF),
    (0, b"ID3", "a sound", _ITSELF),
    (0, b"8BPS", "a Photoshop image", _AS_PNG),
    (0, b"%!PS", "a PostScript file", _AS_PDF),
    (0, b"AT&TFORM", "a DjVu file", _AS_PDF),
    (0, b"\x1f\x8b", "a gzip file", _UNPACK),
    (0, b"BZh", "a bzip2 file", _UNPACK),
    (0, b"\xfd7zXZ\x00", "an xz file", _UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard file", _UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (257, b"ustar", "a tar archive", _UNPACK),
    (0, b"PK\x05\x06", "an empty zip archive", _ITSELF),
    (0, b"PK\x07\x08", "a part of a zip archive", _ITSELF),
    (0, b"\x7fELF", "a program", _ITSELF),
    (0, b"MZ", "a program", _ITSELF),
    (0, b"\xcf\xfa\xed\xfe", "a program", _ITSELF),
    (0, b"\xca\xfe\xba\xbe", "a program", _ITSELF),
    (0, b"\x00asm", "a program", _ITSELF),
    (0, b"SQLite format 3\x00", "a database", _ITSELF),
)
# The marks that stand at each place, for a first look: nearly no file has any.
_AT = {at: tuple(mark for place, mark, _, _ in _UNREAD if place == at) for at, _, _, _ in _UNREAD}
# What a text may have too is a mark only where a byte stands that no text has.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# A PDF's mark may stand a little way into the file.
_PDF_WITHIN = 1024
_WITHIN = 4096
# A web page that a browser has saved with all its parts, or an e-mail.
_MIME = re.compile(rb"(?im)^content-type:[ \t]*multipart/")
_FIRST_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:")
_OLD_WORD_XML = re.compile(rb"<\?mso-application\s+progid=[\"']Word\.Document|<w:wordDocument[\s>]|<pkg:package[\s>]")


def kind(data: bytes) -> Kind:
    """The form of a file.

    Raises:
        UnreadableError: it is of a form that is not read.
    """
    head = data[:_WITHIN]
    if head.startswith(_READ):
        return next(found for mark, found in _MARKS if head.startswith(mark))
    _refuse(head)
    if head.startswith(b"PK\x03\x04"):
        return packages.kind(data)
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    if b"\0" in head:  # UTF-16
        head = head.replace(b"\0", b"")
    if _FIRST_FIELD.match(head) and _MIME.search(head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]):
        raise UnreadableError(
            "is a web page saved with all its parts (MHTML) or an e-mail, which is not read: save the page as HTML"
            " only, or print it to PDF"
        )
    if _OLD_WORD_XML.search(head):
        raise UnreadableError("is a Word file of the XML kind, which is not read: save it as .docx")
    return "html" if is_page(data) else "text"


def _refuse(head: bytes) -> None:
    for at, marks in _AT.items():
        if head.startswith(marks, at):
            for mark, what, remedy in [unread[1:] for unread in _UNREAD if unread[0] == at]:
                if head.startswith(mark, at) and (not _may_be_text(mark, at) or _CONTROL.search(head)):
                    raise UnreadableError(f"is {what}, which is not read: {remedy}")


def _may_be_text(mark: bytes, at: int) -> bool:
    """Whether a text may have these letters there: "BMW dealers", "Cold WAVE"."""
    return mark.isalnum() and (at > 0 or len(mark) < 4)
