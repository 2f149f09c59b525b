"""Words from pdfplumber's characters."""

import re
from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

from spec_parser.readers.page.model import Word

Character = dict[str, Any]
"""A character as pdfplumber gives it."""

# A gap of so many font sizes between two characters parts words even where the file has no blank.
_BLANK = 0.15
# A character whose top is so many font sizes away from that of the one before it stands on another line.
_ANOTHER_LINE = 0.4
# A character printed once more within so many points of itself is bold made by hand; no letter is so narrow.
_DOUBLED = 1.0
_NEIGHBOURS = tuple((right, down) for right in (0, -1, 1) for down in (0, -1, 1))
_BOLD = re.compile(r"(?i)bold|black|heavy|demi(?!-?light)")
_MONOSPACED = re.compile(r"(?i)mono|courier|consol|typewriter|fixed")
# What pdfminer writes for a glyph that the file maps to no character.
_UNMAPPED = re.compile(r"\(cid:\d+\)")


def words(characters: Sequence[Character], left: float, top: float) -> tuple[Word, ...]:
    """The words of a page in the order of the file.

    Args:
        characters: as pdfplumber gives them.
        left: of what shows of the page, in their coordinates.
        top: likewise.
    """
    from pdfplumber.utils.text import WordExtractor

    extractor = WordExtractor(x_tolerance_ratio=_BLANK, y_tolerance_ratio=_ANOTHER_LINE, use_text_flow=True)
    kept, twice = _once(characters)
    return tuple(
        _word(found["text"], found["chars"], twice, left, top)
        for found in extractor.extract_words(kept, return_chars=True)
    )


def _once(characters: Iterable[Character]) -> tuple[list[Character], frozenset[int]]:
    """The characters without those printed a second time over themselves, and the identities of those that were.

    pdfplumber's `dedupe_chars` sorts all characters and takes as long as reading the page.
    """
    kept: list[Character] = []
    twice: set[int] = set()
    places: dict[tuple[str, int, int], Character] = {}
    for character in characters:
        text = character["text"]
        if text.isspace() or not text:
            kept.append(character)
            continue
        if not isfinite(character["x0"] + character["top"] + character["x1"] + character["bottom"]):
            continue  # a damaged matrix puts it nowhere
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


def _word(text: str, characters: Sequence[Character], twice: frozenset[int], left: float, top: float) -> Word:
    first = characters[0]
    strong = sum(id(one) in twice or _is_bold(one) for one in characters)
    return Word(
        text=text,
        left=min(one["x0"] for one in characters) - left,
        top=min(one["top"] for one in characters) - top,
        right=max(one["x1"] for one in characters) - left,
        bottom=max(one["bottom"] for one in characters) - top,
        size=first["size"],
        bold=strong * 2 > len(characters),
        monospaced=_MONOSPACED.search(str(first["fontname"])) is not None,
        group=first["mcid"] if isinstance(first.get("mcid"), int) else None,
    )


def _is_bold(character: Character) -> bool:
    return _BOLD.search(str(character["fontname"])) is not None
