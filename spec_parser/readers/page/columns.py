"""Headers in a left column and their text in a right one, without any ruled lines: told by the gap between them.

    SUPERVISION           Receives general direction from
    RECEIVED              an official of higher grade.

    DUTIES                • Directs staff ...

Most programs write a page cell by cell; then the order of the file tells what belongs together, even where a label
stands beside the middle of its text. Others write it line by line; `columns_by_place` is for those.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from spec_parser.readers.page.cells import stands_out
from spec_parser.readers.page.model import Word

# A gap on a line that parts two columns is at least so many sizes of its font wide; blanks of justified text are less.
GAP = 1.6
# Where other lines show the columns, a label may come as near to its text, in sizes of its font, if that begins so
# exactly where others do, in points.
_NEARLY = 0.4
_EXACTLY = 1.0
# Texts of one column begin no farther apart than this, in points.
ALIGNED = 3.0
# A label is no longer than this, in characters; a left column of longer ones holds text.
_LONGEST = 80
FEWEST = 2
# Lines of one label are no farther below each other, in sizes of its font. The widest usual spacing of lines is 1.6.
CLOSE = 1.7


class Part(NamedTuple):
    """Words that are read together, and where the column begins that they stand in, in points; 0 if in none."""

    words: tuple[Word, ...]
    left: float = 0.0


class Line(NamedTuple):
    """Words that stand on one line, from left to right."""

    words: tuple[Word, ...]
    top: float
    bottom: float

    @property
    def left(self) -> float:
        """Of its first word."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Of its last word."""
        return self.words[-1].right


def may_have_columns(words: Sequence[Word]) -> bool:
    """Whether the file goes far to the right and not down, several times to one place. Cheap: mostly it does not."""
    places = sorted(
        word.left
        for before, word in pairwise(words)
        if word.left - before.right > GAP * before.size and word.top < before.bottom + before.size
    )
    return any(second - first <= ALIGNED for first, second in pairwise(places))


def by_file(words: Sequence[Word]) -> list[Part] | None:
    """The parts of text that was written cell by cell; None where it was not, or has no such columns."""
    pieces = list(_pieces(words))
    left = second_column(
        after.left for before, after in pairwise(pieces) if _steps_right(before, after) and is_label(before.words)
    )
    if left is None:
        return None
    pieces = [half for piece in pieces for half in _parted(piece, left)]
    edge = max((one.right for one in pieces if one.right < left and is_label(one.words)), default=left)
    found: list[Part] = []
    flowing: list[Line] = []
    rows: list[_Row] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        side = _side(piece, left)
        if side == "text" and rows:
            if _is_written_by_lines(rows, piece, edge):
                return None
            rows[-1].text.append(piece)
        elif side == "text" and before is not None and _is_label_of(before, piece, left):
            rows.append(_Row(_label_at_end(flowing), [piece]))
        elif side == "label" and rows and is_label(piece.words):
            if rows[-1].text or not _is_below(rows[-1].label[-1], piece):
                rows.append(_Row([], []))
            rows[-1].label.append(piece)
        else:
            _close(rows, flowing, found, left)
            flowing.append(piece)
    _close(rows, flowing, found, left)
    if flowing:
        found.append(_part(flowing))
    return found if any(part.left for part in found) else None


class _Row(NamedTuple):
    """The lines of a label, and those of its text."""

    label: list[Line]
    text: list[Line]


def _is_written_by_lines(rows: Sequence[_Row], piece: Line, edge: float) -> bool:
    """Whether a first line of text only goes on with the text above, and its label with the label above."""
    if len(rows) < 2 or rows[-1].text or not rows[-2].text:
        return False
    return is_wrapped(rows[-2].label[-1], rows[-1].label[0], edge) and _is_below(rows[-2].text[-1], piece)


