"""`python -m benchmarks.pdf_speed [FILE]`: a PDF file's bytes to validated JSON, against pdfplumber's text alone."""

import os
import sys
from pathlib import Path

import pypdfium2.raw as pdfium

from benchmarks.measuring import Case, interleaved
from benchmarks.pdf_text import pdfplumber_text
from benchmarks.specimens import ROOT
from benchmarks.table import against
from spec_parser.limits import DEFAULT
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load
from spec_parser.readers import read
from spec_parser.readers.page import show
from spec_parser.readers.pdf import pdfium as engine


def floor(data: bytes) -> int:
    """What PDFium itself takes: every page and its text loaded, and nothing asked; gives how many characters."""
    characters = 0
    file = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    for number in range(pdfium.FPDF_GetPageCount(file)):
        page = pdfium.FPDF_LoadPage(file, number)
        text = pdfium.FPDFText_LoadPage(page)
        characters += pdfium.FPDFText_CountChars(text)
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(file)
    return characters


def report(data: bytes, rounds: int = 15) -> str:
    """The table, everything in one process."""
    parser = Parser(load(), isolated=False)
    pages = engine.pages(data, DEFAULT)
    found = interleaved(
        [
            Case("pdfplumber, extract_text alone", lambda: pdfplumber_text(data)),
            Case("bytes to validated JSON", lambda: parser.parse(data).to_json()),
            Case("of which: bytes to document", lambda: read(data)),
            Case("of which: PDFium to pages of words", lambda: engine.pages(data, DEFAULT)),
            Case("of which: PDFium by itself", lambda: floor(data)),
            Case("of which: pages to lines", lambda: show(pages)),
        ],
        rounds,
    )
    aims = {"bytes to validated JSON": "0.067, at most 0.10"}
    heading = f"A PDF file of {len(data):,} bytes and {len(pages)} pages"
    return against(heading, found, "pdfplumber, extract_text alone", "ms", aims)


if __name__ == "__main__":
    real = Path(os.environ.get("SPEC_PARSER_REAL", ROOT.parent / "shared" / "real")) / "ct" / "4978AR.browser-print.pdf"
    print(report((Path(sys.argv[1]) if len(sys.argv) > 1 else real).read_bytes()))
