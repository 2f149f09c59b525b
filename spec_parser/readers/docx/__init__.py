"""Word files (DOCX): every paragraph wherever it stands, with its list's numbering, as a `Document`.

What a person sees is read: tracked changes as accepted, the results of fields, text boxes behind the paragraph that
they are anchored in, tables that lay a page out cell by cell. Headers, footers and notes are furniture. Comments,
hidden text and embedded documents are left out, with a finding.
"""

import hashlib
from collections.abc import Iterator

from spec_parser.document import Document
from spec_parser.errors import UnreadableError
from spec_parser.limits import Limits
from spec_parser.readers.docx.blocks import Block, Paragraph
from spec_parser.readers.docx.marking import Marker
from spec_parser.readers.docx.package import Package
from spec_parser.readers.docx.reading import FileReader, Parts
from spec_parser.readers.docx.remarks import Remarks, apart
from spec_parser.readers.docx.tables import DataRow, flattened
from spec_parser.readers.docx.writing import Writer, usual_size
from spec_parser.readers.options import Options


def read(data: bytes, *, name: str | None, limits: Limits, how: Options) -> Document:  # noqa: ARG001
    """Read a Word file.

    Args:
        data: the file's bytes.
        name: of the file, for the record and for messages.
        limits: sizes beyond which it is refused.
        how: not asked: there is one way to read a Word file.

    Raises:
        LimitError: it is larger than the limits allow, packed or unpacked.
        UnreadableError: it is broken, no Word file, or holds no text.
    """
    package = Package(data)
    remarks = Remarks()
    parts = FileReader(package, remarks).read()
    writer = _written(parts, limits)
    if not any(line.start < line.end for line in writer.lines):
        raise UnreadableError("holds no text; if it holds pictures of pages, give those as a PDF or as images")
    document = Document(
        text=writer.text,
        lines=tuple(writer.lines),
        media_type=package.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        place=writer.origin(parts.names).span,
        name=name,
        evidence=tuple(writer.evidence),
    )
    document.findings = (*remarks.findings(), *apart(document, range(*writer.notes)))
    return document


def _written(parts: Parts, limits: Limits) -> Writer:
    """The lines of a file: its headers, its text, its notes and its footers."""
    flat = list(flattened(parts.body))
    writer = Writer(limits, usual_size(block for block in flat if isinstance(block, Paragraph)))
    marker = Marker()
    _write_furniture(writer, parts.headers)
    for one in flat:
        if isinstance(one, Paragraph):
            writer.paragraph(one, marker.lead(one))
        elif isinstance(one, DataRow):
            writer.row([[(marker.mark(paragraph), paragraph) for paragraph in cell] for cell in one.cells])
        else:
            marker.close()
    first = len(writer.lines)
    _write_furniture(writer, parts.notes)
    writer.notes = (first, len(writer.lines))
    _write_furniture(writer, parts.footers)
    return writer


def _write_furniture(writer: Writer, blocks: tuple[Block, ...]) -> None:
    marker = Marker()
    for paragraph in _paragraphs(blocks):
        writer.paragraph(paragraph, marker.lead(paragraph), furniture=True)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """The paragraphs of furniture: in a table there they only stand side by side."""
    for one in flattened(blocks):
        if isinstance(one, Paragraph):
            yield one
        elif isinstance(one, DataRow):
            for cell in one.cells:
                yield from cell