def _close(rows: list[_Row], flowing: list[Line], found: list[Part], left: float) -> None:
    """End the columns, if they are open: what flows above them is a part, and each label and text."""
    texts = [[word for line in row.text for word in line.words] for row in rows if row.text]
    # Headings beside each other are those of two columns of text.
    if len(texts) >= FEWEST and not all(map(stands_out, texts)):
        begin = min(row.label[0].left for row in rows)
        # A page that begins in the right column goes on with what stands there on the page before.
        goes_on = all(_side(line, left) == "text" for line in flowing)
        columns = [(flowing[:], left if goes_on else 0.0)]
        columns += [column for row in rows for column in ((row.label, begin), (row.text, left))]
        found.extend(_part(lines, place) for lines, place in columns if lines)
        flowing.clear()
    else:
        flowing.extend(line for row in rows for line in row.label + row.text)
    rows.clear()


def _part(lines: Sequence[Line], left: float = 0.0) -> Part:
    return Part(tuple(word for line in lines for word in line.words), left)


def _pieces(words: Sequence[Word]) -> Iterator[Line]:
    """Words that the file has one after the other on one line, without a gap between them."""
    current: list[Word] = []
    for word in words:
        before = current[-1] if current else None
        if before is not None and not (
            before.left <= word.left <= before.right + GAP * before.size
            and before.top < (word.top + word.bottom) / 2 < before.bottom
        ):
            yield line_of(current)
            current = []
        current.append(word)
    if current:
        yield line_of(current)


def _parted(line: Line, left: float) -> Iterator[Line]:
    """A line in two, where it is a label that nearly touches its text."""
    for place, (before, word) in enumerate(pairwise(line.words), 1):
        begins = abs(word.left - left) < _EXACTLY and word.left - before.right > _NEARLY * word.size
        if begins and is_label(line.words[:place]):
            yield line_of(line.words[:place])
            yield line_of(line.words[place:])
            return
    yield line


def line_of(words: Sequence[Word]) -> Line:
    """Words from left to right as a line."""
    return Line(tuple(words), min(word.top for word in words), max(word.bottom for word in words))


def _side(line: Line, left: float) -> str:
    """In which of the columns a line stands."""
    if line.left >= left - ALIGNED:
        return "text"
    return "label" if line.right < left else "neither"


def _is_label_of(before: Line, text: Line, left: float) -> bool:
    """Whether a line is the last one of a label whose text begins with the next one, in columns that are known."""
    if _side(before, left) != "label" or not is_label(before.words):
        return False
    return text.top < before.bottom + before.words[0].size


def _steps_right(before: Line, after: Line) -> bool:
    """Whether a line stands to the right of the one before it, across a gap, and no more than a line below it."""
    size = before.words[-1].size
    return after.left - before.right > GAP * size and after.top < before.bottom + size


def _label_at_end(flowing: list[Line]) -> list[Line]:
    """The label that the lines so far end with, taken from them."""
    label = [flowing.pop()]
    while flowing and is_label(flowing[-1].words) and _is_below(flowing[-1], label[0]):
        label.insert(0, flowing.pop())
    return label


def _is_below(above: Line, below: Line) -> bool:
    """Whether a line can be the next one of a label."""
    first = below.words[0]
    return 0 < first.bottom - above.words[-1].bottom < CLOSE * first.size and first.bold == above.words[0].bold


def is_wrapped(above: Line, below: Line, edge: float) -> bool:
    """Whether a line of the left column goes on with the one above it: its first word had no room there."""
    first, last = below.words[0], above.words[-1]
    full = above.right + 0.2 * first.size + first.right - first.left > edge
    return _is_below(above, below) and last.text[-1] != ":" and full


def second_column(places: Iterable[float]) -> float | None:
    """Where the right column begins: the place at which most texts behind a label do; None where there are few."""
    starts = sorted(places)
    best: tuple[int, float] | None = None
    for place, start in enumerate(starts):
        together = sum(other - start <= ALIGNED for other in starts[place : place + 50])
        if together >= FEWEST and (best is None or together > best[0]):
            best = together, start
    return None if best is None else best[1]


def is_label(words: Sequence[Word]) -> bool:
    """Whether a text can be the label of what stands on its right."""
    text = " ".join(word.text for word in words)
    return len(text) <= _LONGEST and stands_out(words)
