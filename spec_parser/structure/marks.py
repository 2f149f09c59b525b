"""What stands before an item: a bullet, a dash, a number or a letter."""

import re
from typing import NamedTuple

# Bullets that mean nothing else: they need no blank after them.
_GLYPHS = "•●○◦▪▫■□‣⁃∙·➢➤►❖✓✔\uf0b7\uf0a7\uf0d8\ue008"
# Signs that are bullets only before a blank or alone on a line.
_SIGNS = "-–—*o"

_BULLET = re.compile(rf"[{_GLYPHS}]\s*|[{_SIGNS}](?:\s+|$)")
_NUMBER = re.compile(r"(?P<marker>\((?:\d{1,2}|[a-z])\)|(?:\d{1,2}|[a-z])[.)])(?:\s+|$)")
_OPENERS = frozenset(_GLYPHS + _SIGNS)


class Mark(NamedTuple):
    """A mark at the start of a line: how many characters it takes with the blanks after it, and its number if any."""

    length: int
    marker: str | None


def mark(text: str) -> Mark | None:
    """The mark that a line, stripped of blanks at its ends, begins with.

    Cheap for lines that begin with a capital letter, as nearly all do that have none.
    """
    first = text[0]
    if first in _OPENERS:
        found = _BULLET.match(text)
        if found:
            return Mark(found.end(), None)
    elif first.isupper():
        return None
    if first == "(" or text[1:2] in (".", ")") or text[2:3] in (".", ")"):
        found = _NUMBER.match(text)
        if found:
            return Mark(found.end(), found["marker"])
    return None


def ordinal(marker: str) -> tuple[str, int]:
    """The style and the place of a number or letter: `(b)` is second in its style."""
    core = marker.strip("().")
    style = marker.replace(core, "1" if core.isdigit() else "a")
    return style, int(core) if core.isdigit() else ord(core) - ord("a") + 1
