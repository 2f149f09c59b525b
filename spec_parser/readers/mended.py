"""A mended text and the way back from it to the text as it was read."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from spec_parser.document import Stretch

MendKind = Literal["entity-mended", "mojibake-mended", "escape-mended"]


class Edit(NamedTuple):
    """A stretch of a text and what is to stand there instead, which is never empty."""

    kind: MendKind
    start: int
    end: int
    text: str


class Mend(NamedTuple):
    """What was mended: where it stands in the mended text, and the damaged stretch of the raw text."""

    kind: MendKind
    start: int
    end: int
    raw_start: int
    raw_end: int


class Mended(NamedTuple):
    """A mended text.

    `mends` are in order and do not overlap; between them the raw text stands as it was. `lost` are the stretches of
    the mended text that are damaged past repair.
    """

    text: str
    mends: tuple[Mend, ...] = ()
    lost: tuple[Stretch, ...] = ()

    def raw_stretch(self, start: int, end: int) -> Stretch:
        """The raw stretch that a non-empty stretch of the mended text was made of.

        What was mended counts as a whole: its first character begins where the damage begins, its last one ends
        where the damage ends.
        """
        if not self.mends:
            return start, end
        first, shift = self._before(start)
        raw_start = first.raw_start if first is not None and start < first.end else start + shift
        last, shift = self._before(end - 1)
        raw_end = last.raw_end if last is not None and end <= last.end else end + shift
        return raw_start, raw_end

    def _before(self, offset: int) -> tuple[Mend | None, int]:
        """The last mend that begins at or before an offset, and how far the raw text runs ahead after it."""
        at = bisect_right(self.mends, offset, key=lambda mend: mend.start)
        if at == 0:
            return None, 0
        mend = self.mends[at - 1]
        return mend, mend.raw_end - mend.end


def apply(mended: Mended, edits: Sequence[Edit]) -> Mended:
    """The text with some more edits, which stand in order and overlap neither each other nor half of a mend.

    A mend that an edit covers is one with it afterwards.
    """
    if not edits:
        return mended
    pieces: list[str] = []
    mends: list[Mend] = []
    earlier = iter(mended.mends)
    waiting = next(earlier, None)
    at = grown = 0
    for edit in edits:
        while waiting is not None and waiting.start < edit.end:
            if waiting.end <= edit.start:
                mends.append(waiting._replace(start=waiting.start + grown, end=waiting.end + grown))
            waiting = next(earlier, None)
        pieces += mended.text[at : edit.start], edit.text
        start = edit.start + grown
        mends.append(Mend(edit.kind, start, start + len(edit.text), *mended.raw_stretch(edit.start, edit.end)))
        grown += len(edit.text) - (edit.end - edit.start)
        at = edit.end
    while waiting is not None:
        mends.append(waiting._replace(start=waiting.start + grown, end=waiting.end + grown))
        waiting = next(earlier, None)
    pieces.append(mended.text[at:])
    return Mended("".join(pieces), tuple(mends))
