"""Lists within a text: lettered clauses, the lines below a colon, what semicolons divide after a colon."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from spec_parser.fields.clauses import clauses
from spec_parser.fields.parsing import trimmed
from spec_parser.fields.reading import Stretch

Joined = Literal["and", "or", "and/or"]
_TAIL = re.compile(r"[;,.]? ?\b(and/or|and|or)[;,:]?\Z", re.IGNORECASE)
_HEAD = re.compile(r"(?:[;,] ?)?(and/or|and|or) ", re.IGNORECASE)
_MARKS = " ;,."
_NUMBER = re.compile(r"([1-9][0-9]?)\. (?=[A-Z0-9])")
_BEFORE_NUMBER = (": ", "; ", ". ", ") ", " or ", " OR ")


class Listing(NamedTuple):
    """A list.

    Attributes:
        stretch: all of it, without what leads to it.
        items: each item, without its letter, the marks around it and the word that joins it.
        joined: the word that joins them; None where none does.
        end: the code point after it, its stop included.
    """

    stretch: Stretch
    items: tuple[Stretch, ...]
    joined: Joined | None
    end: int


def lettered(text: str, start: int, end: int) -> Listing | None:
    """The lettered or numbered clauses between two places."""
    found = clauses(text[start:end])
    if not found.places:
        return _numbered(text, start, end)
    first = start + found.places[0].marker[0]
    raw = [(start + place.text[0], start + place.text[1]) for place in found.places]
    # A clause's text ends before the word that joins the next one: that word stands in between.
    between = [text[one[1] : start + place.marker[0]] for one, place in zip(raw, found.places[1:], strict=False)]
    words = {joint[1].lower() for gap in between if (joint := _TAIL.search(gap.rstrip()))}
    return _listing(text, first, raw, words, end)


def _numbered(text: str, start: int, end: int) -> Listing | None:
    """The items of a numbered list: "1. ... 2. ..."."""
    if text.find("2. ", start, end) < 0:
        return None
    counted: list[re.Match[str]] = []
    for found in _NUMBER.finditer(text, start, end):
        opens = found.start() == start or text.endswith(_BEFORE_NUMBER, start, found.start())
        if opens and found[1] == str(len(counted) + 1):
            counted.append(found)
    if len(counted) < 2:
        return None
    ends = [found.start() for found in counted[1:]] + [end]
    listing = _divided(text, [(found.end(), stop) for found, stop in zip(counted, ends, strict=True)])
    return listing._replace(stretch=(counted[0].start(), listing.stretch[1]), end=end) if listing else None


def lines(text: str, items: Sequence[Stretch]) -> Listing | None:
    """The lines below a colon, each an item."""
    return _divided(text, items)


def semicolons(text: str, start: int, end: int) -> Listing | None:
    """What semicolons divide between two places; None where there is none."""
    items: list[Stretch] = []
    begin = start
    for place in range(start, end):
        if text[place] == ";":
            items.append((begin, place + 1))
            begin = place + 1
    items.append((begin, end))
    items = [item for item in items if text[item[0] : item[1]].strip(_MARKS)]
    return _divided(text, items) if len(items) > 1 else None


def _divided(text: str, items: Sequence[Stretch]) -> Listing | None:
    words: set[str] = set()
    bare: list[Stretch] = []
    for item in items:
        start, end = trimmed(text, *item, marks=_MARKS)
        head = _HEAD.match(text, start, end)
        if head is not None:
            words.add(head[1].lower())
            start = head.end()
        tail = _TAIL.search(text[start:end])
        if tail is not None and tail.start():
            words.add(tail[1].lower())
            end = start + tail.start()
        start, end = trimmed(text, start, end, marks=_MARKS)
        if start < end:
            bare.append((start, end))
    return _listing(text, bare[0][0], bare, words, items[-1][1]) if len(bare) > 1 else None


def _listing(text: str, first: int, items: Sequence[Stretch], words: set[str], end: int) -> Listing | None:
    if len(words) > 1:
        return None
    trim = [trimmed(text, *item, marks=_MARKS) for item in items]
    if any(start >= stop for start, stop in trim):
        return None
    joined: Joined | None = None
    for word in words:
        joined = "and" if word == "and" else "or" if word == "or" else "and/or"
    return Listing((first, trim[-1][1]), tuple(trim), joined, end)
