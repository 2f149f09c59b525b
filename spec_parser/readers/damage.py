"""What a reader has to say about a text: how it was read, what was mended, what is lost."""

import re
from collections.abc import Iterator, Sequence

from spec_parser.document import Document, Stretch
from spec_parser.findings import MOST_PLACES, counted, finding
from spec_parser.model import Finding
from spec_parser.readers.mended import Mended, MendKind

# For one place and for several.
_MENDED: dict[MendKind, tuple[str, str]] = {
    "mojibake-mended": (
        "One character had been read in a wrong encoding and was mended.",
        "{:,} characters had been read in a wrong encoding and were mended.",
    ),
    "escape-mended": (
        "One line end or tab was written as a backslash and a letter, and was mended.",
        "{:,} line ends or tabs were written as backslashes and letters, and were mended.",
    ),
    "entity-mended": ("One HTML entity was mended.", "{:,} HTML entities were mended."),
}
_LOST = (
    "One place holds what a wrong encoding left; it can have been several characters and stays: look it up in the"
    " original.",
    "{:,} places hold what a wrong encoding left; it can have been several characters and stays: look them up in the"
    " original.",
)
_REPLACED = (
    "One character cannot stand in a text (NUL, or bytes that are no character) and became U+FFFD.",
    "{:,} characters cannot stand in a text (NUL, or bytes that are no character) and became U+FFFD.",
)
_GONE = (
    "One character was lost (U+FFFD stands in its place); look it up in the original.",
    "{:,} characters were lost (U+FFFD stands in their place); look it up in the original.",
)


def encoding(codec: str) -> Finding:
    """That the encoding was told from evidence."""
    return finding("encoding-assumed", f"Read as {codec}, told from the bytes; save the file as UTF-8 to be sure.")


def damage(document: Document, mended: Mended, replaced: Sequence[int]) -> Iterator[Finding]:
    """One finding for each kind of damage.

    Args:
        document: the text after mending.
        mended: what was mended and what could not be.
        replaced: offsets in the raw text of what the reader itself made U+FFFD.
    """
    replacements = [match.span() for match in re.finditer("\ufffd", document.text)]
    ours = set(replaced)
    made = [stretch for stretch in replacements if mended.raw_stretch(*stretch)[0] in ours]
    if made:
        yield _finding(document, "character-replaced", _REPLACED, made)
    if len(made) < len(replacements):
        before = set(made)
        yield _finding(document, "character-lost", _GONE, [one for one in replacements if one not in before])
    for kind, messages in _MENDED.items():
        places = [(mend.start, mend.end) for mend in mended.mends if mend.kind == kind]
        if places:
            yield _finding(document, kind, messages, places)
    if mended.lost:
        yield _finding(document, "mojibake-lost", _LOST, mended.lost)


def _finding(document: Document, code: str, messages: tuple[str, str], places: Sequence[Stretch]) -> Finding:
    return finding(code, counted(len(places), *messages), [document.span(place) for place in places[:MOST_PLACES]])
