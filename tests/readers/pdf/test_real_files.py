"""Both engines make the same document of the real prints and exports."""

from pathlib import Path

import pytest

from spec_parser.document import Document
from spec_parser.readers import read
from spec_parser.readers.options import Options, PdfEngine
from tests.conftest import real_documents


@pytest.mark.parametrize("name", ["4978AR.browser-print.pdf", "4978AR.word-export.pdf"])
def test_engines_agree(name: str) -> None:
    data = (real_documents() / "ct" / name).read_bytes()
    first, second = _read(data, "pdfium"), _read(data, "pdfplumber")
    assert second.text.splitlines() == first.text.splitlines()
    assert second.evidence == first.evidence


def test_engines_agree_on_exported_documents() -> None:
    for path in _pairs():
        data = path.read_bytes()
        assert _read(data, "pdfplumber").text == _read(data, "pdfium").text, path.name


def test_no_real_file_is_doubted() -> None:
    for path in _pairs():
        assert _read(path.read_bytes(), "auto").findings == (), path.name


def _pairs() -> list[Path]:
    return sorted((real_documents() / "pdf-text-pairs").glob("*.pdf"))[:6]


def _read(data: bytes, engine: PdfEngine) -> Document:
    return read(data, how=Options(pdf_engine=engine))
