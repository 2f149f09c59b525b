"""Counts the items of a document's lists, and tells what stands before each."""

from spec_parser.bullets import BULLET
from spec_parser.readers.docx.formats import shown
from spec_parser.readers.docx.numbering import LEVELS, Level, NumberedList


class Counters:
    """The numbers that the lists of a document have come to so far."""

    def __init__(self) -> None:
        self._reached: dict[int, list[int | None]] = {}  # of each definition, by level
        self._begun: set[int] = set()  # the lists that have had an item

    def mark(self, number: int, items: NumberedList, place: int) -> str:
        """Count one more item, and give what stands before it; empty where nothing does.

        Args:
            number: of the list, as the paragraph names it.
            items: the list.
            place: of the item's level, from 0 to 8.
        """
        reached = self._reached.setdefault(items.definition, [None] * LEVELS)
        if number not in self._begun:  # a list with numbers of its own to begin with does so once
            self._begun.add(number)
            for level in items.starts:
                reached[level] = None
        for level in range(place):  # an item without one above it: that counts as if it stood there
            if reached[level] is None:
                reached[level] = _start(items, level)
        before = reached[place]
        reached[place] = _start(items, place) if before is None else before + 1
        for level in range(place + 1, LEVELS):
            restart = items.level(level).restart
            if restart is None or place < restart:
                reached[level] = None
        return _mark(items, place, reached)


def _bullet(level: Level) -> str:
    """A bullet, or the words that a list has in its place: `NOTE:`. A single letter shows as a sign of its font."""
    text = level.text.strip()
    if len(text) > 1 and any(map(str.isalnum, text)) and not level.picture:
        return text
    return BULLET if level.picture or text else ""


def _start(items: NumberedList, place: int) -> int:
    return items.starts.get(place, items.level(place).start)


def _mark(items: NumberedList, place: int, reached: list[int | None]) -> str:
    """What stands before an item: the level's text with the numbers of levels in place of `%1` to `%9`."""
    level = items.level(place)
    if level.is_bullet:
        return _bullet(level)
    written: list[str] = []
    pieces = level.text.split("%")
    for piece in pieces[1:]:
        if piece[:1] in "123456789" and piece:
            other = int(piece[0]) - 1
            style = items.level(other).style
            plain = level.plain and style != "none"
            written.append(shown(reached[other] or 0, "decimal" if plain else style) + piece[1:])
        else:
            written.append(f"%{piece}")
    return " ".join((pieces[0] + "".join(written)).split())
