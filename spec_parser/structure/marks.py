"""What stands before an item: a bullet, a dash, a number or a letter."""

import re
from collections.abc import Iterable

from msgspec import Struct

from spec_parser.bullets import GLYPHS
from spec_parser.document import Line

# Signs that are bullets only before a blank or alone on a line. Of several bullets and dashes of which a wrong
# encoding has dropped all but the first byte, `â` is left.
_DASHES = "-–—‐‑−"
_SIGNS = f"{_DASHES}―*o+>»→â"
# So many dashes without a blank after them stand in a document where they are bullets; a single one may be a hyphen.
_SEVERAL = 2

_BULLET = re.compile(rf"[{GLYPHS}]\s*|[{_SIGNS}](?:\s+|$)")
# A bullet that was typed at the start of an item which the form gives one of its own: both are shown, one is meant.
_TYPED = re.compile(rf"[{GLYPHS}]\s*|[{_DASHES}*o§]\s+")
_UNSPACED = re.compile(rf"[{_DASHES}*](?=[^\W\d_])")
_NUMBER = re.compile(
    r"(?P<marker>\((?:\d{1,2}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})\)|(?:\d{1,2}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})[.)])(?:\s+|$)"
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_OPENERS = frozenset(GLYPHS + _SIGNS)
_BULLETS = frozenset(GLYPHS)


class Mark(Struct, frozen=True, gc=False):
    """A mark at the start of a line.

    `length` counts its characters with the blanks after it, `bare` without them; `marker` is its number or letter if it
    has one. Where it is not `certain`, a dash, it is a mark only if other lines of the section begin so.
    """

    length: int
    bare: int
    marker: str | None
    certain: bool = True


# A bullet and the blank after it.
_BLANK_BULLET = Mark(2, 1, None)


def mark(text: str) -> Mark | None:
    """The mark that a line, stripped of blanks at its ends, begins with; `• - ` is one.

    Cheap for lines that begin with a capital letter, as nearly all do that have none.
    """
    first = text[0]
    if len(text) > 3 and text[1] == " " != text[3] and first in _BULLETS and text[2].isalnum():  # by far the commonest
        return _BLANK_BULLET
    if first in _OPENERS:
        found = _BULLET.match(text)
        if found:
            typed = _TYPED.match(text, found.end())
            return _mark(typed or found)
        if _UNSPACED.match(text):
            return Mark(1, 1, None, certain=False)
    elif first.isupper() and first not in "IVX" and text[1:2] not in (".", ")"):
        return None
    if first in "(ivxIVX" or text[1:2] in (".", ")") or text[2:3] in (".", ")"):
        found = _NUMBER.match(text)
        if found:
            return _mark(found, found["marker"])
    return None


def _mark(found: re.Match[str], marker: str | None = None) -> Mark:
    """The mark that stands from the beginning of a line to the end of what was found."""
    length = found.end()
    return Mark(length, len(found.string[:length].rstrip()), marker)


def unspaced_dashes(text: str, lines: Iterable[Line]) -> frozenset[int]:
    """Offsets of the dashes at the starts of lines that are bullets though no blank follows them.

    They are if several lines of the document begin so.
    """
    found: list[int] = []
    for line in lines:
        raw = text[line.start : line.end]
        body = raw.strip()
        if _UNSPACED.match(body):
            found.append(line.start + raw.find(body[0]))
    return frozenset(found if len(found) >= _SEVERAL else ())


def ordinals(marker: str) -> list[tuple[str, int]]:
    """The styles and places that a number or letter can have: `(b)` is second in its style.

    `i.` is the first of Roman numerals, and the ninth of letters.
    """
    core = marker.strip("().")
    if core.isdigit():
        return [(marker.replace(core, "1"), int(core))]
    found = []
    if core.upper() in _ROMAN:
        found.append((marker.replace(core, "I" if core.isupper() else "i"), _ROMAN.index(core.upper()) + 1))
    if len(core) == 1:
        first = "A" if core.isupper() else "a"
        found.append((marker.replace(core, first), ord(core) - ord(first) + 1))
    return found
