"""One run at a time in a folder: two would take each other's files away."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from spec_parser.errors import SpecParserError

try:
    import fcntl
except ModuleNotFoundError:  # no such locks on this system
    fcntl = None  # type: ignore[assignment]


class BusyError(SpecParserError):
    """Another run works in the folder."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder. The lock goes with the process, however that ends.

    Raises:
        BusyError: another run has it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    with (folder / ".lock").open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(f"{folder}: another run works in this folder; wait for it, or end it") from error
        yield
