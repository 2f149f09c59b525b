"""What a conversion left, to be read: in a folder of this machine, or wherever fsspec finds it (`s3://bucket/archive`)."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Final, cast

from spec_parser.archive.remote import is_url, reason, refusals, store
from spec_parser.errors import UnreadableError

_ADVICE: Final = "give the place that `spec-parser convert --out` made, and check your rights there"
# Bytes that are asked of a store at once: files are read from front to back, several at a time.
_BLOCK: Final = 8 * 1024 * 1024


class Finished:
    """An archive that was converted."""

    def __init__(self, place: str | Path) -> None:
        """`place` is a folder, or a URL."""
        self._place = str(place)

    def __str__(self) -> str:
        return self._place

    @property
    def name(self) -> str:
        """The last part of its name."""
        place = self._place.rstrip("/")
        return place.rpartition("/")[2] if is_url(place) else Path(place).resolve().name

    def path(self, name: str) -> str:
        """Where one of its files is, for messages."""
        return f"{self._place.rstrip('/')}/{name}" if is_url(self._place) else str(Path(self._place, name))

    def has(self, name: str) -> bool:
        """Whether it has a file.

        Raises:
            UnreadableError: the store cannot be asked.
        """
        if not is_url(self._place):
            return Path(self._place, name).is_file()
        files, path = store(self._place)
        with self._told(name):
            try:
                files.info(f"{path.rstrip('/')}/{name}")
            except FileNotFoundError:
                return False
        return True

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines of one of its files.

        Raises:
            UnreadableError: it cannot be read, at first or later on.
        """
        with self._told(name), self._opened(name) as file:
            yield from file

    @contextmanager
    def database(self, name: str) -> Iterator[sqlite3.Connection]:
        """One of its SQLite files, open to be asked. A copy, since SQLite writes beside the file.

        Raises:
            UnreadableError: it cannot be read.
        """
        with tempfile.TemporaryDirectory(prefix="spec-parser-") as made:
            for part in (name, f"{name}-wal"):  # of a run that goes on, or was ended
                if part == name or self.has(part):
                    with self._told(part), self._opened(part) as found, Path(made, part).open("wb") as copy:
                        copyfileobj(found, copy)
            with closing(sqlite3.connect(Path(made, name))) as base:
                yield base

    def _opened(self, name: str) -> IO[bytes]:
        if not is_url(self._place):
            return Path(self._place, name).open("rb")
        files, path = store(self._place)
        return cast("IO[bytes]", files.open(f"{path.rstrip('/')}/{name}", "rb", block_size=_BLOCK))

    @contextmanager
    def _told(self, name: str) -> Iterator[None]:
        """Refusals of a file system or a store in one line."""
        try:
            yield
        except refusals() as error:
            raise UnreadableError(f"{self.path(name)}: cannot be read: {reason(error)}; {_ADVICE}") from error
