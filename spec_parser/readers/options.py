"""What a caller can choose of how a file is read."""

from typing import Literal, NamedTuple

PdfEngine = Literal["auto", "pdfium", "pdfplumber"]


class Options(NamedTuple):
    """How files are read; the same bytes with the same options give the same record.

    Attributes:
        pdf_engine: which library reads PDF files; `auto` takes PDFium, and asks pdfplumber where that looks wrong.
        ocr: whether pages without a text layer are recognised, where the extra `ocr` is installed.
    """

    pdf_engine: PdfEngine = "auto"
    ocr: bool = True


DEFAULT = Options()
