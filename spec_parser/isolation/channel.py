"""Frames over a socket: a length, then so many bytes. No wait is longer than the time that is left."""

import socket
import time
from collections.abc import Callable

_LENGTH = 4
_CHUNK = 1 << 20


class BrokenChannelError(Exception):
    """The other side is gone, or says what is no frame."""


class LateError(Exception):
    """The time is over."""


class Channel:
    """One end of a socket.

    Args:
        end: a connected socket; the channel closes it.
        most: bytes that a frame of the other side may have.
    """

    def __init__(self, end: socket.socket, most: int) -> None:
        self._end = end
        self._most = most
        self._deadline: float | None = None
        self._more: Callable[[], float] = _no_more

    def expire(self, seconds: float, more: Callable[[], float] | None = None) -> None:
        """Have all waits end in so many seconds from now, unless `more` gives some on top when they are over."""
        self._deadline = time.monotonic() + seconds
        self._more = more or _no_more

    def send(self, *frames: bytes) -> None:
        """Send frames.

        Raises:
            BrokenChannelError: the other side is gone.
            LateError: it does not take them in time.
        """
        try:
            for frame in frames:
                self._end.settimeout(self._left())
                self._end.sendall(len(frame).to_bytes(_LENGTH, "big"))
                self._end.settimeout(self._left())
                self._end.sendall(frame)
        except TimeoutError as error:
            raise LateError from error
        except OSError as error:
            raise BrokenChannelError(str(error)) from error

    def receive(self) -> bytes:
        """The next frame.

        Raises:
            BrokenChannelError: the other side is gone, or the frame is too long.
            LateError: it does not come in time.
        """
        length = int.from_bytes(self._take(_LENGTH), "big")
        if length > self._most:
            raise BrokenChannelError(f"a frame of {length:,} bytes")
        return bytes(self._take(length))

    def close(self) -> None:
        """Close the socket; what waits at the other side is told so."""
        self._end.close()

    def _take(self, length: int) -> bytearray:
        """Exactly so many bytes. Memory is taken for what has come, not for what is announced."""
        taken = bytearray()
        while len(taken) < length:
            try:
                self._end.settimeout(self._left())
                part = self._end.recv(min(length - len(taken), _CHUNK))
            except TimeoutError as error:
                self._prolong(error)
                continue
            except OSError as error:
                raise BrokenChannelError(str(error)) from error
            if not part:
                raise BrokenChannelError("it has ended")
            taken += part
        return taken

    def _prolong(self, error: TimeoutError) -> None:
        more = self._more()
        if more <= 0:
            raise LateError from error
        self._deadline = time.monotonic() + more

    def _left(self) -> float | None:
        """Seconds until the deadline. What has come already is taken even after it: a little time is always left."""
        return None if self._deadline is None else max(self._deadline - time.monotonic(), 0.05)


def _no_more() -> float:
    return 0
