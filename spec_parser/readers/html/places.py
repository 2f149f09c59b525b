"""The way back from the text of a page to the bytes of its file."""

import re
from collections.abc import Iterator, Sequence

from spec_parser.origins import ByteOrigin, ByteRun
from spec_parser.readers.encoding import ByteOffsets, Codec, Decoded
from spec_parser.readers.html.entities import Piece
from spec_parser.readers.mended import Mended

# Characters of as many bytes each, of encodings in which not all have as many.
_ALIKE: dict[Codec, re.Pattern[str]] = {
    "utf-8": re.compile(
        "[\x00-\x7f\udc80-\udcff]+|[\x80-\u07ff]+|[\u0800-\ud7ff\ue000-\uffff]+|[\U00010000-\U0010ffff]+|.", re.DOTALL
    ),
    "utf-16-le": re.compile("[\x00-\uffff]+|[\U00010000-\U0010ffff]+"),
    "utf-16-be": re.compile("[\x00-\uffff]+|[\U00010000-\U0010ffff]+"),
}


class Places:
    """Collects where the characters of a text stand in the file.

    Attributes:
        runs: of the text so far.
        replaced: offsets in the text of what no text can hold, and U+FFFD stands for.

    Args:
        decoded: the file as it was decoded.
        data: the file's bytes.
    """

    def __init__(self, decoded: Decoded, data: bytes) -> None:
        self.runs: list[ByteRun] = []
        self.replaced: list[int] = []
        self._raw = decoded.raw
        self._alike = None if decoded.raw.isascii() else _ALIKE.get(decoded.codec)
        self._stretch = ByteOffsets(decoded, data).stretch

    def add(self, piece: Piece, at: int) -> None:
        """Note that a piece stands in the text from an offset on."""
        if not piece.exact:
            first, last = self._stretch(piece.start, max(piece.end, piece.start + 1))
            self.runs.append(ByteRun(at, first, 0, last - first))
            return
        if "\ufffd" in piece.text:
            self.replaced += (
                at + number
                for number, character in enumerate(piece.text)
                if character == "\ufffd" != self._raw[piece.start + number]
            )
        if self._alike is None:
            self._add_run(piece.start, at)
        else:
            for alike in self._alike.finditer(self._raw, piece.start, piece.end):
                self._add_run(alike.start(), at + alike.start() - piece.start)
        self._end_of_file(piece, at)

    def _end_of_file(self, piece: Piece, at: int) -> None:
        """The last character of a file may be a broken one, of fewer bytes than the others."""
        if piece.end == len(self._raw):
            first, last = self._stretch(piece.end - 1, piece.end)
            self.runs.append(ByteRun(at + len(piece.text) - 1, first, 0, last - first))

    def _add_run(self, start: int, at: int) -> None:
        first, last = self._stretch(start, start + 1)
        self.runs.append(ByteRun(at, first, last - first, last - first))

    def end(self, at: int) -> None:
        """Note that a line ends at an offset: its end has the place of its last character."""
        if self.runs:
            run = self.runs[-1]
            self.runs.append(ByteRun(at, run.first + max(at - 1 - run.start, 0) * run.step, 0, run.width))


def mended_origin(mended: Mended, runs: Sequence[ByteRun]) -> ByteOrigin:
    """The origin of a mended text, from the runs of the text before mending."""
    origin = ByteOrigin(tuple(runs))
    if not mended.mends:
        return origin
    return ByteOrigin(tuple(_shifted(mended, origin)))


def _shifted(mended: Mended, origin: ByteOrigin) -> Iterator[ByteRun]:
    at = raw_at = number = 0
    runs = origin.runs
    bounds = [(mend.start, mend.end, mend.raw_start, mend.raw_end) for mend in mended.mends]
    end = len(mended.text)
    for start, stop, raw_start, raw_stop in [*bounds, (end, end, -1, -1)]:
        shift = at - raw_at
        while number < len(runs) and (raw_start < 0 or runs[number].start < raw_start):
            run = runs[number]
            following = runs[number + 1].start if number + 1 < len(runs) else None
            if following is None or following > raw_at:
                begin = max(run.start, raw_at)
                yield ByteRun(begin + shift, run.first + (begin - run.start) * run.step, run.step, run.width)
            if following is None or (raw_start >= 0 and following > raw_start):
                break
            number += 1
        if raw_start >= 0:
            first, last = origin.span(raw_start, raw_stop, 1).bytes or (0, 0)
            yield ByteRun(start, first, 0, last - first)
            at, raw_at = stop, raw_stop
