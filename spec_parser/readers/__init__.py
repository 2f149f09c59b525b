"""Readers turn each file format into the same `Document`. What a file is, is decided by its content."""

from importlib import import_module

from spec_parser.document import Document
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import DEFAULT, Limits
from spec_parser.readers import kinds, options

_READERS = {"html": "spec_parser.readers.html", "pdf": "spec_parser.readers.pdf", "docx": "spec_parser.readers.docx",
    "office": "spec_parser.readers.office", "image": "spec_parser.readers.scan"}  # fmt: skip


def read(
    data: bytes | str,
    *,
    name: str | None = None,
    limits: Limits = DEFAULT,
    how: options.Options = options.DEFAULT,
) -> Document:
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
        kind = kinds.kind(data)
        if kind != "text":
            reader = import_module(_READERS[kind])
            document: Document = reader.read(data, name=name, limits=limits, how=how)
            return document
    from spec_parser.readers import text

    return text.read(data, name=name, limits=limits)
