"""Damaged and hostile files by the second engine: one line each, whatever pdfminer raises."""

import subprocess
import sys
from pathlib import Path

import pytest

from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import DEFAULT
from spec_parser.readers.pdf import plumber
from tests.conftest import real_documents
from tests.readers.pdf.drawing import pdf, text

_TRY = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
from pathlib import Path
from spec_parser.errors import UnreadableError
from spec_parser.limits import DEFAULT
from spec_parser.readers.pdf.plumber import pages
for path in sys.argv[1:]:
    try:
        print(path, sum(len(page.words) for page in pages(Path(path).read_bytes(), DEFAULT)), "words")
    except UnreadableError as error:
        print(path, error)
"""
_GOOD = pdf([text(100, 700, "Harbor Master")])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n", "is damaged beyond what pdfplumber reads (PDFSyntaxError)"),
        (_GOOD[:300], "is damaged beyond what pdfplumber reads (PSEOF)"),
        (pdf([]), "has no pages"),
        (
            _GOOD.replace(b"/MediaBox [0 0 612 792]", b"/MediaBox [0 0 (x) 792]"),
            "is damaged beyond what pdfplumber reads",
        ),
    ],
    ids=["only a head", "cut short", "no pages", "a box of a text"],
)
def test_refusal(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(plumber.pages(data, DEFAULT))
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_limits() -> None:
    with pytest.raises(LimitError, match="has more than 5 characters"):
        list(plumber.pages(_GOOD, DEFAULT._replace(characters=5)))
    with pytest.raises(LimitError, match="has 2 pages, the limit is 1"):
        list(plumber.pages(pdf(["", ""]), DEFAULT._replace(pages=1)))


def test_hostile_files() -> None:
    paths = sorted((real_documents() / "hostile-pdf").glob("*.pdf"))
    done = subprocess.run(
        [sys.executable, "-c", _TRY, *map(str, paths)], capture_output=True, text=True, timeout=100, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [Path(line.split(".pdf ", 1)[0]).name for line in done.stdout.splitlines()] == [path.stem for path in paths]
