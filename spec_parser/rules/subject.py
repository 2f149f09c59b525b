"""What a rule judges: one record, the document that it was read from, and what is known besides."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from spec_parser.cleaning import join
from spec_parser.document import Document, Stretch
from spec_parser.fields.readers import FieldReaders
from spec_parser.model import Content, PlainProvenance, Section
from spec_parser.pipeline import Parsed
from spec_parser.profiles.profile import Profile
from spec_parser.rules.value import Value

if TYPE_CHECKING:
    from spec_parser.references import Reference
    from spec_parser.rules.archive import Archive

_CONTENT = Content.__struct_fields__
_FIGURE = re.compile("[0-9]")


class Passage(NamedTuple):
    """A text in a section, as the page has it: closing marks are on it, which the values of a record lose.

    Attributes:
        section: number of the section, from 0: `content.sections[section]`.
        kind: of the section.
        block: type of the block: paragraph, list, label, note, table, alternatives.
        value: the text.
        level: of an item of a list, from 1; None for what is no item.
        marker: number or letter of a numbered item.
        last: whether it is the last item of its block.
    """

    section: int
    kind: str
    block: str
    value: Value
    level: int | None = None
    marker: str | None = None
    last: bool = False


class Subject:
    """One record to be judged.

    Attributes:
        content: the record, typed: everything but source, provenance, coverage and findings.
        record: the same and those as plain types.
        document: the text and the way back into the file; `text` is its text.
        profile: the jurisdiction's.
        archive: the other classes; None where no archive is given.
        today: the day on which it is judged, so that a rule asks no clock.
        parsed: all that was read from the file, other records and pieces included.
        memory: what rules have worked out; see `rules/memory.py`.
    """

    def __init__(
        self,
        parsed: Parsed,
        number: int,
        profile: Profile,
        *,
        archive: "Archive | None" = None,
        today: date | None = None,
    ) -> None:
        """`number` says which record of the file it is, from 0."""
        self.parsed = parsed
        self.record: dict[str, Any] = parsed.plain[number]
        self._provenance: dict[str, PlainProvenance] = self.record["provenance"]
        self.content = msgspec.convert({name: self.record[name] for name in _CONTENT}, Content)
        self.profile = profile
        self.archive = archive
        self.today = today or date.today()
        self.memory: dict[object, Any] = {}

    @property
    def document(self) -> Document:
        """The text and the way back into the file."""
        return self.parsed.document

    @property
    def text(self) -> str:
        """The document's text."""
        return self.parsed.document.text

    @property
    def readers(self) -> FieldReaders:
        """Readers of fields, for texts of which the record keeps no value."""
        return self.parsed.readers

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text in every section, in the order of the document; headings apart."""
        return tuple(
            passage for number, section in enumerate(self.content.sections) for passage in self._of(number, section)
        )

    @cached_property
    def numeric(self) -> tuple[Passage, ...]:
        """The texts that have a figure in them: a tenth of all, which rules on numbers and dates look at."""
        return tuple(passage for passage in self.passages if _FIGURE.search(passage.value.text))

    def passages_of(self, *kinds: str) -> Iterator[Passage]:
        """The texts in the sections of some kinds: `duties`, `general_experience`."""
        return (passage for passage in self.passages if passage.kind in kinds)

    def lists_of(self, *kinds: str) -> Iterator[list[Passage]]:
        """The items of each list in the sections of some kinds, list by list."""
        items = [passage for passage in self.passages_of(*kinds) if passage.block == "list"]
        for _, group in groupby(items, key=lambda item: item.value.pointer.partition("/items/")[0]):
            yield list(group)

    @cached_property
    def classes_named(self) -> "tuple[Reference, ...]":
        """The mentions of other classes outside the cancellation clause; none where no archive is given."""
        if self.archive is None:
            return ()
        found = self.archive.mentions(self.record, self.profile)
        return tuple(one for one in found if one.kind == "class" and not one.pointer.startswith("/cancellation/"))

    def value(self, pointer: str) -> Value | None:
        """The value at a pointer, if the record has one there that was read from somewhere.

        What is no text (a level, whether a class was retitled) has none: `printed` gives what stands there.
        """
        text = self.at(pointer)
        return self._known(pointer, text) if isinstance(text, str) else None

    def printed(self, pointer: str) -> Value | None:
        """What stands on the page where the value at a pointer was read: `3,762.99` for `3762.99`, a date as written.

        None where the value was read from nowhere.
        """
        stretches = self.stretches(pointer)
        if not stretches:
            return None
        return Value(self.document, pointer, join([self.cut(stretch) for stretch in stretches]), stretches)

    def stretches(self, pointer: str) -> tuple[Stretch, ...]:
        """Where in the document the value at a pointer was read; nowhere if it was not."""
        source = self._provenance.get(pointer)
        return () if source is None else _stretches(source)

    def at(self, pointer: str) -> Any:
        """What the record has at a pointer; None where it has nothing."""
        found: Any = self.record
        for step in pointer.split("/")[1:]:
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list | tuple) and step.isdecimal() and int(step) < len(found):
                found = found[int(step)]
            else:
                return None
        return found

    def heading(self, section: int) -> Value | None:
        """The header of a section as the page has it; None where none stands."""
        return self.value(f"/sections/{section}/heading")

    def cut(self, stretch: Stretch) -> str:
        """What stands at a stretch of the document."""
        return self.text[slice(*stretch)]

    def _of(self, number: int, section: Section) -> Iterator[Passage]:
        """The texts of a section; a table's cells are texts of their own."""
        kind = section.kind
        for place, block in enumerate(section.blocks):
            at = f"/sections/{number}/blocks/{place}"
            if block.text is not None and (value := self._known(f"{at}/text", block.text)):
                yield Passage(number, kind, block.type, value)
            for row, cells in enumerate(block.rows):
                for column, cell in enumerate(cells):
                    if value := self._known(f"{at}/rows/{row}/{column}", cell):
                        yield Passage(number, kind, block.type, value)
            last = len(block.items) - 1
            for position, item in enumerate(block.items):
                if value := self._known(f"{at}/items/{position}/text", item.text):
                    yield Passage(number, kind, block.type, value, item.level, item.marker, position == last)

    def _known(self, pointer: str, text: str) -> Value | None:
        """A text of the record that was read from somewhere."""
        source = self._provenance.get(pointer)
        if source is None:
            return None
        return Value(self.parsed.document, pointer, text, _stretches(source), derived=source["rule"] == "derive")


def _stretches(source: PlainProvenance) -> tuple[Stretch, ...]:
    return tuple([(span["start"], span["end"]) for span in source["spans"]])
