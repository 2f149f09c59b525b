"""Pages recognised by Tesseract, printed for these tests."""

import io
from pathlib import Path

import pytest
from PIL import Image

import spec_parser
from spec_parser.document import Document
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import Limits
from spec_parser.readers import read, scan
from spec_parser.readers.options import Options
from tests.components import need
from tests.readers.scan.drawing import Sheet, length

# A machine that runs other tests beside this one may need longer than a user's.
PATIENT = Limits(seconds=60)
LINES = (
    ("EXAMPLES OF DUTIES", 0),
    ("Keeps the orchards of the valley and the walls about them, which", 1),
    ("the older maps of the district show, and answers for the ladders,", -1),
    ("baskets and twine;", -1),
    ("Counts the windfalls by tree;", 1),
    ("in spring;", 2),
    ("in autumn, after the first storm;", 2),
    ("Does other work of the kind.", 1),
    ("EFFECTIVE DATE", 0),
    ("11/07/2024", 0),
)
TEXT = """\
EXAMPLES OF DUTIES
  • Keeps the orchards of the valley and the walls about them, which
    the older maps of the district show, and answers for the ladders,
    baskets and twine;
  • Counts the windfalls by tree;
    • in spring;
    • in autumn, after the first storm;
  • Does other work of the kind.
EFFECTIVE DATE
11/07/2024
"""


@pytest.fixture(autouse=True)
def _tesseract() -> None:
    need("tesseract")


def _page() -> Image.Image:
    sheet = Sheet()
    top = 200
    for text, level in LINES:
        top += 60 if level == 0 else 36
        left = 100 + 40 * abs(level)
        sheet.text(left, top, text)
        if level > 0:
            sheet.circle((left - 24, top + 12, left - 16, top + 20), filled=level == 1)
    return sheet.image


def _png(image: Image.Image, dpi: int = 150) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", dpi=(dpi, dpi))
    return file.getvalue()


def _read(image: Image.Image) -> Document:
    return read(_png(image), name="page.png", limits=PATIENT)


def _text(document: Document) -> str:
    """The document's text as it reads."""
    return "\n".join(document.text[line.start : line.end].rstrip() for line in document.lines) + "\n"


def test_words_bullets_and_levels() -> None:
    document = _read(_page())
    assert _text(document) == TEXT
    assert (document.media_type, document.pages) == ("image/png", 1)
    assert [shown.goes_on for shown in document.evidence] == [level < 0 for _, level in LINES]


def test_every_word_has_its_place_and_its_confidence() -> None:
    document = _read(_page())
    at = document.text.index("windfalls")
    span = document.span((at, at + len("windfalls")))
    assert span.page == 1
    assert span.box is not None
    top = 200 + 60 + 4 * 36
    left = 140 + length("Counts the ")
    printed = (left, top, left + length("windfalls"), top + 24)
    assert span.box == pytest.approx(tuple(edge * 72 / 150 for edge in printed), abs=3)
    assert span.confidence is not None
    assert span.confidence > 80


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_lies_on_its_side_or_upside_down(quarters: int) -> None:
    image = _page().rotate(90 * quarters, expand=True)
    document = _read(image)
    assert _text(document) == TEXT
    at = document.text.index("windfalls")
    box = document.span((at, at + len("windfalls"))).box
    assert box is not None
    left, top, right, bottom = (round(edge * 150 / 72) for edge in box)
    where = image.crop((left, top, right, bottom))
    assert min(where.tobytes()) < 100, "the word's ink is in the box on the page as it was scanned"


def test_a_page_askew_and_the_same_bytes_give_the_same() -> None:
    askew = _png(_page().rotate(3, Image.Resampling.BICUBIC, expand=True, fillcolor=255))
    first, again = (read(askew, limits=PATIENT) for _ in range(2))
    assert _text(first) == TEXT
    assert first.text == again.text
    assert [first.span((line.start, line.end)) for line in first.lines if line.start < line.end] == [
        again.span((line.start, line.end)) for line in again.lines if line.start < line.end
    ]


def test_an_empty_page_shows_no_words() -> None:
    with pytest.raises(UnreadableError) as refused:
        _read(Image.new("L", (600, 800), 255))
    assert str(refused.value) == "shows no words that can be recognised: scan it anew, upright and at 300 dpi"


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(LimitError) as refused:
        scan.read(_png(_page()), name=None, limits=Limits(seconds=0.05), how=Options())
    assert str(refused.value) == (
        "has a page that takes more than 0.05 seconds to recognise, the limit: scan it anew,"
        " or allow more with --timeout"
    )
    assert list(tmp_path.iterdir()) == [], "nothing is left behind"


def test_a_specification_of_an_image_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(_png(_page()))
    (record,) = spec_parser.parse(path, limits=PATIENT).records
    assert [duty.text for duty in record.duties] == [
        "Keeps the orchards of the valley and the walls about them, which the older maps of the district show,"
        " and answers for the ladders, baskets and twine",
        "Counts the windfalls by tree",
        "in spring",
        "in autumn, after the first storm",
        "Does other work of the kind.",
    ]
    assert record.effective_date == "2024-11-07"
    sure = record.provenance["/effective_date"].spans[0].confidence
    assert sure is not None
    assert sure > 80
