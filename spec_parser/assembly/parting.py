"""Part texts that an older specification has run together: a whole section as one paragraph with semicolons."""

import re

from spec_parser.assembly.contents import Entry
from spec_parser.document import Document, Excerpt

# Where the texts may be parted; what stands in parentheses stays whole.
_PARTING = re.compile(r"\([^()]{0,200}\)|(?P<parting>; )")


def parted(document: Document, entry: Entry) -> list[Excerpt]:
    """The texts of an entry, each without the semicolon that closes it.

    More than one only where the entry is all there is in its section: within a bullet a semicolon parts nothing.
    """
    whole = entry.line.excerpt()
    offsets = [found.start() for found in _PARTING.finditer(whole.text) if found["parting"]] if entry.alone else []
    parts = [_without_semicolon(document, part) for part in _parts(document, whole, offsets)]
    return [part for part in parts if part.text]


def _parts(document: Document, whole: Excerpt, offsets: list[int]) -> list[Excerpt]:
    """A text parted at the semicolons that stand at these offsets.

    By halves: each part is found in a text about as long as its neighbours, so that the time is not quadratic.
    """
    if not offsets:
        return [whole]
    middle = len(offsets) // 2
    offset = offsets[middle]
    left = whole.part(document, 0, offset)
    right = whole.part(document, offset + 1, len(whole.text))
    after = [later - offset - 2 for later in offsets[middle + 1 :]]  # a semicolon and one blank stand between
    return [*_parts(document, left, offsets[:middle]), *_parts(document, right, after)]


def _without_semicolon(document: Document, text: Excerpt) -> Excerpt:
    """A text without the semicolon that closes an item of a list."""
    return text.part(document, 0, len(text.text) - 1) if text.text.endswith(";") else text
