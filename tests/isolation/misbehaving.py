"""A reader that does what a file says, as far as a library can be made to do by a file."""

import ctypes
import hashlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from spec_parser.document import Document, Line
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import Limits
from spec_parser.origins import ByteOrigin, ByteRun
from spec_parser.patience import slow_step
from spec_parser.readers.options import Options

_Deed = Callable[[str], str]
_kept: list[bytes] = []


def read(data: bytes, *, name: str | None, limits: Limits, how: Options) -> Document:
    """A document that says `<p>` and what the words after it have led to."""
    deed, _, more = data.removeprefix(b"<p>").decode().partition(" ")
    do: _Deed | None = _DEEDS.get(deed)
    said = deed if do is None else do(more)
    text = f"{said} {name} {limits.seconds:g} {how.pdf_engine}"
    return Document(
        text=text,
        lines=[Line(1, 0, len(text))],
        media_type="text/html",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        place=ByteOrigin((ByteRun(0, 0, 0, len(data)),)).span,
    )


def _hang(_: str) -> str:
    time.sleep(1_000)
    return "woke"


def _toil(seconds: str) -> str:
    """Work so long, but have the processor only a third of the time."""
    until = time.monotonic() + float(seconds)
    while time.monotonic() < until:
        start = time.process_time()
        while time.process_time() < start + 0.05:
            pass
        time.sleep(0.1)
    return "toiled"


def _spin(_: str) -> str:
    while True:
        pass


def _crash(name: str) -> str:
    os.kill(os.getpid(), getattr(signal, name))
    return "lived"


def _null(_: str) -> str:
    ctypes.memset(0, 0, 1)
    return "wrote"


def _exit(status: str) -> str:
    os._exit(int(status))


def _allocate(megabytes: str) -> str:
    return f"{len(bytearray(int(megabytes) << 20)) >> 20} MB"


def _recurse(deed: str) -> str:
    return _recurse(deed)


def _raise(kind: str) -> str:
    raise {"key": KeyError("pay"), "unreadable": UnreadableError("is torn"), "limit": LimitError("is long"),
           "lines": UnreadableError("is\ntorn\x1b[31m"), "exit": SystemExit(0)}[kind]  # fmt: skip


def _print(_: str) -> str:
    os.write(1, b"noise")
    os.write(2, b"noise")
    sys.stdout.write("noise")
    sys.stdout.flush()
    return os.read(0, 10).decode() or "printed"


def _leave_children(path: str) -> str:
    """Start a program that starts another one, and wait for them."""
    subprocess.run(["sh", "-c", f"sleep 1000 & echo $! > {path}; wait"], check=False)
    return "waited"


def _leave_strays(path: str) -> str:
    """The same, but they are of no group that the worker's number names."""
    subprocess.run(["sh", "-c", f"sleep 1000 & echo $! > {path}; wait"], check=False, start_new_session=True)
    return "waited"


def _slow(times: str) -> str:
    slow_step(int(times))
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(b"page")
    time.sleep(1.2)
    return file.name


def _slow_and_hang(path: str) -> str:
    slow_step(1)
    Path(path).write_text(tempfile.gettempdir(), encoding="utf-8")
    return _hang("")


def _keep(megabytes: str) -> str:
    _kept.append(os.urandom(int(megabytes) << 20))
    return str(os.getpid())


def _limits(_: str) -> str:
    core, size = resource.getrlimit(resource.RLIMIT_CORE)[0], resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    return f"core={core} file={size} leader={os.getsid(0) == os.getpid()}"


_DEEDS: dict[str, _Deed] = {
    "hang": _hang,
    "spin": _spin,
    "toil": _toil,
    "crash": _crash,
    "null": _null,
    "exit": _exit,
    "allocate": _allocate,
    "recurse": _recurse,
    "raise": _raise,
    "print": _print,
    "children": _leave_children,
    "strays": _leave_strays,
    "slow": _slow,
    "slow-and-hang": _slow_and_hang,
    "keep": _keep,
    "limits": _limits,
    "pid": lambda _: str(os.getpid()),
}
