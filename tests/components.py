"""Programs of the machine that some tests need."""

import os
import shutil

import pytest

# What to install for a program on Debian and Ubuntu.
_PACKAGES = {
    "tesseract": "tesseract-ocr",
    "soffice": "libreoffice-writer-nogui",
    "chromium": "chromium",
}


def need(program: str) -> None:
    """Skip the test where a program is missing; in continuous integration (CI=true) fail instead.

    A check that nobody notices has been left out is no check.
    """
    if shutil.which(program) is not None:
        return
    message = f"needs {program}: install {_PACKAGES[program]}, as `make programs` does where it may"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
