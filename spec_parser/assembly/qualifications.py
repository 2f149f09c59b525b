"""The minimum qualifications: experience, substitutions, notes."""

import re
from typing import NamedTuple

from spec_parser.assembly.contents import alternatives
from spec_parser.assembly.trace import Trace
from spec_parser.document import Document, Excerpt, merged
from spec_parser.fields.qualifications import Understanding
from spec_parser.fields.readers import FieldReaders
from spec_parser.model import MinimumQualifications, Note, Quantity, Requirement
from spec_parser.profiles.profile import Profile
from spec_parser.structure import Block, Section

_BASE = "/minimum_qualifications"
_KINDS = ("general_experience", "special_experience", "substitutions", "minimum_qualifications")


class _Text(NamedTuple):
    """A text, the kind of the section it stands in, and the texts of its lines."""

    section: str
    excerpt: Excerpt
    lines: tuple[str, ...]


def minimum_qualifications(
    sections: list[Section], profile: Profile, readers: FieldReaders, trace: Trace
) -> MinimumQualifications:
    """Read the sections of the minimum qualifications. Experience is one text; the others are a text an item."""
    sorter = _Sorter(profile, trace.document)
    for section in sections:
        if section.kind in _KINDS:
            for block in section.blocks:
                sorter.take(section.kind, block)

    def requirements(kind: str, pointer: str) -> tuple[Requirement, ...]:
        found = [text for text in sorter.texts if text.section == kind]
        return tuple(_requirement(f"{pointer}/{i}", text, readers, trace) for i, text in enumerate(found))

    def experience(kind: str) -> Requirement | None:
        found = [text for text in sorter.texts if text.section == kind]
        if not found:
            return None
        lines = tuple([line for text in found for line in text.lines])
        whole = _Text(kind, merged(trace.document, [text.excerpt for text in found]), lines)
        return _requirement(f"{_BASE}/{kind}", whole, readers, trace)

    return MinimumQualifications(
        general_experience=experience("general_experience"),
        special_experience=experience("special_experience"),
        substitutions=requirements("substitutions", f"{_BASE}/substitutions"),
        notes=tuple(_note(f"{_BASE}/notes/{index}", text, readers, trace) for index, text in enumerate(sorter.notes)),
        other=requirements("minimum_qualifications", f"{_BASE}/other"),
    )


class _Sorter:
    """Puts each text of a section with the notes or with the requirements."""

    def __init__(self, profile: Profile, document: Document) -> None:
        self.texts: list[_Text] = []
        self.notes: list[_Text] = []
        self._note = re.compile(profile.lines.note)
        self._document = document

    def take(self, kind: str, block: Block) -> None:
        """Take a block of a section of this kind.

        Under a bare `NOTES:` each item is a note; a note that has text of its own and ends with a colon takes the
        items below it into one. Alternatives are one text with their `OR`: without it both would be asked for.
        """
        lines = [line for line in block.lines if line.text]
        if block.type == "label" or not lines:
            return
        texts = tuple([line.text for line in lines])
        if block.type == "alternatives":
            self.texts.append(_Text(kind, alternatives(self._document, lines), texts))
        elif block.type != "note":
            for line in lines:
                to = self.notes if self._note.match(line.text) else self.texts
                to.append(_Text(kind, line.excerpt(), (line.text,)))
        elif len(lines) > 1 and self._note.fullmatch(lines[0].text):
            self.notes.extend(_Text(kind, line.excerpt(), (line.text,)) for line in lines[1:])
        else:
            self.notes.append(_Text(kind, merged(self._document, [line.excerpt() for line in lines]), texts))


def _requirement(pointer: str, text: _Text, readers: FieldReaders, trace: Trace) -> Requirement:
    words = trace.take(f"{pointer}/text", text.excerpt)
    quantities = _quantities(pointer, text.excerpt, readers, trace)
    return Requirement(words, quantities, *_understood(pointer, text, readers, trace))


def _note(pointer: str, text: _Text, readers: FieldReaders, trace: Trace) -> Note:
    words = trace.take(f"{pointer}/text", text.excerpt)
    trace.derive(f"{pointer}/section", text.excerpt.stretches)
    quantities = _quantities(pointer, text.excerpt, readers, trace)
    return Note(words, text.section, quantities, *_understood(pointer, text, readers, trace))


def _understood(pointer: str, text: _Text, readers: FieldReaders, trace: Trace) -> Understanding:
    """What the text says; both values come from the whole of it, and the nodes have their places in it."""
    found = readers.expression(text.excerpt.text, _breaks(text))
    trace.derive(f"{pointer}/understood", text.excerpt.stretches)
    if found.expression is not None:
        trace.provenance[f"{pointer}/expression"] = trace.provenance[f"{pointer}/understood"]
    return found


def _breaks(text: _Text) -> tuple[int, ...]:
    """Where in the text its lines begin, but for the first."""
    breaks: list[int] = []
    end = 0
    for line in text.lines:
        start = text.excerpt.text.find(line, end)
        if start > 0:
            breaks.append(start)
        end = max(start, end) + len(line)
    return tuple(breaks)


def _quantities(pointer: str, text: Excerpt, readers: FieldReaders, trace: Trace) -> tuple[Quantity, ...]:
    return trace.read(f"{pointer}/quantities", text, readers.quantities(text.text))
