"""Conversion by LibreOffice: in a folder and with a profile of its own, without macros or network, within limits."""

import math
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from spec_parser import patience
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import Limits
from spec_parser.patience import CONVERSION
from spec_parser.readers.office.sniffing import Form

_PROGRAMS = ("soffice", "libreoffice")
# Bytes that a file which LibreOffice writes may have, a temporary one too.
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
        _run([*command, "--outdir", str(out), str(source)], folder, form, limits.seconds * CONVERSION)
        result = out / "source.docx"
        if not result.is_file():
            raise _failed(form)
        if result.stat().st_size > limits.bytes:
            raise LimitError(
                f"becomes more than {limits.bytes:,} bytes as a Word file, the limit:"
                " give one class specification a file"
            )
        return result.read_bytes()


def _run(command: list[str], folder: Path, form: Form, seconds: float) -> None:
    """Run LibreOffice to its end, or to that of its time.

    It is several processes. Where somebody watches over this one, they stay with it, to be ended by whoever watches;
    else they are a group of their own, which is ended here.
    """
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE),
    }
    is_alone = not patience.is_watched()
    patience.slow_step(CONVERSION)
    process = subprocess.Popen(  # noqa: S603 - a fixed command; the file's name is ours
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=is_alone,
    )
    try:
        _limit(process.pid, seconds)
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(
            f"is {form.name} that LibreOffice could not convert in {seconds:g} s: save it as .docx"
        ) from error
    finally:
        if is_alone and sys.platform != "win32":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
    if process.returncode != 0:
        raise _failed(form)


def _limit(process: int, seconds: float) -> None:
    """Limits that hold even if nobody is left to end the process: its processor time, the size of its files."""
    if sys.platform != "linux":
        return
    import resource

    for which, most in ((resource.RLIMIT_CPU, math.ceil(seconds)), (resource.RLIMIT_FSIZE, _MOST_WRITTEN)):
        with suppress(ProcessLookupError, PermissionError, ValueError):  # it may have ended, or be held to less
            resource.prlimit(process, which, (most, most))


def _failed(form: Form) -> UnreadableError:
    return UnreadableError(
        f"is {form.name} that LibreOffice could not convert: it may be damaged or encrypted; open it there and save it"
        " as .docx"
    )
