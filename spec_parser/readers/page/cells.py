"""Cells of a table on a page: what of them tells whether its rows are data or only lay the page out."""

from collections.abc import Sequence

from spec_parser.readers import data_rows
from spec_parser.readers.data_rows import DataCell
from spec_parser.readers.page.bullets import is_bullet
from spec_parser.readers.page.model import Word

# A cell of data stands on no more lines, wrapped as they are.
_MOST_LINES = 5


def plain_cell(words: Sequence[Word], *, holds_more: bool) -> DataCell:
    """A cell as the rule for data sees it.

    Args:
        words: that stand in it, in the order of the file.
        holds_more: whether a drawn mark or another table stands in it too.
    """
    is_block = holds_more or any(map(is_bullet, words)) or _lines(words) > _MOST_LINES
    return DataCell(_text(words), all(word.bold for word in words), is_block=is_block)


def stands_out(words: Sequence[Word]) -> bool:
    """Whether a text looks like a header or a label: bold, in capitals, or with a colon at its end."""
    return data_rows.stands_out(_text(words), bold=all(word.bold for word in words))


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _lines(words: Sequence[Word]) -> int:
    """How many lines words stand on."""
    count = 0
    bottom = float("-inf")
    for word in sorted(words, key=lambda word: word.top):
        if (word.top + word.bottom) / 2 > bottom:
            count += 1
            bottom = word.bottom
    return count
