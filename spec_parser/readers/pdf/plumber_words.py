"""Words from pdfplumber's characters, in the order of the file.

pdfplumber's own words, in that order, fall apart where text runs down, up or backwards; a character's matrix tells
where the next one is due, whichever way it runs. Characters that are printed twice are told on the way: pdfplumber's
`dedupe_chars` sorts all of them and takes as long as reading the page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import hypot, isfinite
from typing import Any

from spec_parser.readers.page.model import Word

Character = dict[str, Any]
"""A character as pdfplumber gives it."""

# A gap of so many font sizes between two characters parts words even where the file has no blank.
_BLANK = 0.15
# Kerning moves a character back by less than this.
_BACK = 0.6
# A character that stands so many font sizes off the line of the one before it is on another line.
_ANOTHER_LINE = 0.4
# A character printed once more within so many points of itself is bold made by hand; no letter is so narrow.
_DOUBLED = 1.0
_NEIGHBOURS = tuple((right, down) for right in (0, -1, 1) for down in (0, -1, 1))
_BOLD = re.compile(r"(?i)bold|black|heavy|demi(?!-?light)")
_MONOSPACED = re.compile(r"(?i)mono|courier|consol|typewriter|fixed")
_PICTORIAL = re.compile(r"(?i)wingdings|webdings|dingbats")
# What pdfminer writes for a glyph that the file maps to no character.
_UNMAPPED = re.compile(r"\(cid:\d+\)")


def words(characters: Iterable[Character], left: float, top: float) -> tuple[Word, ...]:
    """The words of a page in the order of the file.

    Args:
        characters: as pdfplumber gives them.
        left: of what shows of the page, in their coordinates.
        top: likewise.
    """
    kept, twice = _once(characters)
    # What the file has on one line together comes as it runs, from left to right, as PDFium gives it too.
    lines = groupby(_grouped(kept), key=_line)
    return tuple(
        _word(found, twice, left, top)
        for (runs_right, _), line in lines
        for found in sorted(line, key=lambda found: found[0]["x0"], reverse=not runs_right)
    )


def _line(word: Sequence[Character]) -> tuple[bool, float]:
    """What words have in common that the file has on one line: which way it runs, and where their letters stand."""
    along, _, _, _, _, base = word[0]["matrix"]
    return along >= 0, round(base, 1)


def _once(characters: Iterable[Character]) -> tuple[list[Character], frozenset[int]]:
    """The characters without those printed a second time over themselves, and the identities of those that were."""
    kept: list[Character] = []
    twice: set[int] = set()
    places: dict[tuple[str, int, int], Character] = {}
    for character in characters:
        text = character["text"]
        if not text or not isfinite(character["x0"] + character["top"] + character["x1"] + character["bottom"]):
            continue  # a damaged matrix puts it nowhere
        if text.isspace():
            kept.append(character)
            continue
        if _UNMAPPED.fullmatch(text):
            character["text"] = text = "\ufffd"
        column, row = int(character["x0"] / _DOUBLED), int(character["top"] / _DOUBLED)
        for right, down in _NEIGHBOURS:
            first = places.get((text, column + right, row + down))
            if (
                first is not None
                and abs(first["x0"] - character["x0"]) < _DOUBLED
                and abs(first["top"] - character["top"]) < _DOUBLED
            ):
                twice.add(id(first))
                break
        else:
            places[text, column, row] = character
            kept.append(character)
    return kept, frozenset(twice)


def _grouped(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """The characters of each word."""
    current: list[Character] = []
    for character in characters:
        if character["text"].isspace():
            if current:
                yield current
            current = []
        elif current and not _goes_on(current[-1], character):
            yield current
            current = [character]
        else:
            current.append(character)
    if current:
        yield current


def _goes_on(before: Character, character: Character) -> bool:
    """Whether a character stands where the one before it ends, as that runs."""
    along, across, _, _, x, y = before["matrix"]
    length = hypot(along, across)
    if not length:
        return False
    along, across = along / length, across / length
    advance = before["adv"] * length
    right, up = character["matrix"][4] - x, character["matrix"][5] - y
    size = _size(before)
    gap = right * along + up * across - advance
    off = abs(up * along - right * across)
    return bool(-_BACK * size < gap < _BLANK * size and off < _ANOTHER_LINE * size)


def _size(character: Character) -> float:
    """The size of a character's font as it shows, whichever way it runs."""
    along, across = character["matrix"][:2]
    return float(character["height"] if abs(along) >= abs(across) else character["width"])


def _word(characters: Sequence[Character], twice: frozenset[int], left: float, top: float) -> Word:
    first = characters[0]
    font = str(first["fontname"])
    strong = sum(id(one) in twice or _BOLD.search(str(one["fontname"])) is not None for one in characters)
    return Word(
        text="".join(one["text"] for one in characters),
        left=min(one["x0"] for one in characters) - left,
        top=min(one["top"] for one in characters) - top,
        right=max(one["x1"] for one in characters) - left,
        bottom=max(one["bottom"] for one in characters) - top,
        size=_size(first),
        bold=strong * 2 > len(characters),
        monospaced=_MONOSPACED.search(font) is not None,
        group=first["mcid"] if isinstance(first.get("mcid"), int) else None,
        pictorial=_PICTORIAL.search(font) is not None,
        # Both `top` and `y1` are of the same edge; the one counts downwards, the other, as matrices do, upwards.
        base=first["top"] + first["y1"] - first["matrix"][5] - top,
    )
