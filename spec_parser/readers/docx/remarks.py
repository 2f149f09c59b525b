"""What a Word file holds that is not read into its text: counted while it is read, said in the end."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from spec_parser.document import Document
from spec_parser.findings import MOST_PLACES, counted, finding
from spec_parser.model import Finding

Aside = Literal["hidden", "struck", "note"]
"""What is kept in the text but is no part of what the document says."""


# For one and for several.
_COMMENTS = (
    "One comment was left out; look at the file in Word.",
    "{:,} comments were left out; look at the file in Word.",
)
_EMBEDDED = (
    "One embedded object was not read; look at the file in Word.",
    "{:,} embedded objects were not read; look at the file in Word.",
)


class Remarks:
    """Counts of what was met and left out.

    Attributes:
        comments: reviewers' remarks.
        embedded: documents, diagrams and objects within the document that are not read.
    """

    def __init__(self) -> None:
        self.comments = 0
        self.embedded = 0

    def findings(self) -> Iterator[Finding]:
        """A finding for each kind that was met."""
        if self.comments:
            yield finding("comment-left-out", counted(self.comments, *_COMMENTS))
        if self.embedded:
            yield finding("embedded-left-out", counted(self.embedded, *_EMBEDDED))


_ASIDE: dict[Aside, tuple[str, str, str]] = {
    "hidden": (
        "text-hidden",
        "One text does not show on the page; it is no part of what the page says.",
        "{:,} texts do not show on the page; they are no part of what the page says.",
    ),
    "struck": (
        "text-struck",
        "One text is struck out on the page; it is no part of what the page says.",
        "{:,} texts are struck out on the page; they are no part of what the page says.",
    ),
    "note": (
        "note-apart",
        "One line of footnotes stands below the text and in no section of it; read it by itself.",
        "{:,} lines of footnotes stand below the text and in no section of it; read them by themselves.",
    ),
}


def set_aside(document: Document, places: Mapping[Aside, Sequence[int]]) -> Iterator[Finding]:
    """A finding for each kind of text that stands in no section.

    Args:
        document: the file's.
        places: of the lines, by what they are.
    """
    for aside, (code, one, several) in _ASIDE.items():
        lines = [document.lines[place] for place in places[aside]]
        if lines:
            message = counted(len(lines), one, several)
            yield finding(code, message, [document.span((line.start, line.end)) for line in lines[:MOST_PLACES]])
