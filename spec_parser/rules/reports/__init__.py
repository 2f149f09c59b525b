"""Findings as people and programs read them: each form is a module with a function of all checked files."""

from msgspec import Struct

from spec_parser.document import Document
from spec_parser.model import Severity
from spec_parser.rules.notice import Notice

NOUNS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("info", "info"),
}
"""How many of each there are, in words: one, several."""

COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
"""Of each on a terminal."""


class Checked(Struct, frozen=True):
    """One file that was checked.

    Attributes:
        name: as it was given.
        document: what was read from it.
        notices: what was found.
    """

    name: str
    document: Document
    notices: tuple[Notice, ...]
