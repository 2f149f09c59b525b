"""What only a whole archive can tell is told by a process of its own each, while the conversion goes on.

Such a process gets what it needs of each revision through a pipe, and gives its lines back through it. It writes
nothing into the folder of the archive, so that it does not matter whether it outlives the conversion: where the other
end of its pipe is gone, it ends.
"""

import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Protocol

from spec_parser.archive.merging import Seen
from spec_parser.archive.model import StoredRevision
from spec_parser.errors import SpecParserError
from spec_parser.garbage import seldom_collected

# Bytes that are sent at once.
_SENT = 1 << 16
_END = b""


class LostTellerError(SpecParserError):
    """A process that tells of the archive has ended before it was done."""


class Teller(Protocol):
    """Tells of a whole archive what no revision tells by itself."""

    def add(self, needed: bytes) -> None:
        """Take what is needed of one or more revisions; they come in the order of their keys."""

    def lines(self) -> Iterator[bytes]:
        """All that there is to tell, once all revisions were taken."""

    def close(self) -> None:
        """Let go of what was taken."""


class Kind(Protocol):
    """A kind of teller; can be sent to another process."""

    def needed(self, revision: StoredRevision, best: Seen) -> bytes:
        """What a teller of this kind needs of a revision, as lines."""

    def teller(self) -> Teller:
        """A teller of this kind."""


class Apart:
    """A teller in a process of its own."""

    def __init__(self, kind: Kind) -> None:
        context = get_context("forkserver")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_tell, args=(theirs, kind.teller), daemon=True)
        self._process.start()
        theirs.close()
        self._waiting: list[bytes] = []
        self._size = 0

    def add(self, needed: bytes) -> None:
        """Send what is needed of one more revision, some of them at once."""
        self._waiting.append(needed)
        self._size += len(needed)
        if self._size >= _SENT:
            self._send(b"".join(self._waiting))
            self._waiting.clear()
            self._size = 0

    def lines(self) -> Iterator[bytes]:
        """All that there is to tell. The process begins now, and waits until it is asked for what it has found."""
        if self._waiting:
            self._send(b"".join(self._waiting))
        self._send(_END)
        return self._told()

    def _told(self) -> Iterator[bytes]:
        while True:
            told = self._received()
            if isinstance(told, Exception):
                raise told
            if told == _END:
                return
            yield told

    def close(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.terminate()
        self._process.join()

    def _send(self, data: bytes) -> None:
        try:
            self._pipe.send(data)
        except OSError as error:
            # It may have said why it ended.
            said = self._received()
            raise said if isinstance(said, Exception) else _lost() from error

    def _received(self) -> bytes | Exception:
        try:
            told: bytes | Exception = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise _lost() from error
        return told


def _lost() -> LostTellerError:
    return LostTellerError(
        "a process that tells what the specifications name and share was ended: run the command again, which goes on"
        " from here; with --workers 1 there is no such process"
    )


@seldom_collected()
def _tell(pipe: Connection, make: Callable[[], Teller]) -> None:
    """What a process of a teller does. It ends with its pipe; an interrupt is for the conversion to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with pipe:
        try:
            teller = make()
            while needed := pipe.recv():
                teller.add(needed)
            for told in _together(teller.lines()):
                pipe.send(told)
            pipe.send(_END)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
        except (SpecParserError, OSError, sqlite3.Error, MemoryError) as error:
            with suppress(OSError):
                pipe.send(error)


def _together(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The same lines, as many at once as are sent."""
    waiting: list[bytes] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= _SENT:
            yield b"".join(waiting)
            waiting.clear()
            size = 0
    if waiting:
        yield b"".join(waiting)
