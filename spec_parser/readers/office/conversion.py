"""Conversion by LibreOffice: in a folder and with a profile of its own, without macros or network, within limits."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import Limits
from spec_parser.readers.office.sniffing import Form

_PROGRAMS = ("soffice", "libreoffice")
# In seconds. A conversion takes two or three, most of it LibreOffice's start.
_TIME_LIMIT = 60
# How large a file LibreOffice may write, the temporary ones included: in bytes.
_MOST_WRITTEN = 256 * 1024 * 1024
_FILTER = "docx:MS Word 2007 XML"
_OPTIONS = (
    "--headless",
    "--invisible",
    "--nologo",
    "--nodefault",
    "--norestore",
    "--nolockcheck",
    "--nofirststartwizard",
)
# Nothing listens there: what asks for the network all the same gets no answer.
_NOWHERE = "http://127.0.0.1:9"
_PROFILE = Path(__file__).with_name("profile.xcu")


def to_docx(data: bytes, form: Form, limits: Limits) -> bytes:
    """An office file as a Word file.

    Args:
        data: the file's bytes.
        form: what it is.
        limits: sizes beyond which the result is refused.

    Raises:
        LimitError: the result is larger than the limits allow.
        UnreadableError: LibreOffice is missing, cannot read the file, or takes too long.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnreadableError(
            f"is {form.name}, which LibreOffice converts: install it (on Debian and Ubuntu: apt-get install"
            " libreoffice-writer), or save the file as .docx"
        )
    with TemporaryDirectory(prefix="spec-parser-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, out, profile = folder / f"source.{form.suffix}", folder / "out", folder / "profile"
        source.write_bytes(data)
        (profile / "user").mkdir(parents=True)
        shutil.copyfile(_PROFILE, profile / "user" / "registrymodifications.xcu")
        command = [program, f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS, "--convert-to", _FILTER]
        _run([*command, "--outdir", str(out), str(source)], folder, form)
        result = out / "source.docx"
        if not result.is_file():
            raise _failed(form)
        if result.stat().st_size > limits.bytes:
            raise LimitError(f"becomes more than {limits.bytes:,} bytes as a Word file, the limit")
        return result.read_bytes()


def _run(command: list[str], folder: Path, form: Form) -> None:
    """Run LibreOffice to its end, or to that of its time: it is several processes, which are ended together."""
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE),
    }
    process = subprocess.Popen(  # noqa: S603 - a fixed command; the file's name is ours
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _limit(process.pid)
        process.wait(_TIME_LIMIT)
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(
            f"is {form.name} that LibreOffice could not convert in {_TIME_LIMIT} s: save it as .docx"
        ) from error
    finally:
        _end(process)
    if process.returncode != 0:
        raise _failed(form)


def _limit(process: int) -> None:
    """Limits that hold even if nobody is left to end the process: its processor time, the size of its files."""
    if sys.platform == "linux":
        import resource

        with suppress(ProcessLookupError, PermissionError, ValueError):
            resource.prlimit(process, resource.RLIMIT_CPU, (_TIME_LIMIT, _TIME_LIMIT))
            resource.prlimit(process, resource.RLIMIT_FSIZE, (_MOST_WRITTEN, _MOST_WRITTEN))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End all processes of a conversion, those that it has left behind too."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _failed(form: Form) -> UnreadableError:
    return UnreadableError(
        f"is {form.name} that LibreOffice could not convert: it may be damaged or encrypted; open it there and save it"
        " as .docx"
    )
