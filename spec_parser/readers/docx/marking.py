"""What stands before a paragraph: its indent by depth, and the mark that its list gives it."""

import re
from typing import NamedTuple

from spec_parser.readers.docx.blocks import Paragraph
from spec_parser.readers.docx.counters import Counters
from spec_parser.readers.docx.depths import Depths

STEP = "  "
"""The indent of one level."""

# Marks that are typed: a sign that no sentence begins with, the letter `o` or `§` as a bullet, a number or a letter.
_TYPED = re.compile(r"[^\w\s\"'“”‘’(\[$#&/.,:;!?…<§-]|[o§-]\s|\(?(?:\d{1,2}|[A-Za-z])[.)]\s")
# Tab stops where nobody has set any, and about how wide a blank is: in twips.
_TAB = 720
_BLANK = 60


class Lead(NamedTuple):
    """What is written before the first line of a paragraph, and before the lines below that."""

    first: str = ""
    rest: str = ""


NO_LEAD = Lead()


class Marker:
    """Gives each paragraph of a document its lead, in their order."""

    def __init__(self) -> None:
        self._counters = Counters()
        self._depths = Depths()

    def close(self) -> None:
        """No list goes on after this, but its numbers do."""
        self._depths.close()

    def mark(self, paragraph: Paragraph) -> str:
        """The mark that its list gives a paragraph, which is counted; empty if there is none."""
        if paragraph.item is None:
            return ""
        number, items, level = paragraph.item
        return self._counters.mark(number, items, level)

    def lead(self, paragraph: Paragraph) -> Lead:
        """What stands before a paragraph."""
        mark = self.mark(paragraph)
        text = "".join(piece.text for piece in paragraph.pieces)
        if not text.strip():
            return NO_LEAD
        if paragraph.is_heading:
            self.close()
            return Lead(f"{mark} " if mark else "")
        if mark and paragraph.item is not None:
            depth = self._depths.depth(paragraph.item.items.definition, paragraph.item.level, paragraph.begins)
        elif _TYPED.match(text.lstrip()):
            depth = self._depths.depth(None, 0, _begins(text, paragraph.begins))
        else:
            self.close()
            return NO_LEAD
        indent = STEP * (depth + 1)
        return Lead(f"{indent}{mark} " if mark else indent, indent + STEP)


def _begins(text: str, begins: int) -> int:
    """Where a paragraph begins that is indented by tabs and blanks, in twips."""
    for character in text:
        if not character.isspace():
            break
        begins = (begins // _TAB + 1) * _TAB if character == "\t" else begins + _BLANK
    return begins
