"""Headers in a left column and their text in a right one, without any ruled lines: told by the gap between them.

SUPERVISION           Receives general direction from
RECEIVED              an official of higher grade.

DUTIES                • Directs staff ...
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from spec_parser.readers.page.cells import stands_out
from spec_parser.readers.page.model import Word

# A gap on a line that parts two columns is at least so many sizes of its font wide; blanks of justified text are less.
_GAP = 1.6
# Texts of one column begin no farther apart than this, in points.
_ALIGNED = 3.0
# A label has at least so many letters: what has fewer is the number or the mark of an item.
_LETTERS = 3
# It is no longer than this, in characters; a left column of longer ones holds text.
_LONGEST = 80
_FEWEST = 2
# Lines of one label are no farther below each other, in sizes of its font.
_CLOSE = 1.6


class Line(NamedTuple):
    """The words of a page that stand on one line, from left to right."""

    words: tuple[Word, ...]
    top: float
    bottom: float


class Labelled(NamedTuple):
    """A label and the words of the text that stands on its right."""

    label: tuple[Word, ...]
    text: tuple[Word, ...]


class Columns(NamedTuple):
    """Labels with their texts, and where the texts begin; `top` and `bottom` are of all of it, in points."""

    rows: tuple[Labelled, ...]
    left: float
    top: float
    bottom: float


def columns(words: Sequence[Word]) -> tuple[Columns, ...]:
    """The stretches of flowing text that stand in two such columns, from top to bottom."""
    if not _may_have_columns(words):
        return ()
    found = lines(words)
    left = _second_column(found)
    if left is None:
        return ()
    stretches: list[Columns] = []
    halves = [_halves(line, left) for line in found]
    begin: int | None = None
    for place, half in enumerate((*halves, None)):
        if begin is None:
            if half is not None and half.text and _is_label(half.label):
                begin = _first_line(found, halves, place)
        elif half is None or (half.label and not stands_out(half.label)):
            stretches.extend(_labelled(found[begin:place], halves[begin:place], left))
            begin = None
    return tuple(stretches)


def _first_line(found: Sequence[Line], halves: Sequence[Labelled | None], place: int) -> int:
    """Where the label begins that stands beside a text on a line: its text may begin lower than itself."""
    while place > 0:
        above, line = halves[place - 1], found[place]
        if above is None or above.text or not stands_out(above.label) or above.label[0].bold != line.words[0].bold:
            break
        if line.words[0].bottom - above.label[-1].bottom > _CLOSE * line.words[0].size:
            break
        place -= 1
    return place


def _may_have_columns(words: Sequence[Word]) -> bool:
    """Whether two lines of the page have a wide gap in them; cheap, since most pages have none."""
    gaps = 0
    for before, word in pairwise(words):
        if word.left - before.right > _GAP * before.size and word.top < before.bottom and word.bottom > before.top:
            gaps += 1
            if gaps >= _FEWEST:
                return True
    return False


def lines(words: Sequence[Word]) -> list[Line]:
    """Words as lines from top to bottom. A word belongs to the line that its middle stands on."""
    found: list[Line] = []
    current: list[Word] = []
    top = bottom = 0.0
    for word in sorted(words, key=lambda word: (word.top + word.bottom) / 2):
        if current and (word.top + word.bottom) / 2 > bottom:
            found.append(Line(tuple(sorted(current, key=lambda word: word.left)), top, bottom))
            current = []
        if current:
            top, bottom = min(top, word.top), max(bottom, min(word.bottom, bottom + 1.0))
        else:
            top, bottom = word.top, word.bottom
        current.append(word)
    if current:
        found.append(Line(tuple(sorted(current, key=lambda word: word.left)), top, bottom))
    return found


def _second_column(found: Sequence[Line]) -> float | None:
    """Where the right column begins: the place behind a label at which most lines go on after a gap."""
    starts: list[float] = []
    for line in found:
        for place, (before, word) in enumerate(zip(line.words, line.words[1:], strict=False), 1):
            if word.left - before.right > _GAP * before.size:
                if _is_label(line.words[:place]):
                    starts.append(word.left)
                break
    starts.sort()
    best: tuple[int, float] | None = None
    for place, start in enumerate(starts):
        together = sum(other - start <= _ALIGNED for other in starts[place : place + 50])
        if together >= _FEWEST and (best is None or together > best[0]):
            best = together, start
    return None if best is None else best[1]


def _is_label(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words)
    return len(text) <= _LONGEST and sum(character.isalpha() for character in text) >= _LETTERS and stands_out(words)


def _halves(line: Line, left: float) -> Labelled | None:
    """The words of a line in the left and in the right column; None where they do not keep the gap between free."""
    label = tuple(word for word in line.words if word.left < left - _ALIGNED)
    text = line.words[len(label) :]
    if label and label[-1].right > left - (_GAP / 2 if text else 0.0) * label[-1].size:
        return None
    return Labelled(label, text)


def _labelled(found: Sequence[Line], halves: Sequence[Labelled | None], left: float) -> Iterator[Columns]:
    """The labels with their texts of lines that keep the columns apart, where there are several."""
    known = [half for half in halves if half is not None]
    edge = max((half.label[-1].right for half in known if half.label), default=left)
    rows: list[Labelled] = []
    bottoms: list[float] = []
    before: tuple[Word, ...] = ()  # the line of the left column above, if it stands directly above
    for line, half in zip(found, known, strict=True):
        if half.label and not (before and _is_wrapped(before, half.label, edge)):
            rows.append(half)
            bottoms.append(line.bottom)
        else:
            rows[-1] = Labelled(rows[-1].label + half.label, rows[-1].text + half.text)
            bottoms[-1] = line.bottom
        before = half.label
    while rows and not rows[-1].text:  # a header of what stands below the columns
        rows.pop()
        bottoms.pop()
    if len(rows) >= _FEWEST:
        yield Columns(tuple(rows), left, found[0].top, bottoms[-1])


def _is_wrapped(above: tuple[Word, ...], below: tuple[Word, ...], edge: float) -> bool:
    """Whether a line of the left column goes on with the one above it: its first word had no room there."""
    first = below[0]
    close = first.bottom - above[-1].bottom < _CLOSE * first.size
    return close and above[-1].text[-1] != ":" and above[-1].right + 0.2 * first.size + first.right - first.left > edge
