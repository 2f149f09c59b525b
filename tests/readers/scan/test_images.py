"""Image files, and what is not installed."""

import io
from typing import Any

import pytest
from PIL import Image

from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import DEFAULT, Limits
from spec_parser.readers import read, scan
from spec_parser.readers.options import Options
from spec_parser.readers.page.model import Page, Word
from spec_parser.readers.scan import installation
from spec_parser.readers.scan.images import MOST_PIXELS, Images, Picture, gray

NO_LIBRARIES = "is an image without text, which needs OCR: install it with pip install 'spec-parser[ocr]'"
NO_PROGRAM = (
    "is an image without text, which needs the program tesseract: install it, for example with"
    " apt-get install tesseract-ocr"
)
SWITCHED_OFF = "is an image without text, and OCR is switched off: give the text itself, or allow OCR"
BROKEN = "is no image that can be opened: it is damaged or cut short; get the file anew"


def _file(image: Image.Image, form: str, **how: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **how)
    return file.getvalue()


def _pictures(data: bytes, limits: Limits = DEFAULT) -> tuple[str, list[Picture]]:
    with Images(data, limits) as images:
        return images.media_type, list(images)


def _sheet(mode: str = "L") -> Image.Image:
    return Image.new(mode, (850, 1100), "white")


@pytest.mark.parametrize(
    ("form", "how", "media_type", "dpi"),
    [
        ("PNG", {"dpi": (200, 200)}, "image/png", 200),
        ("JPEG", {"dpi": (150, 150)}, "image/jpeg", 150),
        ("TIFF", {"dpi": (300, 300)}, "image/tiff", 300),
        ("PNG", {}, "image/png", 100),
        ("JPEG", {"dpi": (1, 1)}, "image/jpeg", 100),
    ],
)
def test_a_file_says_its_form_and_how_fine_it_is(form: str, how: Any, media_type: str, dpi: int) -> None:
    found, pictures = _pictures(_file(_sheet(), form, **how))
    assert found == media_type
    assert [(picture.image.mode, picture.image.size) for picture in pictures] == [("L", (850, 1100))]
    assert [picture.dpi for picture in pictures] == [pytest.approx(dpi, abs=0.1)]


def test_the_pages_of_a_tiff() -> None:
    pages = [Image.new("L", (100, 130), shade) for shade in (10, 20, 30)]
    data = _file(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert [picture.image.getpixel((0, 0)) for picture in _pictures(data)[1]] == [10, 20, 30]


def test_a_photograph_is_turned_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert _pictures(_file(_sheet(), "JPEG", exif=exif))[1][0].image.size == (1100, 850)


@pytest.mark.parametrize(
    ("image", "shade"),
    [
        (Image.new("RGBA", (2, 2), (0, 0, 0, 0)), 255),
        (Image.new("LA", (2, 2), (40, 255)), 40),
        (Image.new("RGB", (2, 2), (90, 90, 90)), 90),
        (Image.new("1", (2, 2), 1), 255),
        (Image.new("I;16", (2, 2), 0x8000), 128),
    ],
)
def test_all_kinds_of_pixels_become_shades_of_grey(image: Image.Image, shade: int) -> None:
    assert gray(image).mode == "L"
    assert gray(image).getpixel((0, 0)) == shade


def test_what_is_no_image_is_refused() -> None:
    whole = _file(_sheet(), "PNG")
    for data in (whole[:60], whole[:8] + b"not an image", b"II*\0" + b"\xff" * 60, b"\xff\xd8\xff\xe0"):
        with pytest.raises(UnreadableError) as refused:
            _pictures(data)
        assert str(refused.value) == BROKEN


def test_an_image_of_too_many_pixels_is_refused() -> None:
    for width in (MOST_PIXELS // 1000 + 1, MOST_PIXELS // 10):
        with pytest.raises(LimitError, match="the limit"):
            _pictures(_file(Image.new("1", (width, 1000)), "PNG"))


def test_a_file_of_too_many_pages_is_refused() -> None:
    page = Image.new("1", (8, 8))
    data = _file(page, "TIFF", save_all=True, append_images=[page] * 3)
    with pytest.raises(LimitError) as refused:
        _pictures(data, Limits(pages=3))
    assert str(refused.value) == "has 4 pages, the limit is 3: give one class specification a file"


@pytest.mark.parametrize("library", ["numpy", "PIL", "pytesseract"])
def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setattr(installation, "find_spec", lambda name: None if name == library else object())
    with pytest.raises(UnreadableError) as refused:
        read(_file(_sheet(), "PNG"))
    assert str(refused.value) == NO_LIBRARIES


def test_without_the_program_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "which", lambda _: None)
    with pytest.raises(UnreadableError) as refused:
        read(_file(_sheet(), "TIFF"))
    assert str(refused.value) == NO_PROGRAM


@pytest.mark.parametrize(("scans", "which"), [((2,), "page 2"), ((2, 3), "pages 2, 3")])
def test_pages_that_are_images_among_others_are_told(scans: tuple[int, ...], which: str) -> None:
    pages = [
        Page(1, 612, 792, (Word("Prunes", 72, 72, 110, 82, 10),), images=0.5),
        *(Page(number, 612, 792, (), images=1.0) for number in scans),
    ]
    found = scan.with_recognised(b"", pages, DEFAULT, Options(ocr=False))
    assert found.pages == pages
    assert [(one.code, one.message) for one in found.findings] == [
        ("page-unread", f"What stands on {which} is not in the record: each {SWITCHED_OFF}.")
    ]


def test_recognition_can_be_switched_off() -> None:
    with pytest.raises(UnreadableError) as refused:
        scan.read(_file(_sheet(), "PNG"), name=None, limits=DEFAULT, how=Options(ocr=False))
    assert str(refused.value) == SWITCHED_OFF
