"""What standard output is like: its width, and whether it shows colours."""

import os
import shutil
import sys
from contextlib import suppress

_WIDTH = 100
"""Where standard output is no terminal."""


def columns() -> int:
    """Columns of the terminal that standard output goes to."""
    if "COLUMNS" not in os.environ:
        with suppress(OSError):  # no terminal
            return os.get_terminal_size(sys.stdout.fileno()).columns
    return shutil.get_terminal_size((_WIDTH, 24)).columns


def colourful() -> bool:
    """Whether standard output is a terminal that may be given colours (NO_COLOR and FORCE_COLOR are respected)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
