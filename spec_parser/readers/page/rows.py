"""The rows of a page: words that stand on one line."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from spec_parser.readers.page.bullets import is_bullet
from spec_parser.readers.page.letters import joined
from spec_parser.readers.page.model import Mark, Word

# Words share a line if they overlap by this share of the height of the lower one.
_OVERLAP = 0.5
# Words that the file does not have one after the other stand on one line if they are no further apart, in sizes of
# their font; the number or bullet of an item may stand further off.
_NEXT = 0.6
_MARKER_REACH = 5.0
_MARKER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]")
# Lines are looked up by their height on the page in steps of so many points.
_STEP = 8.0


class Column(NamedTuple):
    """What rows stand in that are wrapped at one right edge: a page, a column of text on it, a cell.

    Attributes:
        width: of the page, in points.
        left: where it begins: of a page the page's edge, of a column its text, of a cell the line that is its edge.
        right: where something else begins: the page's edge, the text of the next column, the line round a cell.
    """

    width: float = 0.0
    left: float = 0.0
    right: float = 0.0

    @property
    def is_page(self) -> bool:
        """Whether it is a whole page."""
        return self.left == 0 and self.right == self.width


class Row(NamedTuple):
    """A line of words on a page.

    Attributes:
        page: its number from 1.
        words: from left to right; never empty. The bullet is not among them.
        left: of the words.
        top: of the highest of them.
        right: of the last one.
        bottom: of the lowest.
        size: of the largest font in it.
        bold: whether all of it is.
        bullet: what stands before it and is no text, a character or a drawn mark.
        column: what it stands in.
        opens: whether nothing that stands above it can go on in it: it begins a cell.
        is_data: whether it is a row of a table of data, its cells between bars.
        level: the depth in lists of the item that begins here, as the file declares it, from 1; 0 where it does not.
        base: the height of the line that its letters stand on; None where the engine does not tell.
    """

    page: int
    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    bullet: Word | Mark | None = None
    column: Column = Column()
    opens: bool = False
    is_data: bool = False
    level: int = 0
    base: float | None = None

    @property
    def text(self) -> str:
        """Its words with blanks between them."""
        return " ".join([word.text for word in self.words])


def row(page: int, words: Iterable[Word], column: Column = Column()) -> Row:  # noqa: B008
    """A row of some words, one or more, in a column."""
    found = tuple(joined(sorted(words, key=_left)))
    _, lefts, tops, rights, bottoms, sizes, bolds, *_, bases = zip(*found, strict=True)
    size = max(sizes)
    return Row(
        page,
        found,
        lefts[0],
        min(tops),
        max(rights),
        max(bottoms),
        size,
        all(bolds),
        None,
        column,
        base=bases[sizes.index(size)],
    )


def rows(page: int, words: Iterable[Word], column: Column = Column()) -> list[Row]:  # noqa: B008
    """The rows that words make, in the order in which the file has the first word of each.

    Args:
        page: its number.
        words: of a part of it, in the order of the file.
        column: the part.
    """
    lines: list[list[Word]] = []
    by_height: dict[int, list[list[Word]]] = {}
    current: list[Word] = []
    top = bottom = left = height = 0.0  # of the word before; the height of its middle
    for word in words:
        middle = (word.top + word.bottom) / 2
        if not current or word.left < left or not (top < middle < bottom or word.top < height < word.bottom):
            step = int(middle / _STEP)
            near = chain.from_iterable(by_height.get(other, ()) for other in (step, step - 1, step + 1))
            current = next((line for line in near if shares_line(line[0], word) and _belongs(word, line)), [])
            if not current:
                lines.append(current)
                by_height.setdefault(step, []).append(current)
        current.append(word)
        left, top, bottom, height = word.left, word.top, word.bottom, middle
    return [row(page, line, column) for line in lines]


def shares_line(one: Word | Row, other: Word | Row) -> bool:
    """Whether two words or rows stand at one height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def _belongs(word: Word, line: Sequence[Word]) -> bool:
    gap = min(max(one.left - word.right, word.left - one.right) for one in line)
    if gap <= _NEXT * word.size:
        return True
    left, right = min(one.left for one in line), max(one.right for one in line)
    # A mark stands before its text; on the right of another text it is that of an item in the next column.
    is_marked = _is_marker(word) if word.left < left else len(line) == 1 and _is_marker(line[0])
    if is_marked and gap <= _MARKER_REACH * word.size:
        return True
    return left < word.left < right


def _is_marker(word: Word) -> bool:
    return is_bullet(word) or _MARKER.fullmatch(word.text) is not None


def _left(word: Word) -> float:
    return word.left
