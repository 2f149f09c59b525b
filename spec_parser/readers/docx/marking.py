"""What stands before a paragraph: its indent by depth, and the mark that its list gives it."""

import re
from collections.abc import Sequence

from spec_parser.readers.docx.blocks import Paragraph
from spec_parser.readers.docx.counters import Counters
from spec_parser.readers.docx.depths import Depths
from spec_parser.readers.docx.physical import Physical

STEP = "  "
"""The indent of one level."""

# Marks that are typed: a sign that no sentence begins with, the letter `o` or `§` as a bullet, a number or a letter.
_TYPED = re.compile(r"[^\w\s\"'“”‘’(\[$#&/.,:;!?…<|§-]|[o§-]\s|\(?(?:\d{1,2}|[A-Za-z])[.)]\s")
# Tab stops where nobody has set any, and about how wide a blank is: in twips.
_TAB = 720
_BLANK = 60
# How much further right than its mark the text of an item is taken to begin.
_HANGING = 180
# A mark and the blank after it take no more runs than this.
_ENOUGH = 4


class Marker:
    """Tells what stands before the lines of each paragraph of a document, in their order."""

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

    def leads(self, paragraph: Paragraph, lines: Sequence[Physical]) -> list[str]:
        """What stands before each line of a paragraph, which is counted if it is an item."""
        mark = self.mark(paragraph)
        if not lines:
            return []
        if paragraph.is_heading:
            self.close()
            return [f"{mark} " if mark else "", *[""] * (len(lines) - 1)]
        if not mark or paragraph.item is None:
            return self._typed(paragraph.begins, lines, "")
        depth = self._depths.depth(paragraph.item.items.definition, paragraph.item.level, paragraph.begins)
        indent = STEP * (depth + 1)
        return [f"{indent}{mark} ", *self._typed(paragraph.begins + _HANGING, lines[1:], indent + STEP)]

    def _typed(self, begins: int, lines: Sequence[Physical], indent: str) -> list[str]:
        """What stands before lines that may have marks which were typed; the others stand below the item's text."""
        leads = []
        for line in lines:
            if _TYPED.match("".join(piece.text for piece in line.pieces[:_ENOUGH])):
                depth = self._depths.depth(None, 0, _begins(line.indent, begins))
                leads.append(STEP * (depth + 1))
                indent = STEP * (depth + 2)
            else:
                if not indent:
                    self.close()
                leads.append(indent)
        return leads


def _begins(indent: str, begins: int) -> int:
    """Where a line begins that tabs and blanks indent, in twips."""
    for character in indent:
        begins = (begins // _TAB + 1) * _TAB if character == "\t" else begins + _BLANK
    return begins
