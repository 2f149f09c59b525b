"""The catalogue of what parsing may have to say: each code, how bad it is, and what it means."""

from typing import NamedTuple

from spec_parser.model import Severity


class Kind(NamedTuple):
    """A kind of finding."""

    severity: Severity
    meaning: str


CATALOGUE: dict[str, Kind] = {
    # the file
    "encoding-assumed": Kind("info", "The bytes are not valid UTF-8; the encoding was told from evidence."),
    "character-replaced": Kind("warning", "A character that no text can hold (NUL, half a surrogate pair) is U+FFFD."),
    "character-lost": Kind("warning", "The file holds U+FFFD: a character was lost before it came here."),
    # structure
    "header-unknown": Kind("warning", "A line looks like a section header, but is none that the profile knows."),
    "label-assumed": Kind("info", "A line in capitals above a list was taken as a label within its section."),
    "level-clamped": Kind("info", "A list is nested deeper than 8 levels; deeper items are recorded at level 8."),
    "text-unrecognised": Kind("warning", "Text that belongs to no section that the profile knows."),
    "text-lost": Kind("error", "Text that was read but stands nowhere in the record; a fault of this program."),
}


def severity(code: str) -> Severity:
    """How bad a kind of finding is."""
    return CATALOGUE[code].severity
