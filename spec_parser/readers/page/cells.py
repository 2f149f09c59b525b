"""What a table is for: whether its rows are data, or whether it only lays out a page."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.readers.page.bullets import is_bullet
from spec_parser.readers.page.flow import marker_style
from spec_parser.readers.page.model import Word

# A cell of data has no more characters, and stands on no more lines.
_MOST_CHARACTERS = 160
_MOST_LINES = 5
# A lone row is blocks side by side, or a frame.
_FEWEST_ROWS = 2


class TableCell(NamedTuple):
    """A cell of a table: its words in the order of the file, and how many drawn marks stand in it."""

    words: tuple[Word, ...]
    marks: int = 0

    @property
    def text(self) -> str:
        """Its words with blanks between them."""
        return " ".join(word.text for word in self.words)


def is_row(cells: Sequence[TableCell]) -> bool:
    """Whether a row can be one of data: several of its cells hold something, none a paragraph or a list."""
    filled = [cell for cell in cells if cell.words]
    return len(filled) > 1 and not _is_item(filled) and not any(map(_is_block, cells))


def is_data(rows: Sequence[Sequence[TableCell]]) -> bool:
    """Whether rows that can be data, one below the other, are; and not labels beside what they are the labels of.

    Args:
        rows: the cells of each row from left to right; empty ones included.
    """
    if len(rows) < _FEWEST_ROWS:
        return False
    filled = [[cell for cell in row if cell.words] for row in rows]
    if any(stands_out(cell.words) and cell.text.endswith(":") for row in filled[1:] for cell in row):
        return False
    return max(map(len, filled)) > 2 or not _has_labels(rows)


def _is_item(filled: Sequence[TableCell]) -> bool:
    """Whether a row is an item of a list that is set as a table: its number, and its text beside it."""
    mark = filled[0].words
    return len(filled) == 2 and len(mark) == 1 and marker_style(mark[0]) is not None


def _is_block(cell: TableCell) -> bool:
    """Whether a cell holds more than a table's cell does: a paragraph or a list."""
    if cell.marks or any(is_bullet(word) for word in cell.words):
        return True
    if sum(len(word.text) + 1 for word in cell.words) > _MOST_CHARACTERS:
        return True
    return _lines(cell.words) > _MOST_LINES


def _has_labels(rows: Sequence[Sequence[TableCell]]) -> bool:
    """Whether the left one of two columns holds what is a header of what stands on its right.

    The head of a table of data stands out too, but all of it, and only in its first row.
    """
    body = [row for row in rows if not all(stands_out(cell.words) for cell in row if cell.words)]
    labelled = [row for row in body if stands_out(row[0].words) and any(cell.words for cell in row[1:])]
    return bool(labelled) and all(stands_out(row[0].words) or not row[0].words for row in body)


def stands_out(words: Sequence[Word]) -> bool:
    """Whether a text looks like a header or a label: bold, in capitals, or with a colon at its end."""
    if not words:
        return False
    text = " ".join(word.text for word in words)
    letters = sum(character.isalpha() for character in text)
    if letters < 3:  # a code, a number, a mark
        return False
    return text.isupper() or text.endswith(":") or all(word.bold for word in words)


def _lines(words: Sequence[Word]) -> int:
    """How many lines words stand on."""
    count = 0
    bottom = float("-inf")
    for word in sorted(words, key=lambda word: word.top):
        if (word.top + word.bottom) / 2 > bottom:
            count += 1
            bottom = word.bottom
    return count
