"""What is found in one text, before it is known where in the document that stands."""

from bisect import bisect_right
from typing import NamedTuple

from spec_parser.references.model import ReferenceKind


class Found(NamedTuple):
    """A mention in a text: what it is, from where to where, what it is looked up by, and how a class is named."""

    kind: ReferenceKind
    start: int
    end: int
    name: str
    relation: str | None = None


class Taken:
    """What was found in a text so far. Nothing is two things at once: what comes first has the place."""

    def __init__(self) -> None:
        self.found: list[Found] = []  # in order
        self._starts: list[int] = []

    def add(self, one: Found) -> None:
        """Take a place, if it is free."""
        place = self._first(one.start)
        if place == len(self.found) or one.end <= self._starts[place]:
            self._starts.insert(place, one.start)
            self.found.insert(place, one)

    def free_part(self, start: int, end: int) -> tuple[int, int]:
        """The beginning of a stretch up to what was found in it."""
        place = self._first(start)
        return start, end if place == len(self.found) else max(start, min(end, self._starts[place]))

    def _first(self, start: int) -> int:
        """The number of what was found first that does not end before a place."""
        place = bisect_right(self._starts, start)
        return place - 1 if place and self.found[place - 1].end > start else place
