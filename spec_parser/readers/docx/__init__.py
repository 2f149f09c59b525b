"""Word files (DOCX): every paragraph wherever it stands, with its list's numbering, as a `Document`.

What a person sees is read: tracked changes as accepted, the results of fields, text boxes behind the paragraph that
they are anchored in, tables that lay a page out cell by cell. Headers, footers, notes, hidden and struck text are
furniture. Comments and embedded documents are left out, with a finding.
"""

import hashlib
from collections.abc import Iterable, Iterator

from spec_parser.document import Document
from spec_parser.errors import UnreadableError
from spec_parser.limits import Limits
from spec_parser.model import Finding
from spec_parser.origins import RunOrigin
from spec_parser.readers.damage import damage
from spec_parser.readers.docx.blocks import Block, Paragraph
from spec_parser.readers.docx.marking import Marker
from spec_parser.readers.docx.package import Package
from spec_parser.readers.docx.reading import FileReader, Parts
from spec_parser.readers.docx.remarks import Aside, Remarks, set_aside
from spec_parser.readers.docx.repairs import repaired
from spec_parser.readers.docx.tables import DataRow, Flat, flattened
from spec_parser.readers.docx.writing import Writer, Written, usual_size
from spec_parser.readers.mending import mend
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
    return document(data, source=data, media_type=None, name=name, limits=limits)


def document(
    data: bytes,
    *,
    source: bytes,
    media_type: str | None,
    name: str | None,
    limits: Limits,
    findings: tuple[Finding, ...] = (),
) -> Document:
    """The document of a Word file that another file may have been converted to.

    Args:
        data: the Word file's bytes.
        source: the bytes of the file that was given, of which the record tells size and sum.
        media_type: of that file; None if it is the Word file.
        name: of that file.
        limits: sizes beyond which the document is refused.
        findings: what there is to say of the conversion.

    Raises:
        LimitError: it is larger than the limits allow, packed or unpacked.
        UnreadableError: it is broken, no Word file, or holds no text.
    """
    package = Package(data)
    remarks = Remarks()
    parts = FileReader(package, remarks).read()
    written = _written(parts, limits)
    if not written.lines:
        raise UnreadableError("holds no text; if it holds pictures of pages, give those as a PDF or as images")
    mended = mend(written.text)
    written = repaired(written, mended)
    document = Document(
        text=written.text,
        lines=written.lines,
        media_type=media_type or package.media_type,
        sha256=hashlib.sha256(source).hexdigest(),
        size=len(source),
        place=RunOrigin(parts.names, tuple(written.runs)).span,
        name=name,
        evidence=written.evidence,
    )
    found = [*findings, *remarks.findings(), *set_aside(document, written.aside)]
    if mended.mends or mended.lost or "\ufffd" in written.text:
        found += damage(document, mended, ())
    document.findings = tuple(found)
    return document


def _written(parts: Parts, limits: Limits) -> Written:
    """The lines of a file: its headers, its text, its notes and its footers."""
    flat = flattened(parts.body)
    writer = Writer(limits, usual_size(_paragraphs(flat)))
    marker = Marker()
    _write_furniture(writer, parts.headers)
    for one in flat:
        if isinstance(one, Paragraph):
            writer.paragraph(one, marker)
        elif isinstance(one, DataRow):
            writer.row(one, marker)
        else:
            marker.close()
    _write_furniture(writer, parts.notes, aside="note")
    _write_furniture(writer, parts.footers)
    return writer.finish()


def _write_furniture(writer: Writer, blocks: tuple[Block, ...], aside: Aside | None = None) -> None:
    """Write the paragraphs of furniture: the cells of a table only stand side by side there."""
    marker = Marker()
    for paragraph in _paragraphs(flattened(blocks)):
        writer.paragraph(paragraph, marker, furniture=True, aside=aside)


def _paragraphs(flat: Iterable[Flat]) -> Iterator[Paragraph]:
    """All paragraphs, those of data too."""
    for one in flat:
        if isinstance(one, Paragraph):
            yield one
        elif isinstance(one, DataRow):
            for cell in one.cells:
                yield from cell
