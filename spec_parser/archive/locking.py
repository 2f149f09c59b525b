"""One run at a time in a folder: two would take each other's files away."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from spec_parser.errors import SpecParserError

if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> None:
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:

    def _lock(file: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class BusyError(SpecParserError):
    """Another run works in the folder."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder. The lock goes with the process, however that ends.

    Raises:
        BusyError: another run has it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("wb") as file:
        try:
            _lock(file)
        except (BlockingIOError, PermissionError) as error:
            raise BusyError(f"{folder}: another run works in this folder; wait for it, or end it") from error
        yield
