"""Every kind of finding: its code, how bad it is, and what it means; and how one is made."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.model import Finding, Fix, Severity, Span

MOST_PLACES = 20
"""A finding on something that a file may hold thousands of times lists so many places, and says how many there are."""


class Kind(NamedTuple):
    """A kind of finding. The meaning is one sentence, for a person."""

    severity: Severity
    meaning: str


KINDS: dict[str, Kind] = {
    # the file
    "encoding-assumed": Kind("info", "The bytes are not valid UTF-8; the encoding was told from evidence."),
    "character-replaced": Kind("warning", "A character that no text can hold (NUL, half a surrogate pair) is U+FFFD."),
    "character-lost": Kind("warning", "The file holds U+FFFD: a character was lost before it came here."),
    "mojibake-mended": Kind("info", "Characters read in a wrong encoding before they came here were mended."),
    "mojibake-lost": Kind("warning", "What a wrong encoding left can have been several characters; it stays."),
    "escape-mended": Kind("info", r"Line ends or tabs written as \r\n, \n or \t were mended."),
    "entity-mended": Kind("info", "HTML entities that stood in plain text were mended."),
    "markup-broken": Kind("warning", "The page's markup is broken, so that some of its text is lost or misplaced."),
    "place-unknown": Kind("warning", "Where in the file a text stands is not known; its surroundings are given."),
    "text-struck": Kind("info", "Text that is struck out on the page; it is kept as furniture."),
    "text-hidden": Kind("info", "Text that does not show on the page; it is kept as furniture."),
    "comment-left-out": Kind("info", "Comments that reviewers wrote into the file were left out."),
    "embedded-left-out": Kind("warning", "A document, diagram or object inside the file is not read."),
    "note-apart": Kind("warning", "Footnotes and endnotes stand in no section; they are kept as furniture."),
    "converted": Kind("info", "An older file was converted by LibreOffice before it was read."),
    "pdf-engine-second": Kind("info", "PDFium's words of the file looked wrong; pdfplumber's were taken."),
    "pdf-engine-doubtful": Kind("warning", "PDFium's words of the file look wrong, and pdfplumber reads none better."),
    "page-unread": Kind("warning", "A page is an image, and what recognises its text is not installed."),
    "ocr-mended": Kind(
        "info", "A misread character of a recognised page was mended, on evidence that allows one only."
    ),
    "ocr-doubtful": Kind("info", "A word of a recognised page may be misread."),
    "ocr-poor": Kind("warning", "A page was recognised with little confidence."),
    # structure
    "header-unknown": Kind("warning", "A line looks like a section header, but is none that the profile knows."),
    "header-near": Kind(
        "warning", "A header is not worded as the profile has it; it was taken for the one it is nearest."
    ),
    "section-inferred": Kind("info", "No header stands above; the section was told by the form of its text."),
    "nesting-inferred": Kind("info", "The page shows a flat list; its nesting was told by the stems."),
    "dash-doubtful": Kind(
        "info", "A dash below a full, unfinished line was taken for a bullet; it can stand in a sentence."
    ),
    "label-assumed": Kind("info", "A line in capitals above a list was taken as a label within its section."),
    "level-clamped": Kind("info", "A list is nested deeper than 8 levels; deeper items are recorded at level 8."),
    "text-unrecognised": Kind("warning", "Text that belongs to no section that the profile knows."),
    "text-foreign": Kind(
        "info", "A heading known to belong to another kind of page, and its text: a job posting's own parts."
    ),
    "text-lost": Kind("error", "Text that was read but stands nowhere in the record; a fault of this program."),
    # fields
    "title-unread": Kind("warning", "The title line has not the form of a title with its class code."),
    "pay-unread": Kind("warning", "The pay line could not be read; its text is kept."),
    "salary-group-unread": Kind("warning", "Pay plan and grade could not be told apart; the text is kept."),
    "designation-unread": Kind("warning", "The job class designation could not be read; its text is kept."),
    "coded-field-unread": Kind("warning", "A field that has a code and a name could not be read; its text is kept."),
    "code-unlisted": Kind("info", "A code is not in the profile's list; it is recorded as it stands."),
    "cancellation-unread": Kind("warning", "The cancellation clause, or a part of it, could not be read."),
    "date-unread": Kind("warning", "A date could not be read, or has no year of four digits."),
    "date-mended": Kind("info", "A date was read that has a stop for its comma."),
    "date-impossible": Kind("warning", "A date is written that the calendar does not have."),
    "class-row-unread": Kind("warning", "A row of a table of classes could not be read; its text is kept."),
    "code-row-unread": Kind("warning", "The row of codes at the end could not be read; its text is kept."),
    "footer-unread": Kind("warning", "The footer, or a part of it, could not be read; its text is kept."),
    "number-disagrees": Kind("warning", "A number in words and the numeral after it differ; neither is recorded."),
    "number-inexact": Kind("info", "A number such as two-thirds is no finite decimal; none is recorded."),
}


def severity(code: str) -> Severity:
    """How bad a finding of this code is. Raises KeyError for a code that is in no table."""
    return KINDS[code].severity


def finding(
    code: str,
    message: str,
    spans: Sequence[Span] = (),
    *,
    pointer: str | None = None,
    mended: str | None = None,
) -> Finding:
    """A finding of a kind.

    Args:
        code: of the kind.
        message: what is wrong and what to do, in a person's words.
        spans: where in the document, if it is about a place.
        pointer: to the value concerned, if there is one.
        mended: what should stand at the spans, where that is known.

    Raises:
        KeyError: no kind has this code.
    """
    return Finding(code, severity(code), message, pointer, tuple(spans), None if mended is None else Fix(mended))


def counted(count: int, one: str, several: str) -> str:
    """A sentence on so many things: one for a single one, and one for several, with `{:,}` where their number goes."""
    return one if count == 1 else several.format(count)
