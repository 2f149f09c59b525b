"""The rows of a page: words that stand on one line, in reading order.

The order of the file is kept, which is mostly that of reading (columns after one another, cells of a table too), but
what stands above something else comes before it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.readers.page.model import Mark, Page, Word

# Words and rows share a line if they overlap by this share of the lower one's height.
_OVERLAP = 0.5
# Where the file does not have them one after the other, pieces of a line stand no further apart than this, in sizes.
_REACH = 4.0


class Row(NamedTuple):
    """A line of words on a page.

    Attributes:
        page: its number from 1.
        words: from left to right; never empty. The bullet is not among them.
        left: of the words.
        top: of the tallest of them.
        right: of the last one.
        bottom: of the lowest.
        size: of the font of most of it.
        bold: whether all of it is.
        bullet: the box of what stands before it and is no text.
        block: the stretch of the document in which rows stand below each other.
        level: the depth in lists of the item that begins here, as the file declares it, from 1; 0 where it does not.
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
    block: int = 0
    level: int = 0


def row(page: int, words: Sequence[Word]) -> Row:
    """A row of some words."""
    words = tuple(sorted(words, key=_left))
    return Row(
        page,
        words,
        words[0].left,
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
        max(word.size for word in words),
        all(word.bold for word in words),
    )


def rows(page: Page) -> list[Row]:
    """The rows of a page in reading order."""
    lines: list[list[Word]] = []
    for word in page.words:
        current = lines[-1] if lines else None
        if current is not None and _shares_line(current[-1], word) and word.left >= current[-1].left:
            current.append(word)
            continue
        for line in lines[-4:-1]:
            if _shares_line(line[-1], word) and _is_near(line, word):
                line.append(word)
                break
        else:
            lines.append([word])
    return [row(page.number, line) for line in lines]


def _shares_line(one: Word, other: Word) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def _is_near(line: Sequence[Word], word: Word) -> bool:
    reach = _REACH * word.size
    return any(-reach < word.left - one.right < reach or -reach < one.left - word.right < reach for one in line)


def _left(word: Word) -> float:
    return word.left
