"""The fields that one short text holds: title, pay, coded fields, clause, dates, footer."""

from collections.abc import Callable
from typing import TypeVar

from spec_parser.assembly.contents import first_paragraph
from spec_parser.assembly.trace import Trace
from spec_parser.document import Excerpt
from spec_parser.fields.readers import FieldReaders
from spec_parser.fields.reading import Reading
from spec_parser.model import Cancellation, Citation, Footer, Identity, Pay
from spec_parser.structure import LogicalLine, Section

T = TypeVar("T")


def field(
    pointer: str, text: Excerpt | None, read: Callable[[str], Reading[T]], trace: Trace, *, keeps_text: bool = True
) -> T | None:
    """Read a field from its text, or None where there is no text.

    Args:
        pointer: where the field stands in the record.
        text: what to read.
        read: the field's reader.
        trace: takes provenance and findings.
        keeps_text: whether the field has a `text` of its own.
    """
    if text is None:
        return None
    if keeps_text:
        trace.take(f"{pointer}/text", text)
    return trace.read(pointer, text, read(text.text))


def identity(sections: list[Section], footer: Footer | None, readers: FieldReaders, trace: Trace) -> Identity:
    """Title and code: from the title line; the code falls back to the footer's."""
    line = _preamble_line(sections, "TITLE")
    if line is None:
        found = Identity(None, None, None, None, ())
    else:
        excerpt = line.excerpt()
        found = trace.read("/job_class", excerpt, readers.title(excerpt.text))
    if found.code is None and footer is not None and footer.code is not None:
        trace.provenance["/job_class/code"] = trace.provenance["/footer/code"]
        found = Identity(footer.code, found.title, found.series, found.level, found.qualifiers)
    return found


def pay(sections: list[Section], readers: FieldReaders, trace: Trace) -> Pay | None:
    """The pay line."""
    line = _preamble_line(sections, "PAY")
    return None if line is None else field("/pay", line.excerpt(), readers.pay, trace)


def footer(sections: list[Section], readers: FieldReaders, trace: Trace) -> Footer | None:
    """The last line."""
    return field("/footer", first_paragraph(sections, "footer"), readers.footer, trace)


def cancellation(sections: list[Section], readers: FieldReaders, trace: Trace) -> Cancellation | None:
    """The cancellation clause: the first paragraph of its section; an addendum may follow it."""
    return field("/cancellation", first_paragraph(sections, "cancellation"), readers.cancellation, trace)


def citations(sections: list[Section], readers: FieldReaders, trace: Trace) -> tuple[Citation, ...]:
    """Statutes and acts named anywhere in the document."""
    found: list[Citation] = []
    read = readers.citations
    for section in sections:
        for block in section.blocks:
            for line in block.lines:
                reading = read(line.text)
                if reading.parts:
                    excerpt = line.excerpt()
                    for part in reading.parts:
                        _, number, rest = part.pointer.split("/", 2)
                        moved = part._replace(pointer=f"/{len(found) + int(number)}/{rest}")
                        trace.read("/citations", excerpt, Reading(None, (moved,), ()))
                    found.extend(reading.value)
    return tuple(found)


def _preamble_line(sections: list[Section], kind: str) -> LogicalLine | None:
    for section in sections:
        if section.kind == "masthead":
            for block in section.blocks:
                if block.lines[0].type == kind:
                    return block.lines[0]
    return None
