"""The document: its text, its physical lines, and where in the file each stretch of the text comes from.

Every reader ends in this form; nothing after it knows about file formats.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from copy import copy
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct, to_builtins

from spec_parser.cleaning import clean, glue, join
from spec_parser.model import Finding, PlainSpan, Span
from spec_parser.stairs import stairs

Stretch = tuple[int, int]
"""Half-open offsets in `Document.text`, in code points from 0."""
Place = Callable[[int, int, int], Span]
"""Gives the span of a non-empty stretch, from its start, its end and the number of the line it starts on."""
_START, _NUMBER = attrgetter("start"), attrgetter("number")
# Up to here a text is compared with its source before its characters are traced one by one.
NEAR = 500


class Line(Struct, frozen=True, array_like=True, gc=False):
    """A physical line, without what ends it. `number` counts from 1 as an editor does."""

    number: int
    start: int
    end: int


class Evidence(Struct, frozen=True, array_like=True, gc=False):
    """What the form of a file shows of a line that its text does not.

    Attributes:
        goes_on: whether the line goes on with the one above it, furniture left out, because it was only wrapped there;
            False where a paragraph, item or cell of its own begins; None where the form does not show it.
        furniture: whether the line belongs to the page and not to what is printed on it.
        stands_out: whether all of it is bold, or set larger than the text around it.
    """

    goes_on: bool | None = None
    furniture: bool = False
    stands_out: bool = False


PLAIN = Evidence()
"""The evidence of a line of which the form shows nothing."""


class Spans:
    """The plain span of each stretch, made when it is first asked for: values that are of one stretch share it.

    Each is alone in a tuple, as most values have it.

    Attributes:
        made: what was asked for so far.
        lines: the number of the line on which each offset of the text stands.
        place: as the document has it.
    """

    __slots__ = ("lines", "made", "place")

    def __init__(self, lines: Sequence[int], place: Place) -> None:
        self.made: dict[Stretch, tuple[PlainSpan]] = {}
        self.lines = lines
        self.place = place

    def make(self, stretch: Stretch) -> tuple[PlainSpan]:
        """The span of a stretch that was not asked for before."""
        start, end = stretch
        self.made[stretch] = found = (to_builtins(self.place(start, end, self.lines[start])),)
        return found


class Document:
    """A file's text and the way back from it into the file. Not changed after it was made.

    Args:
        text: what was read, line ends included; NUL and lone surrogates are U+FFFD.
        lines: its physical lines, in order.
        media_type: decided by content.
        sha256: of the file's bytes.
        size: of the file in bytes.
        place: gives the span of a stretch.
        spans: gives the plain spans, told the number of the line of each offset: for readers that have a faster way to
            many of them than by way of `place`.
        name: of the file, without its folder.
        findings: what the reader has to say.
        pages: number of pages, for forms that have pages.
        evidence: for each line what its form shows; empty for plain text, which shows nothing.
        is_printable: whether all characters between line ends show something or are blanks; False where nobody looked.
    """

    __slots__ = (
        "_last_runs",
        "_spans",
        "_starts",
        "evidence",
        "findings",
        "is_printable",
        "lines",
        "media_type",
        "name",
        "pages",
        "place",
        "sha256",
        "size",
        "text",
    )

    def __init__(
        self,
        *,
        text: str,
        lines: Sequence[Line],
        media_type: str,
        sha256: str,
        size: int,
        place: Place,
        name: str | None = None,
        findings: tuple[Finding, ...] = (),
        pages: int | None = None,
        evidence: Sequence[Evidence] = (),
        spans: Callable[[Sequence[int]], Spans] | None = None,
        is_printable: bool = False,
    ) -> None:
        self.text = text
        self.lines = lines
        self.media_type = media_type
        self.sha256 = sha256
        self.size = size
        self.name = name
        self.findings = findings
        self.pages = pages
        self.evidence = evidence
        self.is_printable = is_printable
        self.place = place
        self._spans = spans
        self._last_runs: tuple[tuple[Stretch, ...], _Runs] | None = None
        self._starts = list(map(_START, lines))

    def replaced(self, *, text: str | None = None, findings: tuple[Finding, ...] | None = None) -> "Document":
        """The document with another text of the same length, or with other findings; all else is as it was."""
        other = copy(self)
        if text is not None:
            other.text, other.is_printable = text, False
        other.findings = self.findings if findings is None else findings
        other._last_runs = None  # noqa: SLF001
        return other

    def span(self, stretch: Stretch) -> Span:
        """The span of a stretch, with its place in the file."""
        start, end = stretch
        number = self.lines[bisect_right(self._starts, start, 1) - 1].number
        return self.place(start, end, number)

    def spans(self) -> Spans:
        """The plain spans of the document, for whoever asks for many of them."""
        lines = stairs(self._starts, (1, *map(_NUMBER, self.lines)), len(self.text))
        return Spans(lines, self.place) if self._spans is None else self._spans(lines)

    def line_at(self, offset: int) -> Line:
        """The physical line on which an offset stands."""
        return self.lines[bisect_right(self._starts, offset, 1) - 1]

    def runs(self, stretches: tuple[Stretch, ...]) -> "_Runs":
        """Where the characters of an excerpt's text come from.

        The parts of one text are asked for one after the other: the last answer is kept. It is known by identity,
        because comparing the stretches of a long text for each of its many parts takes the square of its length.
        """
        if self._last_runs is None or self._last_runs[0] is not stretches:
            self._last_runs = stretches, _runs(self.text, stretches)
        return self._last_runs[1]


class Excerpt(Struct, frozen=True, gc=False):
    """A cleaned text and the stretches of the document it was cleaned from.

    `text` is always what `cleaning.join` makes of the stretches.
    """

    text: str
    stretches: tuple[Stretch, ...]

    def part(self, document: Document, start: int, end: int) -> "Excerpt":
        """The part of the excerpt between two offsets in its text; blanks at its ends are left out."""
        text = self.text[start:end]
        bare = text.strip()
        if len(bare) != len(text):
            start += len(text) - len(text.lstrip())
        return Excerpt(bare, self.stretches_of(document, start, start + len(bare)))

    def stretches_of(self, document: Document, start: int, end: int) -> tuple[Stretch, ...]:
        """Where in the document the characters between two offsets of the text come from."""
        if start >= end or not self.stretches:
            return ()
        first, last = self.stretches[0]
        if len(self.stretches) == 1 and last - first == len(self.text):
            return ((first + start, first + end),)
        # Offsets carry over up to a character of the first stretch before which cleaning has moved nothing; a blank may
        # be the one that joins it to the next. Far on, looking takes too long.
        is_near = end <= min(NEAR, last - first) and self.text[end - 1] != " "
        if is_near and document.text[first : first + end] == self.text[:end]:
            return ((first + start, first + end),)
        runs = document.runs(self.stretches)
        first = bisect_right(runs.ends, start)
        if first < len(runs.ends) and runs.starts[first] <= start and end <= runs.ends[first]:  # within one stretch
            at, places = runs.starts[first], runs.places[first]
            return ((places[start - at], places[end - at - 1] + 1),)
        found: list[Stretch] = []
        for number in range(first, len(runs.ends)):
            at, places = runs.starts[number], runs.places[number]
            if at >= end:
                break
            found.append((places[max(start - at, 0)], places[min(end - at, len(places)) - 1] + 1))
        return tuple(found)


def excerpt(document: Document, stretches: Sequence[Stretch]) -> Excerpt:
    """The cleaned text of some stretches."""
    text = document.text
    return Excerpt(join([text[start:end] for start, end in stretches]), tuple(stretches))


def joined(document: Document, first: Excerpt, second: Excerpt) -> Excerpt:
    """Two excerpts as one, as if no line had been broken between them."""
    if not first.text or not second.text:
        return excerpt(document, first.stretches + second.stretches)
    start, end = first.stretches[-1]
    text = first.text + glue(document.text[start:end], second.text) + second.text
    return Excerpt(text, first.stretches + second.stretches)


def merged(document: Document, excerpts: Sequence[Excerpt]) -> Excerpt:
    """Several excerpts as one, as if no line had been broken between them."""
    if len(excerpts) == 1:
        return excerpts[0]
    return excerpt(document, [stretch for one in excerpts for stretch in one.stretches])


class _Runs(NamedTuple):
    """What each stretch gave to an excerpt's text: from where to where, and each character's offset in the document."""

    starts: list[int]
    ends: list[int]
    places: list[Sequence[int]]


def _runs(text: str, stretches: tuple[Stretch, ...]) -> _Runs:
    """Where the characters of an excerpt's text come from, a run a stretch; a glued blank belongs to none."""
    runs = _Runs([], [], [])
    at = 0
    before = ""
    for start, end in stretches:
        raw = text[start:end]
        cleaned = clean(raw)
        if cleaned:
            if runs.ends:
                at += len(glue(before, cleaned))
            runs.starts.append(at)
            at += len(cleaned)
            runs.ends.append(at)
            runs.places.append(_places(raw, cleaned, start))
        before = raw
    return runs


def _places(raw: str, cleaned: str, start: int) -> Sequence[int]:
    """For each character of a cleaned text its offset in the document, where the raw text starts at `start`."""
    if len(raw) == len(cleaned):  # cleaning moved nothing
        return range(start, start + len(raw))
    places: list[int] = []
    at = 0
    for character in cleaned:
        while character != " " and raw[at] != character:
            at += 1
        while character == " " and not raw[at].isspace():
            at += 1
        places.append(start + at)
        at += 1
        if character == " ":
            while at < len(raw) and raw[at].isspace():
                at += 1
    return places
