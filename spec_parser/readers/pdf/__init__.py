"""PDF files as a `Document`."""

from spec_parser.document import Document
from spec_parser.errors import UnreadableError
from spec_parser.limits import Limits
from spec_parser.readers.options import Options
from spec_parser.readers.page import document
from spec_parser.readers.pdf import comparing
from spec_parser.readers.scan import with_recognised


def read(data: bytes, *, name: str | None, limits: Limits, how: Options) -> Document:
    """Read a PDF file.

    Args:
        data: the file's bytes.
        name: of the file, for the record.
        limits: sizes beyond which it is refused.
        how: which engine reads it, and whether pages without words are recognised.

    Raises:
        LimitError: it is larger than the limits allow.
        UnreadableError: it cannot be opened, or shows no words.
    """
    pages, findings = comparing.pages(data, limits, how.pdf_engine)
    pages, unread = with_recognised(data, pages, limits, how)
    if not any(page.words for page in pages):
        raise UnreadableError("has no text layer: give the file it was made from")
    return document(pages, data, media_type="application/pdf", name=name, limits=limits, findings=findings + unread)
