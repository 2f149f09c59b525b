"""What stands before an item: a drawn mark, or a character that is one."""

from collections.abc import Sequence

from spec_parser.readers.page.model import Mark, Page, Word
from spec_parser.readers.page.rows import Row

# Characters that are bullets wherever they stand before a text.
_GLYPHS = frozenset("•●○◦▪▫■□◾◽◼◻‣⁃∙·⋅・⦁⚫⬤➢➤►▶▸▻❖◆◇◘★✦✓✔☑☐➔➜")
# A drawn mark stands no further left of its text than this, in sizes of the font.
_REACH = 4.0


def with_bullets(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, those that are items with their bullets taken from among the words and drawn marks."""
    marks = list(page.marks)
    return [_with_drawn(row, marks) if row.bullet is None else row for row in map(_with_glyph, rows)]


def _with_glyph(row: Row) -> Row:
    first = row.words[0]
    if len(row.words) < 2 or not is_bullet(first):
        return row
    rest = row.words[1:]
    return row._replace(words=rest, left=rest[0].left, bold=all(word.bold for word in rest), bullet=first)


def is_bullet(word: Word) -> bool:
    """Whether a word before a text is its bullet."""
    text = word.text
    if len(text) != 1:
        return False
    return text in _GLYPHS or "\ue000" <= text <= "\uf8ff" or word.pictorial or (text == "o" and word.monospaced)


def _with_drawn(row: Row, marks: list[Mark]) -> Row:
    for place, mark in enumerate(marks):
        middle = (mark.top + mark.bottom) / 2
        if row.top < middle < row.bottom and 0 <= row.left - mark.right < _REACH * row.size:
            del marks[place]
            return row._replace(bullet=mark)
    return row
