"""Programs of the machine that some tests need."""

import os
import shutil
from pathlib import Path

import pytest

# What to install for a program on Debian and Ubuntu.
_PACKAGES = {
    "tesseract": "tesseract-ocr",
    "soffice": "libreoffice-writer-nogui",
    "chromium": "chromium",
    "postgres": "postgresql",
}
# Where Debian has programs that it leaves out of the path: a folder for each version.
_APART = {"postgres": "/usr/lib/postgresql/*/bin"}


def need(program: str) -> Path:
    """Skip the test where a program is missing; in continuous integration (CI=true) fail instead.

    A check that nobody notices has been left out is no check.

    Returns:
        where the program is.
    """
    found = shutil.which(program)
    places = [Path(found)] if found is not None else _apart(program)
    if places:
        return places[0]
    message = f"needs {program}: install {_PACKAGES[program]}, as `make programs` does where it may"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def _apart(program: str) -> list[Path]:
    """The program where it is not on the path, of the latest version first."""
    if program not in _APART:
        return []
    return sorted(Path("/").glob(f"{_APART[program].lstrip('/')}/{program}"), reverse=True)
