"""What a file is, decided by its content and never by its name."""

import re
from typing import Literal

from spec_parser.errors import UnreadableError

Kind = Literal["text", "html", "pdf", "docx", "office", "image"]

_MARKS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "office"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)
_UNREAD: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
)
# A PDF's mark may stand a little way into the file.
_PDF_WITHIN = 1024
_HTML = re.compile(rb"(?i)<(?:!doctype html|html|head|body|table|div|meta|p|ul|ol|h[1-6]|br|span|b|font)[\s>/]")
_HTML_WITHIN = 4096


def kind(data: bytes) -> Kind:
    """The form of a file.

    Raises:
        UnreadableError: it is of a form that is not read.
    """
    for mark, found in _MARKS:
        if data.startswith(mark):
            return found
    for mark, what in _UNREAD:
        if data.startswith(mark):
            raise UnreadableError(f"is {what}, which is not read: give the class specification itself")
    if data.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data else "office"
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    head = data[:_HTML_WITHIN]
    if b"\0" in head:  # UTF-16
        head = head.replace(b"\0", b"")
    return "html" if _HTML.search(head) else "text"
