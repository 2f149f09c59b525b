"""Labels beside their text on pages that a program has written line by line: told by the places of words alone."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from spec_parser.readers.page.cells import stands_out
from spec_parser.readers.page.columns import (
    ALIGNED,
    CLOSE,
    FEWEST,
    GAP,
    Line,
    Part,
    is_label,
    is_wrapped,
    line_of,
    second_column,
)
from spec_parser.readers.page.model import Word


class _Halves(NamedTuple):
    """The words of a line in the left and in the right column."""

    label: tuple[Word, ...]
    text: tuple[Word, ...]


def by_place(words: Sequence[Word]) -> list[Part] | None:
    """The parts of flowing text; None where it has no labels beside it."""
    found = _lines(words)
    left = second_column(_starts(found))
    if left is None:
        return None
    halves = [_halves(line, left) for line in found]
    parts: list[Part] = []
    flowing: list[Word] = []
    begin: int | None = None
    for place, half in enumerate((*halves, None)):
        line = found[place].words if place < len(found) else ()
        if begin is None:
            flowing.extend(line)
            if half is not None and half.text and is_label(half.label):
                begin = _first_line(found, halves, place)
                del flowing[-sum(len(one.words) for one in found[begin : place + 1]) :]
        elif half is None or (half.label and not stands_out(half.label)):
            rows = _labelled([one for one in halves[begin:place] if one is not None], left)
            if rows:
                parts.extend([Part(tuple(flowing)), *rows] if flowing else rows)
                flowing.clear()
            else:
                flowing.extend(word for one in found[begin:place] for word in one.words)
            flowing.extend(line)
            begin = None
    parts.extend([Part(tuple(flowing))] if flowing else [])
    return parts if len(parts) > 1 else None


def _lines(words: Sequence[Word]) -> list[Line]:
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


def _starts(found: Sequence[Line]) -> Iterator[float]:
    """Where the text begins on each line that has a label before it."""
    for line in found:
        for place, (before, word) in enumerate(pairwise(line.words), 1):
            if word.left - before.right > GAP * before.size:
                if is_label(line.words[:place]):
                    yield word.left
                break


def _halves(line: Line, left: float) -> _Halves | None:
    """The words of a line in both columns; None where they do not keep the gap between free."""
    label = tuple(word for word in line.words if word.left < left - ALIGNED)
    text = line.words[len(label) :]
    if label and label[-1].right > left - (GAP / 2 if text else 0.0) * label[-1].size:
        return None
    return _Halves(label, text)


def _first_line(found: Sequence[Line], halves: Sequence[_Halves | None], place: int) -> int:
    """Where the label begins that stands beside a text on a line: its text may begin lower than itself."""
    while place > 0:
        above, line = halves[place - 1], found[place]
        if above is None or above.text or not stands_out(above.label) or above.label[0].bold != line.words[0].bold:
            break
        if line.words[0].bottom - above.label[-1].bottom > CLOSE * line.words[0].size:
            break
        place -= 1
    return place


def _labelled(halves: Sequence[_Halves], left: float) -> list[Part]:
    """The labels and texts of lines that keep the columns apart; nothing where there are too few."""
    edge = max((half.label[-1].right for half in halves if half.label), default=left)
    rows: list[_Halves] = []
    before: tuple[Word, ...] = ()  # the line of the left column above, if it stands directly above
    for half in halves:
        if half.label and not (before and is_wrapped(line_of(before), line_of(half.label), edge)):
            rows.append(half)
        else:
            rows[-1] = _Halves(rows[-1].label + half.label, rows[-1].text + half.text)
        before = half.label
    if sum(bool(row.text) for row in rows) < FEWEST:
        return []
    begin = min(row.label[0].left for row in rows)
    return [part for row in rows for part in (Part(row.label, begin), Part(row.text, left)) if part.words]
