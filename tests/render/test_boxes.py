"""The boxes of values on the images of their pages: what is drawn, and where it stands."""

import io
from pathlib import Path

import pytest
from PIL import Image

import spec_parser
from spec_parser.errors import UnreadableError
from spec_parser.limits import DEFAULT
from spec_parser.render.boxes import Drawn, Sheet, sheets
from spec_parser.render.painting import Order, painted
from tests.cli.harness import run
from tests.readers.pdf.drawing import printed
from tests.samples import FERRY_PILOT

_PAGES = printed(FERRY_PILOT.read_text(encoding="utf-8").splitlines())
_DUTIES = (185, 95, 0)


@pytest.fixture(scope="module")
def drawn() -> tuple[Sheet, ...]:
    return sheets(spec_parser.parse(_PAGES).records)


def test_every_value_has_a_box(drawn: tuple[Sheet, ...]) -> None:
    (record,) = spec_parser.parse(_PAGES).records
    stretches = {(span.page, span.box) for found in record.provenance.values() for span in found.spans}
    assert {(sheet.page, one.box) for sheet in drawn for one in sheet.boxes} <= stretches
    # What is put together from the boxes of others is not drawn again, nor what a word of a statement tells,
    # nor what a section holds as a value.
    pointers = {one.pointer for sheet in drawn for one in sheet.boxes}
    assert {pointer for pointer in record.provenance if pointer not in pointers and "/sections/" not in pointer} == {
        "/pay/kind",
        "/pay/weekly_hours",
        "/knowledge_skill_ability/1/statement",
        *(f"/duties/{number}/verb" for number in range(3)),
        *(f"/knowledge_skill_ability/{number}/kind" for number in range(3)),
        *(f"/knowledge_skill_ability/{number}/degree" for number in range(2)),
    }
    assert sorted(pointer for pointer in pointers if "/sections/" in pointer and "/level" not in pointer) == sorted(
        ["/sections/0/blocks/0/text", "/sections/1/blocks/0/text", "/sections/2/blocks/0/text"]
        + [f"/sections/{number}/heading" for number in range(1, 15)]
    )


def test_labels_gather_what_belongs_together(drawn: tuple[Sheet, ...]) -> None:
    parts = [part for sheet in drawn for label in sheet.labels for part in label.parts]
    for part in (
        ("class", "/job_class", ("title", "series", "level", "qualifiers/0", "code")),
        ("pay", "/pay/yearly", ("min", "max")),
        ("duties", "/duties/0/text", ()),
        ("knowledge", "/knowledge_skill_ability", ("0..1/stem", "0/statement")),
        ("class", "/footer", ("text", "code", "revised")),
    ):
        assert part in parts


def test_boxes_land_on_their_words(drawn: tuple[Sheet, ...]) -> None:
    images = dict(painted(Order(_PAGES, "application/pdf", drawn, "ferry.pdf", DEFAULT)))
    assert list(images) == [sheet.page for sheet in drawn]
    for sheet in drawn:
        image = Image.open(io.BytesIO(images[sheet.page])).convert("RGB")
        for one in sheet.boxes:
            if one.kind == "duties":
                left, top, right, bottom = (2 * side for side in one.box)
                within = _colours(image, (left + 2, top + 2, right - 2, bottom - 2))
                assert _tinted(_DUTIES) in within
                assert min(map(sum, within)) < 300  # there are letters in it
                assert _colours(image, (right + 12, top + 2, right + 40, bottom - 2)) == {(255, 255, 255)}


def test_an_image_is_drawn_on_as_it_is() -> None:
    page = io.BytesIO()
    Image.new("L", (1224, 1584), 255).save(page, "PNG", dpi=(144, 144))
    sheet = Sheet(1, (Drawn((100.0, 100.0, 200.0, 120.0), "duties", "/duties/0/text"),), ())
    ((number, png),) = painted(Order(page.getvalue(), "image/png", (sheet,), "scan.png", DEFAULT))
    image = Image.open(io.BytesIO(png)).convert("RGB")
    assert number == 1
    assert image.getpixel((300, 220)) == _tinted(_DUTIES)
    assert image.getpixel((300, 260)) == (255, 255, 255)


def test_a_damaged_file_is_no_fault() -> None:
    with pytest.raises(UnreadableError, match="has a page that cannot be drawn"):
        list(painted(Order(b"%PDF-1.7\n", "application/pdf", (Sheet(1, (), ()),), "broken.pdf", DEFAULT)))


@pytest.mark.parametrize("isolation", [[], ["--no-isolation"]])
def test_command(tmp_path: Path, isolation: list[str]) -> None:
    file = tmp_path / "ferry.pdf"
    file.write_bytes(_PAGES)
    done = run("parse", str(file), "--debug-boxes", str(tmp_path / "out.png"), *isolation)
    written = [tmp_path / "out-1.png", tmp_path / "out-2.png"]
    assert (done.exit_code, done.stderr) == (0, f"spec-parser: wrote {written[0]}, {written[1]}\n")
    assert [path.read_bytes()[:4] for path in written] == [b"\x89PNG", b"\x89PNG"]
    done = run("trace", str(file), "--pointer", "/pay", "--debug-boxes", str(tmp_path / "folder"), *isolation)
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == ["ferry.pdf-1.png", "ferry.pdf-2.png"]


def test_a_text_has_no_pages(tmp_path: Path) -> None:
    done = run("parse", str(FERRY_PILOT), "--debug-boxes", str(tmp_path / "out.png"))
    assert done.exit_code == 2
    assert done.stderr == (
        f"spec-parser: {FERRY_PILOT}: has no pages to draw boxes on:"
        " --debug-boxes is for PDF files and images by their names\n"
    )


def _colours(image: Image.Image, box: tuple[float, ...]) -> set[tuple[int, ...]]:
    left, top, right, bottom = map(int, box)
    counted = image.crop((left, top, right, bottom)).getcolors(1 << 20)
    assert counted is not None
    return {colour for _, colour in counted if isinstance(colour, tuple)}


def _tinted(ink: tuple[int, int, int]) -> tuple[int, ...]:
    """White paper below a colour as opaque as boxes are."""
    return tuple(round(255 + (one - 255) * 38 / 255) for one in ink)
