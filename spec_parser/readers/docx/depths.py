"""How deep an item lies in its lists: by their levels, and by where it begins on the page."""

from typing import NamedTuple

# Items that begin less than this apart, in twips, stand below one another: 4.5 points; the smallest step met is 6.
_SAME = 90


class _Open(NamedTuple):
    """An item whose list is open: the definition of its list if it has one, its level in it, where it begins."""

    definition: int | None
    level: int
    begins: int
    depth: int


class Depths:
    """Keeps the open lists while the paragraphs go by."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def close(self) -> None:
        """No list goes on after this."""
        self._open.clear()

    def depth(self, definition: int | None, level: int, begins: int) -> int:
        """The depth of the next item, from 0.

        Args:
            definition: of its list; None for an item whose mark is typed.
            level: in its list, from 0.
            begins: where its mark stands, in twips from the margin.
        """
        while self._open and not _is_below(self._open[-1], definition, level, begins):
            self._open.pop()
        depth = self._open[-1].depth + 1 if self._open else level
        self._open.append(_Open(definition, level, begins, depth))
        return depth


def _is_below(above: _Open, definition: int | None, level: int, begins: int) -> bool:
    """Whether an item belongs to the one above: the levels of one list say so, else it begins further right."""
    if definition is not None and definition == above.definition and level != above.level:
        return level > above.level
    return begins > above.begins + _SAME
