"""What a Word file holds that is not read into its text: counted while it is read, said in the end."""

from collections.abc import Iterable, Iterator, Sequence

from spec_parser.document import Document
from spec_parser.findings import severity
from spec_parser.model import Finding, Span

# A finding lists this many places at most and gives the count of all.
_PLACES = 20


class Remarks:
    """Counts of what was met and left out, or read as if nothing were odd about it.

    Attributes:
        hidden: characters that do not show.
        struck: characters that are struck through; they are read all the same.
        comments: reviewers' remarks.
        embedded: documents, diagrams and objects within the document that are not read.
    """

    def __init__(self) -> None:
        self.hidden = 0
        self.struck = 0
        self.comments = 0
        self.embedded = 0

    def findings(self) -> Iterator[Finding]:
        """A finding for each kind that was met."""
        for count, code, one, several in (
            (self.hidden, "hidden-left-out", "1 character of hidden text was", "{:,} characters of hidden text were"),
            (self.comments, "comment-left-out", "1 comment was", "{:,} comments were"),
            (self.embedded, "embedded-left-out", "1 embedded object was", "{:,} embedded objects were"),
        ):
            if count:
                what = one if count == 1 else several.format(count)
                yield finding(code, f"{what} left out; look at the file in Word.")
        if self.struck:
            what = "1 character is" if self.struck == 1 else f"{self.struck:,} characters are"
            yield finding(
                "text-struck-read", f"{what} struck through and read like any others; look at the file in Word."
            )


def apart(document: Document, notes: Iterable[int]) -> Iterator[Finding]:
    """A finding that there are footnotes or endnotes, which stand in no section.

    Args:
        document: the file's.
        notes: the places of their lines.
    """
    spans = [document.span((line.start, line.end)) for line in (document.lines[place] for place in notes)]
    if spans:
        what = "1 line of footnotes stands" if len(spans) == 1 else f"{len(spans):,} lines of footnotes stand"
        yield finding("note-apart", f"{what} below the text and in no section of it; read them by themselves.", spans)


def finding(code: str, message: str, spans: Sequence[Span] = ()) -> Finding:
    """A finding with the first of the places that it is about."""
    return Finding(code, severity(code), message, None, tuple(spans[:_PLACES]), None)
