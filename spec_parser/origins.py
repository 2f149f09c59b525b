"""Where the text of a document comes from, as data: what a reader that works in another process can send back.

Each origin answers `span(start, end, line)`: the span of a non-empty stretch with its native place. Runs are kept in
the order of the text; a character between two of them (a blank or line end that no file holds) has the place of the
run before it.
"""

import sys
from bisect import bisect_right
from operator import attrgetter

from msgspec import Struct

from spec_parser.model import Span

_start = attrgetter("start")


class ByteRun(Struct, frozen=True, array_like=True, gc=False):
    """Characters from offset `start` on. The first stands at byte `first`; each next one stands `step` bytes on.

    Each takes `width` bytes. A step of 0 says that all of them come from the same bytes: a tag, an entity.
    """

    start: int
    first: int
    step: int
    width: int


class ByteOrigin(Struct, frozen=True, tag="bytes"):
    """A text whose characters come from bytes of the file, not necessarily neighbours (HTML)."""

    runs: tuple[ByteRun, ...]

    def span(self, start: int, end: int, line: int) -> Span:
        """The span of a stretch, from its first character's first byte to its last character's last one."""
        begin, _ = self._at(start)
        _, stop = self._at(end - 1)
        return Span(start, end, line, (begin, max(begin, stop)))

    def _at(self, offset: int) -> tuple[int, int]:
        run = self.runs[max(bisect_right(self.runs, offset, key=_start) - 1, 0)]
        begin = run.first + max(offset - run.start, 0) * run.step
        return begin, begin + run.width


class BoxRun(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A word from offset `start` to `end`: its page from 1, its box in points from the page's top left corner.

    `confidence` is in percent, for words that were recognised from an image.
    """

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: int | None = None


class BoxOrigin(Struct, frozen=True, tag="boxes"):
    """A text whose words stand on pages (PDF, scans)."""

    runs: tuple[BoxRun, ...]

    def span(self, start: int, end: int, line: int) -> Span:
        """The span of a stretch, its box around all of it that stands on the page on which it starts.

        Within a word a character is taken to be as wide as any other.
        """
        page, box, sure = self._around(start, end)
        return Span(start, end, line, None, page, box, confidence=sure)

    def _around(self, start: int, end: int) -> tuple[int, tuple[float, float, float, float], int | None]:
        """The page and the box of a stretch, and the least confidence of its words."""
        runs = self.runs
        first = max(bisect_right(runs, _at(start)) - 1, 0)
        last = max(bisect_right(runs, _at(end - 1), first), first + 1)
        if first + 1 < last and start >= runs[first].end:  # it begins with a blank behind a word
            first += 1
        page = runs[first].page
        if last - first > 1 and runs[last - 1].page != page:
            last = next(place for place in range(first, last) if runs[place].page != page)
        members = runs[first:last]
        head, tail = members[0], members[-1]
        begin = head.left if start <= head.start else head.left + (start - head.start) * _width(head)
        stop = tail.right if end >= tail.end else tail.right - (tail.end - end) * _width(tail)
        left = min([begin, *[run.left for run in members[1:]]])
        right = max([stop, *[run.right for run in members[:-1]]])
        top, bottom = min([run.top for run in members]), max([run.bottom for run in members])
        sure = [run.confidence for run in members if run.confidence is not None]
        box = (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
        return page, box, min(sure) if sure else None


class TextRun(Struct, frozen=True, array_like=True, gc=False):
    """Characters from offset `start` on, which stand in a run of a paragraph of a part; all count from 0."""

    start: int
    part: int
    paragraph: int
    run: int


class RunOrigin(Struct, frozen=True, tag="runs"):
    """A text whose characters stand in runs of paragraphs of the parts of a package (Word files)."""

    parts: tuple[str, ...]
    runs: tuple[TextRun, ...]

    def span(self, start: int, end: int, line: int) -> Span:
        """The span of a stretch, with the run in which it starts."""
        run = self.runs[max(bisect_right(self.runs, start, key=_start) - 1, 0)]
        return Span(start, end, line, None, None, None, self.parts[run.part], run.paragraph, run.run)


Origin = ByteOrigin | BoxOrigin | RunOrigin


def recognised(place: object) -> tuple[BoxRun, ...]:
    """The words that were recognised from images, of a document whose places an origin tells: `document.place`."""
    origin = getattr(place, "__self__", None)
    if not isinstance(origin, BoxOrigin):
        return ()
    return tuple([run for run in origin.runs if run.confidence is not None])


def _at(offset: int) -> BoxRun:
    """What sorts behind all words that begin at an offset or before it."""
    return BoxRun(offset, sys.maxsize, 0, 0.0, 0.0, 0.0, 0.0)


def _width(run: BoxRun) -> float:
    """Of a character of a word."""
    return (run.right - run.left) / max(run.end - run.start, 1)
