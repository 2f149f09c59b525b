"""Which rows only go on with the one above, because they were wrapped there: told by geometry.

A row goes on with the one above if that was full (the next word had no room on it any more), nothing of its own begins
(a bullet, a cell, a wider gap, another indentation, bold after plain), on another page or column too.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from spec_parser.readers.page.edges import Edge
from spec_parser.readers.page.model import Word
from spec_parser.readers.page.rows import Column, Row

# Lines of a paragraph are no further apart than this, as a multiple of what is usual.
_LOOSE = 1.2
# Lines of a heading, which is larger than most text, are no further apart than this, in sizes of its own font.
_LOOSE_HEADING = 1.9
_LARGER = 1.3
# What is usual where no line was wrapped, in sizes of the font.
_PITCH = 1.2
# Text set wider than this is believed only where so many lines are.
_WIDEST_PITCH = 1.6
_FEWEST_WIDE = 3
# Left ends that differ by less, in points, are equal.
_ALIGNED = 2.5
# What stands further left of an item's mark, in sizes of the font, is none of the item. A browser that sets marks
# within the text leaves a margin before them.
_OUTSIDE = 0.6
# A blank between words, in sizes of the font.
_BLANK = 0.25
# Texts whose sizes differ by more than this share are no one paragraph.
_RESIZED = 0.12
_MARKER = re.compile(r"(?P<open>\(?)(?:(?P<digits>\d{1,2})|(?P<letter>[a-zA-Z])|[ivx]{1,5})(?P<close>[.)])")
_STANDING = re.compile(r"[^\W_gjpqyJQ](?:.*[^\W_gjpqyJQ])?")
# How low characters hang, in sizes of the font.
_HANGING = {**dict.fromkeys("gjpqyQJ()[]{}|/@_§", 0.21), **dict.fromkeys(",;", 0.15), "$": 0.1}
_DASHES = frozenset("-–—‐‑−*+>»→")


class _Usual(NamedTuple):
    """What is usual in a document: how far one line of a paragraph stands below the other, and how large text is.

    The distance is in sizes of the font, the size in points.
    """

    pitch: float
    size: float


def goes_on(rows: Sequence[Row], edges: Mapping[Column, Edge]) -> list[bool | None]:
    """For each row, furniture left out, whether it goes on with the one above.

    None where a page ends with a full line and a sentence, and below a line that is too long for its column: what
    follows may belong to it or not.

    Args:
        rows: of a document, in reading order.
        edges: of their columns.
    """
    if not rows:
        return []
    fullness = [False, *(_is_full(above, below, edges.get(above.column)) for above, below in pairwise(rows))]
    usual = _Usual(_usual_pitch(rows, fullness), sorted(row.size for row in rows)[len(rows) // 2])
    flowing: list[bool | None] = []
    paragraph: list[Row] = []
    for row, full in zip(rows, fullness, strict=True):
        on = bool(paragraph) and full and not _begins(row, paragraph, usual)
        if not on:
            paragraph = []
        paragraph.append(row)
        flowing.append(None if on and _is_doubtful(paragraph, edges) else on)
    return flowing


def _is_doubtful(paragraph: Sequence[Row], edges: Mapping[Column, Edge]) -> bool:
    """Whether the last row of a paragraph may begin one of its own, for all that geometry can tell."""
    above, row = paragraph[-2:]
    if above.right > edges[above.column].right + _ALIGNED:
        return True
    return above.page != row.page and above.words[-1].text.endswith((".", ":", ";", "!", "?"))


def marker_style(word: Word) -> str | None:
    """How a number, letter or dash that may stand before an item is written; None for any other word."""
    if word.text in _DASHES:
        return word.text
    found = _MARKER.fullmatch(word.text)
    if found is None:
        return None
    kind = "1" if found["digits"] else "a" if found["letter"] else "i"
    return f"{found['open']}{kind}{found['close']}"


def _is_full(above: Row, below: Row, edge: Edge | None) -> bool:
    """Whether the first word of a row had no room on the row above it."""
    if edge is None or above.is_data or below.is_data:
        return False
    last = above.words[-1].text
    if edge.justified and not _is_centred(above, edge) and not last.endswith(("-", "\u2010", "\u00ad")):
        return above.right >= edge.right - _ALIGNED
    first = below.words[0]
    # A word may be broken behind its hyphen.
    piece = first.text.find("-", 1) + 1 or len(first.text)
    width = (first.right - first.left) * piece / len(first.text)
    return above.right + _BLANK * below.size + width > edge.right - 1.0


def _is_centred(row: Row, edge: Edge) -> bool:
    """Whether a row stands in the middle of its column: such rows are not stretched."""
    before, behind = row.left - edge.left, edge.right - row.right
    return row.bullet is None and before > _ALIGNED and abs(before - behind) < 2 * _ALIGNED


def _usual_pitch(rows: Sequence[Row], fullness: Sequence[bool]) -> float:
    """How far one line of a paragraph stands below the other, in sizes of its font."""
    pitches = sorted(
        _distance(above, below) / below.size
        for (above, below), full in zip(pairwise(rows), fullness[1:], strict=True)
        if full and above.page == below.page and below.bottom > above.bottom and below.size > 0 and not below.bullet
        if above.column == below.column and _base(above) and _base(below)
    )
    usual = pitches[len(pitches) // 3] if pitches else _PITCH
    return usual if usual <= _WIDEST_PITCH or len(pitches) >= _FEWEST_WIDE else _PITCH


def _distance(above: Row, below: Row) -> float:
    """How far the line that the letters of a row stand on is below that of another."""
    return (_base(below) or _lowest_base(below)) - (_base(above) or _lowest_base(above))


def _base(row: Row) -> float | None:
    """The line that the letters of a row stand on; None if nothing tells.

    Where the engine does not, boxes may end where the ink of a word's ends does; one word that stands on it is enough.
    """
    if row.base is not None:
        return row.base
    return next((word.bottom for word in row.words if _STANDING.fullmatch(word.text)), None)


def _lowest_base(row: Row) -> float:
    """Where that line is if the first word's box ends where its ink does, in a font that hangs as most do."""
    word = row.words[0]
    return word.bottom - row.size * max(_HANGING.get(word.text[0], 0.0), _HANGING.get(word.text[-1], 0.0))


