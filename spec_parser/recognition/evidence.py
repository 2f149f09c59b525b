"""What the rules of mending look at, and what they propose."""

from collections.abc import Iterator
from typing import NamedTuple

from spec_parser.document import Document, Excerpt
from spec_parser.fields.readers import FieldReaders
from spec_parser.profiles.profile import Profile
from spec_parser.structure import LogicalLine, Section, Structure, Vocabulary


class Change(NamedTuple):
    """A character that was misread: where it stands in the document's text, what it should be, and why."""

    offset: int
    character: str
    reason: str


class Evidence(NamedTuple):
    """A document as it was recognised, with what is known of it."""

    document: Document
    found: Structure
    profile: Profile
    vocabulary: Vocabulary
    readers: FieldReaders

    def preamble(self) -> Iterator[LogicalLine]:
        """The lines above the first header."""
        for section in self.found.sections:
            if section.header is not None or section.kind == "footer":
                return
            yield from lines_of(section)

    def lines(self, *kinds: str) -> Iterator[LogicalLine]:
        """The lines of all sections, or of those of some kinds; headers left out."""
        for section in self.found.sections:
            if not kinds or section.kind in kinds:
                yield from lines_of(section)

    def change(self, excerpt: Excerpt, place: int, character: str, reason: str) -> Change | None:
        """The change of a character of an excerpt's text; None where no single character of the document gave it."""
        stretches = excerpt.stretches_of(self.document, place, place + 1)
        if len(stretches) != 1 or stretches[0][1] - stretches[0][0] != 1:
            return None
        return Change(stretches[0][0], character, reason)

    def changes(self, excerpt: Excerpt, wanted: str, places: tuple[int, ...], reason: str) -> Iterator[Change]:
        """The changes that make an excerpt's text the wanted one, which differs from it at some places."""
        for place in places:
            change = self.change(excerpt, place, wanted[place], reason)
            if change is not None:
                yield change


def lines_of(section: Section) -> Iterator[LogicalLine]:
    """The lines of a section without its header."""
    for block in section.blocks:
        yield from (line for line in block.lines if line.text)
