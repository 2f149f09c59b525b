"""Where a paragraph begins, and which list's item it is: by itself, by its style, by its list."""

from typing import NamedTuple

from spec_parser.readers.docx.numbering import LEVELS, NumberedList, Numbering
from spec_parser.readers.docx.properties import NO_INDENT, Paragraph
from spec_parser.readers.docx.styles import Style


class Item(NamedTuple):
    """That a paragraph is an item: the number of its list, the list, its level from 0."""

    number: int
    items: NumberedList
    level: int


def item(own: Paragraph, style: Style, numbering: Numbering) -> Item | None:
    """The list and level of a paragraph that says `own` and has a style; None where it is no item.

    A style says only which list: its level is the one that the list ties to that style.
    """
    number = own.numbered.number
    level = own.numbered.level
    is_own = number is not None
    if number is None:
        number = style.paragraph.numbered.number
    items = None if number is None else numbering.list_of(number)
    if number is None or items is None:
        return None
    if level is None and not is_own:
        tied = (place for place, one in items.levels.items() if one.tied is not None and one.tied == style.numbering)
        level = next(tied, style.paragraph.numbered.level)
    return Item(number, items, min(max(level or 0, 0), LEVELS - 1))


def begins(own: Paragraph, style: Style, item: Item | None) -> int:
    """Where the first line of a paragraph begins, its mark included, in twips from the margin.

    A list that the paragraph itself names goes before the style; the style goes before a list that it names itself.
    """
    below = style.paragraph.indent
    listed = NO_INDENT if item is None else item.items.level(item.level).indent
    found = own.indent.over(listed.over(below) if own.numbered.number is not None else below.over(listed))
    return (found.left or 0) + (found.first or 0)
