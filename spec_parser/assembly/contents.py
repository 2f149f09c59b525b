"""What stands in the sections of one kind: its texts in order, each with the label it stands under."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spec_parser.document import Document, Excerpt, merged
from spec_parser.structure import LogicalLine, Section

# Where texts that are run together may be parted; what stands in parentheses stays whole.
_PARTING = re.compile(r"\([^()]{0,200}\)|(?P<parting>; )")


class Entry(NamedTuple):
    """One text of a section.

    Attributes:
        line: the paragraph or item.
        kind: type of the block it stands in.
        label: the sub-label it stands under.
        parents: the items it is nested in, outermost first.
        has_children: whether items are nested in it.
        alone: whether it is a paragraph and nothing else stands in the section.
    """

    line: LogicalLine
    kind: str
    label: LogicalLine | None
    parents: tuple[LogicalLine, ...]
    has_children: bool
    alone: bool


def entries(sections: list[Section], *kinds: str) -> Iterator[Entry]:
    """The texts of all sections of these kinds, in order. Labels are told with what stands under them."""
    for section in sections:
        if section.kind not in kinds:
            continue
        label: LogicalLine | None = None
        alone = [block.type for block in section.blocks if block.type != "note"] == ["paragraph"]
        for block in section.blocks:
            if block.type == "label":
                label = block.lines[0]
                continue
            parents: list[LogicalLine] = []
            last = len(block.lines) - 1
            for index, line in enumerate(block.lines):
                if line.mark is not None:
                    while parents and parents[-1].level >= line.level:
                        parents.pop()
                deeper = index < last and line.mark is not None and block.lines[index + 1].level > line.level
                yield Entry(line, block.type, label, tuple(parents), deeper, alone)
                if deeper:
                    parents.append(line)


def whole(document: Document, sections: list[Section], kind: str) -> Excerpt | None:
    """All text of the first section of a kind that has any, as one."""
    for section in sections:
        if section.kind == kind:
            lines = [line for block in section.blocks for line in block.lines if line.stretches]
            if lines:
                return merged(document, [line.excerpt() for line in lines])
    return None


def first_paragraph(sections: list[Section], kind: str) -> Excerpt | None:
    """The first text of the first section of a kind that has any."""
    for section in sections:
        if section.kind == kind:
            for block in section.blocks:
                for line in block.lines:
                    if line.stretches:
                        return line.excerpt()
    return None


def is_label(line: LogicalLine) -> bool:
    """Whether a parent item names a group, as `CENTRAL OFFICE` does, and is no statement of its own."""
    return line.text.isupper()


def label_text(document: Document, line: LogicalLine) -> Excerpt:
    """A label without its colon."""
    excerpt = line.excerpt()
    return excerpt.part(document, 0, len(excerpt.text) - excerpt.text.endswith(":"))


def texts(document: Document, entry: Entry) -> list[Excerpt]:
    """The texts of an entry, each without the semicolon that closes it.

    Older specifications give a whole section as one paragraph, its texts run together with semicolons. Only there
    does a semicolon part two texts: within a bullet it does not.
    """
    excerpt = entry.line.excerpt()
    partings = [found.start() for found in _PARTING.finditer(excerpt.text) if found["parting"]] if entry.alone else []
    parted = [_without_semicolon(document, part) for part in _parted(document, excerpt, partings)]
    return [part for part in parted if part.text]


def _parted(document: Document, excerpt: Excerpt, partings: list[int]) -> list[Excerpt]:
    """The excerpt parted at the semicolons that stand at these offsets.

    By halves: each part is found in a text about as long as its neighbours, so that the time is not quadratic.
    """
    if not partings:
        return [excerpt]
    middle = len(partings) // 2
    parting = partings[middle]
    left = excerpt.part(document, 0, parting)
    right = excerpt.part(document, parting + 1, len(excerpt.text))
    after = [offset - parting - 2 for offset in partings[middle + 1 :]]  # a semicolon and one blank stand between
    return [*_parted(document, left, partings[:middle]), *_parted(document, right, after)]


def _without_semicolon(document: Document, excerpt: Excerpt) -> Excerpt:
    """A text without the semicolon that closes an item of a list."""
    text = excerpt.text
    return excerpt.part(document, 0, len(text) - 1) if text.endswith(";") else excerpt
