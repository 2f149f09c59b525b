"""A worker as a process: started by fork or as a program, killed with all that it has started."""

import contextlib
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from spec_parser.errors import UnreadableError
from spec_parser.isolation import family
from spec_parser.isolation.channel import Channel

if TYPE_CHECKING:
    from subprocess import Popen

_RUN = "from spec_parser.isolation.worker import main; main()"
_LAST = 10.0
"""Seconds after which a killed process is no longer waited for: the system will not let go of it."""


class Process:
    """A worker.

    Args:
        most: bytes that a frame which it sends may have.
        early: whether to fork, which costs next to nothing while this process has loaded nothing heavy and runs no
            threads; elsewhere a fresh interpreter is started.

    Attributes:
        channel: the way to it.
        token: what names its folder for temporary files.

    Raises:
        UnreadableError: the system starts no process.
    """

    def __init__(self, most: int, *, early: bool = False) -> None:
        self.token = os.urandom(8).hex()
        self._popen: Popen[bytes] | None = None
        try:
            ours, theirs = socket.socketpair()
        except OSError as error:
            raise _cannot_start(error) from error
        self.channel = Channel(ours, most)
        try:
            with theirs:
                if early and sys.platform == "linux":
                    self._pid = self._fork(theirs)
                else:
                    self._popen = _program(theirs, self.token)
                    self._pid = self._popen.pid
        except OSError as error:
            self.channel.close()
            raise _cannot_start(error) from error

    def spent(self) -> float:
        """Seconds of processor time that it and all that it has started have taken so far; 0 if nobody tells."""
        return sum(map(family.spent, [self._pid, *family.descendants(self._pid)]))

    def stop(self, patience: float = 0) -> int | None:
        """End the process and all that it has started.

        Args:
            patience: seconds that it may take to end by itself.

        Returns:
            What it had ended with by itself: its exit status, or the signal as a negative number; None if it had not.
        """
        until = time.monotonic() + patience
        status = self._status()
        while status is None and time.monotonic() < until:
            time.sleep(0.002)
            status = self._status()
        self._kill()
        self._reap()
        self.channel.close()
        return status

    def _fork(self, theirs: socket.socket) -> int:
        pid = os.fork()
        if pid:
            return pid
        try:
            os.setsid()
            # What else is open in the parent is no business of the worker.
            os.closerange(3, theirs.fileno())
            os.closerange(theirs.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
            from spec_parser.isolation.worker import serve

            serve(theirs, self.token)
        finally:
            os._exit(1)  # whatever happens, the parent's own way ends here

    def _status(self) -> int | None:
        """What it has ended with, if it has; it is not yet reaped, so that its number still belongs to its group."""
        if sys.platform == "win32" or not hasattr(os, "waitid"):
            return self._popen.poll() if self._popen is not None else None
        try:
            ended = os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:  # somebody else reaps all children of this process
            return None
        if ended is None:
            return None
        return ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status

    def _kill(self) -> None:
        if sys.platform == "win32":
            if self._popen is not None:
                self._popen.kill()
        else:
            # LibreOffice is started in a group of its own, so that it can be killed where there is no worker.
            strayed = family.descendants(self._pid)
            for kill, number in ((os.killpg, self._pid), *((os.kill, one) for one in strayed)):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    kill(number, signal.SIGKILL)

    def _reap(self) -> None:
        if self._popen is None:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self._pid, 0)
        else:
            from subprocess import TimeoutExpired

            with contextlib.suppress(TimeoutExpired):
                self._popen.wait(_LAST)


def _cannot_start(error: OSError) -> UnreadableError:
    return UnreadableError(
        f"cannot be read safely: no process can be started for it ({error.strerror or error}); free some memory, or"
        " read it without isolation"
    )


def _program(theirs: socket.socket, token: str) -> "Popen[bytes]":
    """A fresh interpreter that finds modules where this one does; its standard input is the socket."""
    from subprocess import DEVNULL, PIPE, Popen

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", _RUN, token]
    if sys.platform == "win32":
        started = Popen(command, env=environment, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL)  # noqa: S603
        with started.stdin as pipe:
            pipe.write(theirs.share(started.pid))
        return started
    return Popen(  # noqa: S603 - this interpreter
        command, env=environment, stdin=theirs.fileno(), stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    )


def folder(token: str) -> Path:
    """Where a worker puts its temporary files."""
    from tempfile import gettempdir

    return Path(gettempdir()) / f"spec-parser-{token}"
