"""Exports and conversions of Word files by LibreOffice."""

import subprocess
import tempfile
from pathlib import Path

from tests.forms.index import OlderFile
from tests.forms.reproducible import without_dates

_TIMEOUT = 180


def export(file: bytes) -> bytes:
    """The PDF that LibreOffice exports a Word file to.

    Raises:
        OSError: there is no LibreOffice.
        subprocess.SubprocessError: it failed.
    """
    return without_dates(_converted(file, "pdf"))


def convert(file: bytes, to: OlderFile) -> bytes:
    """A Word file as one of an older word processor; it tells when that was done.

    Raises:
        OSError: there is no LibreOffice.
        subprocess.SubprocessError: it failed.
    """
    return _converted(file, to)


def _converted(file: bytes, ending: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "file.docx")
        source.write_bytes(file)
        profile = Path(folder, "profile").as_uri()
        command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", ending]
        subprocess.run([*command, "--outdir", folder, str(source)], check=True, capture_output=True, timeout=_TIMEOUT)
        return source.with_suffix(f".{ending}").read_bytes()
