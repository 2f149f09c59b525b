"""What stands before an item: a drawn mark, or a character that is one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spec_parser.bullets import GLYPHS
from spec_parser.readers.page.model import Mark, Word

if TYPE_CHECKING:
    from spec_parser.readers.page.rows import Row

_GLYPHS = frozenset(GLYPHS)
# A drawn mark stands no further left of its text than this, in sizes of the font.
_REACH = 4.0


def is_bullet(word: Word) -> bool:
    """Whether a word that stands before a text is its bullet."""
    text = word.text
    if len(text) != 1:
        return False
    # Private characters are those of Symbol, Wingdings, OpenSymbol.
    return text in _GLYPHS or "\ue000" <= text <= "\uf8ff" or word.pictorial or (text == "o" and word.monospaced)


def with_bullets(rows: Sequence["Row"], marks: Sequence[Mark]) -> list["Row"]:
    """Rows of a page, those that are items with their bullets from among their words or the marks drawn there."""
    left = sorted(marks, key=lambda mark: mark.top)
    found: list[Row] = []
    for row in rows:
        first = row.words[0]
        if len(row.words) > 1 and is_bullet(first):
            rest = row.words[1:]
            found.append(
                row._replace(words=rest, left=rest[0].left, bold=all(word.bold for word in rest), bullet=first)
            )
        else:
            found.append(_with_drawn(row, left) if left else row)
    return found


def _with_drawn(row: "Row", marks: list[Mark]) -> "Row":
    for place, mark in enumerate(marks):
        if mark.top > row.bottom:
            break
        middle = (mark.top + mark.bottom) / 2
        if row.top < middle < row.bottom and -1.0 <= row.left - mark.right < _REACH * row.size:
            del marks[place]
            return row._replace(bullet=mark)
    return row
