"""Pages whose text runs up, down or upside down, turned so that it runs to the right: a person turns the sheet."""

from collections import Counter
from collections.abc import Iterable
from math import atan2, pi
from typing import Any

from spec_parser.readers.page.model import Box, Mark, Page, Rule

# So much of the text must run one way.
_MOST = 2 / 3


def quarters(characters: Iterable[dict[str, Any]]) -> int:
    """By how many quarters a page must be turned clockwise so that most of its text runs to the right; 0 if unknown.

    Mirrored characters tell nothing.
    """
    matrices = [one["matrix"] for one in characters if not one["text"].isspace()]
    runs = [(a, b) for a, b, c, d, _, _ in matrices if (a or b) and a * d > b * c]
    turns = Counter(round(atan2(b, a) / (pi / 2)) % 4 for a, b in runs)
    if not turns:
        return 0
    most, found = turns.most_common(1)[0]
    return most if found >= _MOST * len(runs) else 0


def turned(page: Page, turns: int) -> Page:
    """A page turned clockwise by so many quarters; its words and marks keep the boxes where they show."""
    if not turns:
        return page
    width, height = page.width, page.height

    def box(left: float, top: float, right: float, bottom: float) -> Box:
        if turns == 1:
            return height - bottom, left, height - top, right
        if turns == 2:
            return width - right, height - bottom, width - left, height - top
        return top, width - right, bottom, width - left

    words = []
    for word in page.words:
        seen = word.left, word.top, word.right, word.bottom
        left, top, right, bottom = box(*seen)
        words.append(word._replace(left=left, top=top, right=right, bottom=bottom, base=None, seen=seen))
    marks = []
    for mark in page.marks:
        seen = mark.left, mark.top, mark.right, mark.bottom
        marks.append(Mark(*box(*seen), filled=mark.filled, seen=seen))
    rules = tuple(Rule(*box(*rule)) for rule in page.rules)
    if turns % 2:
        width, height = height, width
    return page._replace(width=width, height=height, words=tuple(words), marks=tuple(marks), rules=rules)
