"""The bytes of a file by its path, and errors that name the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from spec_parser.errors import SpecParserError, UnreadableError
from spec_parser.limits import Limits


def contents(path: Path, limits: Limits) -> bytes:
    """The bytes of a file; of one that is larger than the limits allow, one byte more than they do.

    Raises:
        UnreadableError: it is missing, a folder, or may not be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(limits.bytes + 1)
    except IsADirectoryError as error:
        raise UnreadableError("is a folder; give the files in it") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise UnreadableError(f"cannot be read: {reason}; check its name and permissions") from error


@contextmanager
def naming(label: str) -> Iterator[None]:
    """Have errors say which file they are about."""
    try:
        yield
    except SpecParserError as error:
        # A name may hold a line end, but an error is one line.
        raise type(error)(f"{label if label.isprintable() else repr(label)}: {error}") from error
