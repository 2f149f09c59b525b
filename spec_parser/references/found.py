"""What is found in one text, before it is known where in the document that stands."""

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
        self.found: list[Found] = []

    def add(self, one: Found) -> None:
        """Take a place, if it is free."""
        if self.is_free(one.start, one.end):
            self.found.append(one)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing was found there."""
        return all(end <= one.start or one.end <= start for one in self.found)

    def free_part(self, start: int, end: int) -> tuple[int, int]:
        """The beginning of a stretch up to what was found in it."""
        for one in self.found:
            if one.start < end and start < one.end:
                end = max(start, one.start)
        return start, end
