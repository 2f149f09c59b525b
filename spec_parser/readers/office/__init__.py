"""Older word processors' files (DOC, RTF, ODT): converted by LibreOffice, where it is installed, and read as DOCX.

Places are those of the converted file: same bytes, same places, as long as LibreOffice stays the same.
"""

from spec_parser.document import Document
from spec_parser.findings import finding
from spec_parser.limits import Limits
from spec_parser.readers import docx
from spec_parser.readers.office import conversion, sniffing
from spec_parser.readers.options import Options

_CONVERTED = "Converted from {what} by LibreOffice before it was read; paragraphs and runs are those of the result."


def read(data: bytes, *, name: str | None, limits: Limits, how: Options) -> Document:  # noqa: ARG001
    """Read an older office file.

    Args:
        data: the file's bytes.
        name: of the file, for the record and for messages.
        limits: sizes beyond which it is refused, as it is and as it is converted.
        how: not asked for these files.

    Raises:
        LimitError: it is larger than the limits allow.
        UnreadableError: it is encrypted, broken, of a kind that is not read, or LibreOffice is missing or fails.
    """
    form = sniffing.form(data)
    converted = conversion.to_docx(data, form, limits)
    return docx.document(
        converted,
        source=data,
        media_type=form.media_type,
        name=name,
        limits=limits,
        findings=(finding("converted", _CONVERTED.format(what=form.name)),),
    )
