"""Files that people write to configure a check: their text, and what is wrong with what they hold."""

from pathlib import Path

import msgspec

from spec_parser.errors import ConfigurationError


def read(path: Path) -> str:
    """The text of a file.

    Raises:
        ConfigurationError: it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: byte {error.start + 1} is not UTF-8; save the file as UTF-8") from error


def said(error: msgspec.ValidationError) -> str:
    """What is wrong with a plain value, for a person: the key first."""
    what, _, where = str(error).partition(" - at `")
    key = where.rstrip("`").removeprefix("$").removeprefix(".")
    if what.startswith("Expected `str`, got"):
        what += "; put it in quotes"
    what = what[:1].lower() + what[1:]
    return f"{key}: {what}" if key else what
