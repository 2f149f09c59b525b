"""Readers turn each file format into the same `Document`. What a file is, is decided by its content."""

from importlib import import_module
from typing import Protocol

from spec_parser.document import Document
from spec_parser.errors import UnreadableError
from spec_parser.limits import DEFAULT, Limits, beyond
from spec_parser.readers import kinds, options

_READERS: dict[kinds.Kind, str] = {
    "html": "spec_parser.readers.html",
    "pdf": "spec_parser.readers.pdf",
    "docx": "spec_parser.readers.docx",
    "office": "spec_parser.readers.office",
    "image": "spec_parser.readers.scan",
}


class Reader(Protocol):
    """What reads one form of file."""

    def read(self, data: bytes, *, name: str | None, limits: Limits, how: options.Options) -> Document:
        """Read a file's bytes.

        Raises:
            LimitError: the file is larger than the limits allow.
            UnreadableError: it cannot be read.
        """


def form(data: bytes | str, limits: Limits = DEFAULT) -> kinds.Kind:
    """What a file is, by its content. A `str` is text.

    Raises:
        LimitError: the file is larger than the limits allow.
        UnreadableError: it is empty, or of a form that is not read.
    """
    if not data:
        raise UnreadableError("is empty; give a file that holds a class specification")
    if len(data) > limits.bytes:
        raise beyond(limits.bytes, "bytes")
    return "text" if isinstance(data, str) else kinds.kind(data)


def reader(kind: kinds.Kind) -> Reader:
    """What reads a form other than text; it is loaded when it is first asked for."""
    module: Reader = import_module(_READERS[kind])
    return module


def read(
    data: bytes | str,
    *,
    name: str | None = None,
    limits: Limits = DEFAULT,
    how: options.Options = options.DEFAULT,
) -> Document:
    """Read a file of any form that is known, in this process.

    Raises:
        LimitError: the file is larger than the limits allow.
        UnreadableError: it is empty, or of a form that is not read.
    """
    return read_as(form(data, limits), data, name=name, limits=limits, how=how)


def read_as(kind: kinds.Kind, data: bytes | str, *, name: str | None, limits: Limits, how: options.Options) -> Document:
    """Read a file whose form is known, in this process.

    Raises:
        LimitError: the file is larger than the limits allow.
        UnreadableError: it cannot be read.
    """
    if kind == "text" or isinstance(data, str):
        from spec_parser.readers import text

        return text.read(data, name=name, limits=limits)
    return reader(kind).read(data, name=name, limits=limits, how=how)
