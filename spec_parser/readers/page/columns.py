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
# Texts of one column begin no farther apart than this, in points.
ALIGNED = 3.0
# A label has at least so many letters: what has fewer is the number or the mark of an item.
_LETTERS = 3
# It is no longer than this, in characters; a left column of longer ones holds text.
_LONGEST = 80
FEWEST = 2
# Lines of one label are no farther below each other, in sizes of its font.
CLOSE = 1.6


class Part(NamedTuple):
    """Words that are read together, and the column they stand in, in points; 0 and 0 for what stands in none."""

    words: tuple[Word, ...]
    left: float = 0.0
    right: float = 0.0


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
    """Whether the file goes far to the right and not down several times; cheap, since in most it does not."""
    steps = 0
    for before, word in pairwise(words):
        if word.left - before.right > GAP * before.size and word.top < before.bottom:
            steps += 1
            if steps >= FEWEST:
                return True
    return False


def by_file(words: Sequence[Word]) -> list[Part] | None:
    """The parts of text that was written cell by cell; None where it was not, or has no such columns."""
    pieces = list(_pieces(words))
    left = second_column(
        after.left for before, after in pairwise(pieces) if _steps_right(before, after) and is_label(before.words)
    )
    if left is None:
        return None
    edge = max((one.right for one in pieces if one.right < left and is_label(one.words)), default=left)
    found: list[Part] = []
    flowing: list[Line] = []
    rows: list[tuple[list[Line], list[Line]]] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        side = _side(piece, left)
        if side == "text" and rows:
            rows[-1][1].append(piece)
        elif side == "text" and before is not None and _steps_right(before, piece) and is_label(before.words):
            rows.append((_label_at_end(flowing), [piece]))
        elif side == "label" and rows and is_label(piece.words):
            if rows[-1][1]:
                if is_wrapped(rows[-1][0][-1], piece, edge):
                    return None  # the rest of a label, behind a line of its text: line by line
                rows.append(([piece], []))
            elif _is_below(rows[-1][0][-1], piece):
                rows[-1][0].append(piece)
            else:
                rows.append(([piece], []))
        else:
            _close(rows, flowing, found, left)
            flowing.append(piece)
    _close(rows, flowing, found, left)
    if flowing:
        found.append(_part(flowing))
    return found if any(part.left for part in found) else None


def _close(rows: list[tuple[list[Line], list[Line]]], flowing: list[Line], found: list[Part], left: float) -> None:
    """End the columns, if they are open: what flows above them is a part, and each label and text."""
    after: list[Line] = []
    while rows and not rows[-1][1]:  # labels of nothing: headers of what stands below
        after = rows.pop()[0] + after
    texts = [[word for line in text for word in line.words] for _, text in rows if text]
    # Headings beside each other are those of two columns of text.
    if len(rows) >= FEWEST and not all(map(stands_out, texts)):
        if flowing:
            found.append(_part(flowing))
            flowing.clear()
        begin = min(label[0].left for label, _ in rows)
        for label, text in rows:
            found.append(_part(label, begin, left))
            if text:
                found.append(_part(text, left))
    else:
        flowing.extend(line for row in rows for lines in row for line in lines)
    rows.clear()
    flowing.extend(after)


def _part(lines: Sequence[Line], left: float = 0.0, right: float = 0.0) -> Part:
    return Part(tuple(word for line in lines for word in line.words), left, right)


def _pieces(words: Sequence[Word]) -> Iterator[Line]:
    """Words that the file has one after the other on one line, without a gap between them."""
    current: list[Word] = []
    for word in words:
        before = current[-1] if current else None
        if before is not None and not (
            before.left <= word.left <= before.right + GAP * before.size
            and before.top < (word.top + word.bottom) / 2 < before.bottom
        ):
            yield _line(current)
            current = []
        current.append(word)
    if current:
        yield _line(current)


def _line(words: Sequence[Word]) -> Line:
    return Line(tuple(words), min(word.top for word in words), max(word.bottom for word in words))


def _side(line: Line, left: float) -> str:
    """In which of the columns a line stands."""
    if line.left >= left - ALIGNED:
        return "text"
    return "label" if line.right < left - GAP / 2 * line.words[-1].size else "neither"


def _steps_right(before: Line, after: Line) -> bool:
    """Whether a line stands to the right of the one before it, across a gap, and not below it."""
    return after.left - before.right > GAP * before.words[-1].size and after.top < before.bottom


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
    return len(text) <= _LONGEST and sum(character.isalpha() for character in text) >= _LETTERS and stands_out(words)
