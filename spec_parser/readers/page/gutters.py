"""Columns of text beside each other, and rows that a file has across the gutters between them."""

from collections.abc import Sequence
from itertools import pairwise

from spec_parser.readers.page.model import Word
from spec_parser.readers.page.rows import Row, row, shares_line

# The gap between columns is at least so wide, in sizes of the font.
_NARROWEST = 1.2
# Columns of text have so many lines next to each other, and so many words a line.
_FEWEST_LINES = 5
_FEWEST_WORDS = 3.0
# Most lines of flowing text reach this share of their column's width.
_FULL = 0.75

# A column of text has at least this part of the lines beside others that the longest column has.
_CORNER = 6
FEWEST_PAIRS = 2
"""So many pairs of rows beside each other show that what has a gap at the same place is two rows too."""

Gap = tuple[float, float]


def beside(rows: Sequence[Row], pairs: int = 1) -> list[Gap]:
    """The left and right ends of the columns that rows beside each other make; empty where all are below each other.

    Args:
        rows: of a page.
        pairs: how many rows at least must stand beside another one.
    """
    found: dict[int, Row] = {}
    order = sorted((row for row in rows if not row.is_data), key=lambda row: row.top)
    count = 0
    for place, (one, other) in enumerate(pairwise(order)):
        if shares_line(one, other) and not (one.left < other.right and other.left < one.right):
            found[place], found[place + 1] = one, other
            count += 1
    if count < pairs:
        return []
    columns: list[tuple[float, float, int]] = []  # with the number of rows
    for one in sorted(found.values(), key=lambda row: row.left):
        left = one.left if one.bullet is None else one.bullet.left
        if columns and left < columns[-1][1]:
            begin, end, held = columns[-1]
            columns[-1] = begin, max(end, one.right), held + 1
        else:
            columns.append((left, one.right, 1))
    # A few words in a corner, beside a line of a column, are no column.
    most = max(held for _, _, held in columns)
    wide = [(left, right) for left, right, held in columns if held * _CORNER >= most]
    return wide if len(wide) > 1 else []


def standing(row: Row, columns: Sequence[Gap]) -> int | None:
    """The number of the column in which a row stands; None if it reaches into another one, or stands between them."""
    reached = [place for place, (left, right) in enumerate(columns) if row.left < right and row.right > left]
    return reached[0] if len(reached) == 1 else None


def parted(rows: Sequence[Row], columns: Sequence[Gap]) -> list[Row]:
    """Rows in the order of the file, those that go across a gutter between columns as two."""
    gutters = [(left + right) / 2 for (_, left), (right, _) in pairwise(columns)]
    found: list[Row] = []
    for one in rows:
        words: list[Word] = []
        for word in one.words:
            is_wide = bool(words) and word.left - words[-1].right > _NARROWEST * one.size
            if is_wide and any(words[-1].right < gutter < word.left for gutter in gutters):
                found.append(row(one.page, words, one.column))
                words = []
            words.append(word)
        found.append(row(one.page, words, one.column) if len(words) < len(one.words) else one)
    return found


def unwoven(rows: Sequence[Row]) -> Sequence[Row]:
    """Rows from top to bottom; of those that are two columns of text, the left column first, then the right one."""
    gaps = [_widest_gap(row) for row in rows]
    if sum(gap is not None for gap in gaps) < _FEWEST_LINES:
        return rows
    found: list[Row] = []
    begin = 0
    while begin < len(rows):
        gap = gaps[begin]
        if gap is None:
            found.append(rows[begin])
            begin += 1
            continue
        end, gutter = _reach(rows, gaps, begin, gap)
        found.extend(_columns(rows[begin:end], gutter) or rows[begin:end])
        begin = end
    return found


def _widest_gap(row: Row) -> Gap | None:
    """The widest gap between two words of a row, if it may part columns."""
    widest, found = _NARROWEST * row.size, None
    words = row.words
    right = words[0].right
    for word in words:
        if word.left - right > widest:
            widest, found = word.left - right, (right, word.left)
        right = word.right
    return found


def _reach(rows: Sequence[Row], gaps: Sequence[Gap | None], begin: int, gutter: Gap) -> tuple[int, Gap]:
    """How far down, from row `begin` on, all rows leave one gutter free; and that gutter."""
    for place in range(begin + 1, len(rows)):
        row, gap = rows[place], gaps[place]
        left, right = gutter
        if gap is not None and min(right, gap[1]) - max(left, gap[0]) > 0:
            left, right = max(left, gap[0]), min(right, gap[1])
        elif row.left < right and row.right > left:
            return place, gutter
        if right - left < 0.8 * row.size:
            return place, gutter
        gutter = left, right
    return len(rows), gutter


def _columns(rows: Sequence[Row], gutter: Gap) -> list[Row] | None:
    """The rows of both columns, one after the other; None if what stands on either side is no flowing text."""
    middle = sum(gutter) / 2
    sides: list[list[Row]] = [[], []]
    for one in rows:
        parts: tuple[list[Word], list[Word]] = ([], [])
        for word in one.words:
            parts[word.left > middle].append(word)
        for side, part in zip(sides, parts, strict=True):
            if part:
                side.append(row(one.page, part, one.column))
    return sides[0] + sides[1] if all(map(_flows, sides)) else None


def _flows(rows: Sequence[Row]) -> bool:
    if len(rows) < _FEWEST_LINES:
        return False
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    full = sum(row.right - left > _FULL * (right - left) for row in rows)
    words = sum(len(row.words) for row in rows)
    return full * 2 > len(rows) and words >= _FEWEST_WORDS * len(rows)
