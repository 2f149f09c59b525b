"""The bytes of a source."""

import bz2
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spec_parser.archive.remote import is_url, opened, reason, refusals
from spec_parser.archive.sources import Source
from spec_parser.errors import LimitError, UnreadableError

_UNPACKED: tuple[tuple[tuple[str, ...], Callable[[str], Any]], ...] = (
    ((".gz", ".tgz"), gzip.open),
    ((".bz2", ".tbz2"), bz2.open),
    ((".xz", ".txz"), lzma.open),
)
_DAMAGED = (EOFError, RuntimeError, NotImplementedError, KeyError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)


class Contents:
    """Reads sources one after the other, keeping the archive of the last one open: its members come in order."""

    def __init__(self, most: int) -> None:
        """`most` is how many bytes a source may have."""
        self._most = most
        self._holder: str | None = None
        self._archive: Any = None

    def __enter__(self) -> "Contents":
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def read(self, source: Source) -> bytes:
        """The bytes of a source.

        Raises:
            UnreadableError: it cannot be read; the message says why, without its name.
            LimitError: it has too many bytes.
        """
        if source.size is not None and source.size > self._most:
            raise self._too_large()
        try:
            data = self._read(source)
        except _unreadable() as error:
            raise UnreadableError(f"cannot be read: {reason(error)}") from error
        if len(data) > self._most:
            raise self._too_large()
        return data

    def _too_large(self) -> LimitError:
        return LimitError(f"has more than {self._most:,} bytes, the limit: give one class specification a file")

    def _read(self, source: Source) -> bytes:
        most = self._most + 1
        if source.member is None:
            with opened(source.holder) if is_url(source.holder) else Path(source.holder).open("rb") as file:
                return _up_to(most, file, source.size)
        if source.holder != self._holder:
            self._close()
            self._archive = _archive(source)
            self._holder = source.holder
        if source.offset is None:
            with self._archive.open(source.member) as file:
                return bytes(file.read(most))
        self._archive.seek(source.offset)
        return bytes(self._archive.read(source.size))

    def _close(self) -> None:
        if self._archive is not None:
            self._archive.close()
        self._archive = self._holder = None


def _up_to(most: int, file: Any, size: int | None) -> bytes:
    """The bytes of a file, no more than `most`. What has the size that is expected takes no more memory than that."""
    found: bytes = file.read(most if size is None else min(size + 1, most))
    if size is None or len(found) <= size:
        return found
    return found + bytes(file.read(most - len(found)))  # it has grown since


def _archive(source: Source) -> Any:
    """An archive, open: a zip, or the unpacked bytes of a tar, of which members are known by their offset."""
    name = source.holder.lower()
    if source.offset is None:
        return zipfile.ZipFile(source.holder)
    for ends, unpacked in _UNPACKED:
        if name.endswith(ends):
            return unpacked(source.holder)
    return Path(source.holder).open("rb")  # closed with the next archive


def _unreadable() -> tuple[type[Exception], ...]:
    """What is raised where a source, or the archive that it is in, cannot be read."""
    return *_DAMAGED, *refusals()
