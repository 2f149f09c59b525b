"""Whether a page has columns of text that its file has one after the other, each down to its end."""

from collections.abc import Sequence

from spec_parser.readers.page.cells import stands_out
from spec_parser.readers.page.model import Word

# A column has so many lines, and so many that are no headings; a label beside the middle of its text has fewer.
_FEWEST_LINES = 4
_FEWEST_OTHERS = 2


def columns_in_turn(words: Sequence[Word]) -> bool:
    """Whether somewhere the file goes up again from the end of a column to the beginning of the next one.

    Args:
        words: of a page, in the order of the file.
    """
    begin = 0
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        if word.bottom < before.top - before.size:
            if word.left > before.left and _is_column(words[begin:place], word):
                return True
            begin = place
    return False


def _is_column(words: Sequence[Word], first: Word) -> bool:
    """Whether words that end before a word that stands higher are a column on its left, from its height on."""
    lines: list[list[Word]] = []
    for word in words:
        if word.bottom <= first.top:
            continue
        if lines and word.top < lines[-1][-1].bottom - word.size / 2:
            lines[-1].append(word)
        else:
            lines.append([word])
    others = sum(not stands_out(line) for line in lines)
    is_left = all(line[-1].right < first.left for line in lines)
    return len(lines) >= _FEWEST_LINES and others >= _FEWEST_OTHERS and is_left
