"""Whether what recognises images is installed, and what to do where it is not."""

from importlib.util import find_spec
from shutil import which

_LIBRARIES = ("numpy", "PIL", "pytesseract")
_NO_LIBRARIES = "is an image without text, which needs OCR: install it with pip install 'spec-parser[ocr]'"
_NO_PROGRAM = (
    "is an image without text, which needs the program tesseract: install it, for example with"
    " apt-get install tesseract-ocr"
)


def missing() -> str | None:
    """What is wrong with a file that only recognition can read, and what to install; None if all is there."""
    if any(find_spec(library) is None for library in _LIBRARIES):
        return _NO_LIBRARIES
    return _NO_PROGRAM if which("tesseract") is None else None
