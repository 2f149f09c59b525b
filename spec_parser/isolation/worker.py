"""The worker: takes files from its socket one by one, reads each within limits, sends back what it says.

It runs until the socket closes, until it has read many files or has grown, or until something goes wrong: whoever
waits for the answer then sees the socket close, and starts another one.
"""

import contextlib
import faulthandler
import gc
import os
import socket
import sys
import tempfile
import time
from pathlib import Path
from shutil import rmtree
from types import TracebackType

from spec_parser import patience
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.isolation import confinement, messages
from spec_parser.isolation.allowance import LONGEST
from spec_parser.isolation.channel import BrokenChannelError, Channel
from spec_parser.isolation.process import folder
from spec_parser.readers import kinds, reader

_MOST_FILES = 500
# Of the memory limit, what a worker may have kept of the files it has read.
_MOST_KEPT = 0.125
_FRAME = 0xFFFFFFFF
# How many times its limit a file may take by the clock on the wall where nobody is left who watches.
_ALONE = 2 * LONGEST
_OFFICE = 512 * 1024 * 1024
"""Bytes of address space that LibreOffice takes before it has opened a file."""
_ONE_THREAD = ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def main() -> None:
    """Run as a program whose standard input is the socket, or tells of it (Windows)."""
    if sys.platform == "win32":
        end = socket.fromshare(sys.stdin.buffer.read())
    else:
        end = socket.socket(fileno=os.dup(0))
    serve(end, sys.argv[1])


def serve(end: socket.socket, token: str) -> None:
    """Read files until there is a reason to stop.

    Args:
        end: the socket.
        token: what names the folder for temporary files.
    """
    _shut_the_doors()
    confinement.confine()
    worker = _Worker(Channel(end, _FRAME), token)
    with end, contextlib.suppress(BrokenChannelError):
        while worker.is_fresh():
            worker.read_one()
    worker.tidy()


def _shut_the_doors() -> None:
    """Nothing that a library prints reaches anybody, nor what the interpreter has to say of a crash."""
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - as long as the process runs
    sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))


class _Worker:
    def __init__(self, channel: Channel, token: str) -> None:
        self._channel = channel
        self._token = token
        self._folder: Path | None = None
        self._read = 0
        self._known: set[kinds.Kind] = set()
        # Bytes of memory that it holds with its libraries loaded and no file, and that it may have kept of files.
        self._idle = 0
        self._kept_most = 0.0
        self._is_spent = False

    def is_fresh(self) -> bool:
        """Whether it may read another file."""
        if self._is_spent or self._read >= _MOST_FILES:
            return False
        return self._read == 0 or self._kept() <= self._kept_most

    def read_one(self) -> None:
        """Take a request, answer it.

        Raises:
            BrokenChannelError: nobody asks any more.
        """
        request = messages.decode_request(self._channel.receive())
        data = self._channel.receive()
        self._read += 1
        self._kept_most = request.limits.memory * _MOST_KEPT
        with _LastWords(self._channel):
            self._load(request.kind)
            self._limit(request)
            self._channel.send(messages.encode(messages.Begun()))
            answer = _answer(request, data)
            # LibreOffice may be left behind where it failed; who started the worker ends it with the worker.
            self._is_spent = request.kind == "office" and isinstance(answer, messages.Refused)
            confinement.wake(0)
            self._channel.send(messages.encode(answer))

    def _load(self, kind: kinds.Kind) -> None:
        """Load what reads a form, and count that as part of what the worker holds when idle."""
        if kind not in self._known:
            kept = self._kept() if self._known else 0
            reader(kind)
            self._known.add(kind)
            gc.freeze()
            self._idle = confinement.resident() - kept

    def _kept(self) -> int:
        """Bytes that the files read so far have left behind."""
        return confinement.resident() - self._idle

    def _limit(self, request: messages.Request) -> None:
        limits = request.limits
        confinement.allow_memory(limits.memory + (_OFFICE if request.kind == "office" else 0))
        start = time.process_time()
        slow = 0
        confinement.allow_seconds(start + limits.time(slow))
        confinement.wake(_ALONE * limits.time(slow))

        def grant(times: int) -> None:
            nonlocal slow
            self._make_folder()
            slow += times
            confinement.allow_seconds(start + limits.time(slow))
            confinement.wake(_ALONE * limits.time(slow))
            self._channel.send(messages.encode(messages.Slow(times)))

        patience.watch(grant)

    def tidy(self) -> None:
        """Remove the temporary files, in case nobody else is left to do it."""
        if self._folder is not None:
            rmtree(self._folder, ignore_errors=True)

    def _make_folder(self) -> None:
        """Have temporary files go to a folder that whoever started the worker removes, should it be killed."""
        if self._folder is None:
            self._folder = folder(self._token)
            self._folder.mkdir(mode=0o700)
            os.environ["TMPDIR"] = tempfile.tempdir = str(self._folder)


def _answer(request: messages.Request, data: bytes) -> messages.Answer:
    try:
        document = reader(request.kind).read(data, name=request.name, limits=request.limits, how=request.how)
    except UnreadableError as error:
        return messages.Refused(isinstance(error, LimitError), str(error))
    return messages.told(document)


class _LastWords:
    """Tells of whatever error ends the worker: nobody knows what state a library is in after it."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and not issubclass(kind, BrokenChannelError):
            confinement.allow_any_memory()
            self._channel.send(messages.encode(messages.Failed(kind.__name__, str(error)[:200])))
