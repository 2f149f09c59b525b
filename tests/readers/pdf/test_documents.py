"""PDF files as documents, and those that are refused."""

from io import BytesIO
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import DEFAULT
from spec_parser.readers.options import Options
from spec_parser.readers.pdf import read
from tests.cases import cases
from tests.forms.index import FORMS
from tests.readers.page.harness import told_of
from tests.readers.pdf.drawing import pdf, text

_PDFIUM = Options(pdf_engine="pdfium")
_DAMAGED = "is no PDF file that can be opened: it is damaged or cut short; get the file anew"
_PAGE = text(100, 700, "Rings the bells.")


def _file(case: dict[str, Any]) -> bytes:
    options: dict[str, Any] = {key: case[key] for key in ("media", "rotate") if key in case}
    if "form" in case:
        stamp = case["form"]
        options["more"] = [
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 50 50] /Length {len(stamp)} >>\nstream\n{stamp}\nendstream"
        ]
        options["resources"] = "/XObject << /X1 20 0 R >>"
    return pdf(case["content"], **options)


@pytest.mark.parametrize("case", cases(__file__, "documents"))
def test_document(case: dict[str, Any]) -> None:
    document = read(_file(case), name=None, limits=DEFAULT, how=_PDFIUM)
    assert told_of(document) == case["lines"].rstrip("\n").split("\n")
    assert document.media_type == "application/pdf"
    assert document.pages == len(case["content"])
    for word, box in case.get("boxes", {}).items():
        start = document.text.index(word)
        found = document.span((start, start + len(word)))
        assert found.page == 1
        assert found.box is not None
        assert all(abs(side - due) <= 1 for side, due in zip(found.box, box, strict=True)), found.box


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"%PDF-1.7\nnothing of the kind",
            "is no PDF file that can be opened: it is damaged or cut short; get the file anew",
        ),
        (pdf([_PAGE])[:60], _DAMAGED),
        (pdf([]), "has no pages; get the file anew"),
        (pdf([""]), "has no text layer: give the file it was made from"),
    ],
    ids=["no PDF file", "cut short", "no pages", "nothing on the page"],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data, name=None, limits=DEFAULT, how=_PDFIUM)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (DEFAULT._replace(pages=1), "has 2 pages, the limit is 1: give one class specification a file"),
        (
            DEFAULT._replace(characters=20),
            "has more than 20 characters, the limit: give one class specification a file",
        ),
        (DEFAULT._replace(lines=1), "has more than 1 lines, the limit: give one class specification a file"),
    ],
    ids=["pages", "characters", "lines"],
)
def test_limits(limits: Any, message: str) -> None:
    with pytest.raises(LimitError) as caught:
        read(pdf([_PAGE, _PAGE]), name=None, limits=limits, how=_PDFIUM)
    assert str(caught.value) == message


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_shows_turned_has_the_lines_of_an_upright_one(quarters: int) -> None:
    """PDFium parts words otherwise where letters run upwards: `hour .`."""
    upright = (FORMS / "4207AR" / "typewriter.pdf").read_bytes()
    turned = BytesIO()
    with PdfDocument(upright) as document:
        for page in document:
            page.set_rotation(90 * quarters)
        document.save(turned)
    found, expected = (read(data, name=None, limits=DEFAULT, how=_PDFIUM) for data in (turned.getvalue(), upright))
    assert found.text == expected.text
