"""Exports of Word files by LibreOffice."""

import subprocess
import tempfile
from pathlib import Path

from tests.forms.reproducible import without_dates

_TIMEOUT = 180


def export(file: bytes) -> bytes:
    """The PDF that LibreOffice exports a Word file to.

    Raises:
        OSError: there is no LibreOffice.
        subprocess.SubprocessError: it failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "file.docx")
        source.write_bytes(file)
        profile = Path(folder, "profile").as_uri()
        command = [
            "soffice",
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
        ]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=_TIMEOUT)
        return without_dates(source.with_suffix(".pdf").read_bytes())
