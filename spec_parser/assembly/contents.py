"""What stands in the sections of one kind: its texts in order, each with the label it stands under."""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from spec_parser.document import Document, Excerpt, excerpt, merged
from spec_parser.structure import LogicalLine, Section

# Labels and stems are repeated with each item under them: a long one would blow up the record.
_LONGEST_LABEL = 200
_MOST_LINES = 8
_NONE: tuple[LogicalLine | None] = (None,)


class Entry(Struct, frozen=True, gc=False):
    """One text of a section.

    Attributes:
        line: the paragraph or item.
        kind: type of the block it stands in.
        label: the sub-label it stands under.
        parents: the items it is nested in, outermost first.
        has_children: whether items are nested in it.
    """

    line: LogicalLine
    kind: str
    label: LogicalLine | None
    parents: tuple[LogicalLine, ...]
    has_children: bool


def entries(sections: list[Section], *kinds: str) -> Iterator[Entry]:
    """The texts of all sections of these kinds, in order. Labels are told with what stands under them."""
    for section in sections:
        if section.kind not in kinds:
            continue
        label: LogicalLine | None = None
        for block in section.blocks:
            kind, lines = block.type, block.lines
            if kind == "label":
                label = lines[0] if is_short(lines[0]) else None
                continue
            parents: tuple[LogicalLine, ...] = ()
            below = chain(lines, _NONE)
            next(below)
            for line, after in zip(lines, below, strict=True):
                if line.mark is None:
                    yield Entry(line, kind, label, parents, has_children=False)
                    continue
                level = line.level
                while parents and parents[-1].level >= level:
                    parents = parents[:-1]
                has_children = after is not None and after.level > level
                yield Entry(line, kind, label, parents, has_children)
                if has_children:
                    parents = (*parents, line)


def texts(document: Document, section: Section) -> Iterator[Excerpt]:
    """Each text of a section but its labels. Alternatives are one text: see `alternatives`."""
    for block in section.blocks:
        if block.type == "alternatives":
            yield alternatives(document, block.lines)
        elif block.type != "label":
            yield from (line.excerpt() for line in block.lines if line.text)


def alternatives(document: Document, lines: list[LogicalLine]) -> Excerpt:
    """Alternatives with the `OR` between them as one text: taken apart, all of them would seem to be needed."""
    stretches = [place for line in lines for place in (*line.stretches, *([line.joint] if line.joint else ()))]
    return excerpt(document, stretches)


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
    return line.text.isupper() and is_short(line)


def is_stem(line: LogicalLine) -> bool:
    """Whether a parent item is the beginning of the statements nested in it."""
    return line.text not in {"", ":"} and not line.text.isupper() and is_short(line)


def is_short(line: LogicalLine) -> bool:
    """Whether a line may be repeated in the record with every item below it."""
    return len(line.text) <= _LONGEST_LABEL and len(line.stretches) <= _MOST_LINES


def label_text(document: Document, line: LogicalLine) -> Excerpt:
    """A label without its colon."""
    excerpt = line.excerpt()
    return excerpt.part(document, 0, len(excerpt.text) - excerpt.text.endswith(":"))


def without_semicolon(document: Document, text: Excerpt) -> Excerpt:
    """A text without the semicolon that closes an item of a list."""
    return text.part(document, 0, len(text.text.rstrip("; "))) if text.text.endswith(";") else text