def _begins(row: Row, paragraph: Sequence[Row], usual: _Usual) -> bool:
    """Whether a row, below a full one, shows that something of its own begins with it."""
    above = paragraph[-1]
    if row.opens or row.bullet is not None or abs(row.size - above.size) > _RESIZED * above.size:
        return True
    is_below = row.page == above.page and row.column == above.column
    if is_below and not 0 <= _distance(above, row) <= _widest_pitch(row, above, usual) * row.size:
        return True
    if row.bold != above.bold and row.words[0].bold != above.words[-1].bold:
        return True
    return _is_set_apart(row, paragraph) or _is_marked(row, paragraph)


def _widest_pitch(row: Row, above: Row, usual: _Usual) -> float:
    """How far a row may stand below another one of its paragraph, in sizes of its font."""
    widest = _LOOSE * usual.pitch
    is_heading = row.bold and above.bold and min(row.size, above.size) > _LARGER * usual.size
    return max(widest, _LOOSE_HEADING) if is_heading else widest


def _is_set_apart(row: Row, paragraph: Sequence[Row]) -> bool:
    """Whether a row is indented otherwise than the paragraph; only its first line may differ from the others."""
    above = paragraph[-1]
    left = row.left - row.column.left
    if len(paragraph) == 1:
        begin = above.bullet.left if above.bullet is not None else above.left
        # What wraps typed items, a mail program or a browser, indents nothing.
        is_wrapped = row.words[0].monospaced or row.words[0].text[0].islower()
        is_outside = left < begin - above.column.left - _OUTSIDE * above.size
        return above.bullet is not None and not is_wrapped and is_outside
    if abs(left - (above.left - above.column.left)) <= _ALIGNED:
        return False
    if row.column != above.column:  # of which one may begin with items and the other with a text
        return False
    return abs(row.left + row.right - above.left - above.right) > 2 * _ALIGNED  # lines of centred text


def _is_marked(row: Row, paragraph: Sequence[Row]) -> bool:
    """Whether a row begins with a number or dash that stands where those of items do."""
    style = marker_style(row.words[0])
    if style is None or len(row.words) < 2:
        return False
    first = paragraph[0]
    if marker_style(first.words[0]) == style and abs(row.left - first.left) <= _ALIGNED:
        return True
    return len(paragraph) > 1 and row.left < paragraph[-1].left - _ALIGNED
