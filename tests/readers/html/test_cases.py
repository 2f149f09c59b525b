"""Pages as they are met, each beside the listing of what a person reads on it (listing.py says how to read that)."""

from pathlib import Path

import pytest

from spec_parser.readers import read
from tests.readers.html.listing import listing

CASES = sorted((Path(__file__).parent / "cases").glob("*.html"))


@pytest.mark.parametrize("page", CASES, ids=lambda page: page.stem)
def test_what_a_person_reads(page: Path) -> None:
    document = read(page.read_bytes(), name=page.name)
    assert (document.media_type, document.name, document.size) == ("text/html", page.name, page.stat().st_size)
    assert listing(document) == page.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", CASES, ids=lambda page: page.stem)
def test_lines_are_those_of_the_text(page: Path) -> None:
    document = read(page.read_bytes())
    assert [document.text[line.start : line.end] for line in document.lines] == document.text.split("\n")
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))


def test_each_case_has_its_listing() -> None:
    folder = Path(__file__).parent / "cases"
    assert {path.stem for path in folder.glob("*.txt")} == {page.stem for page in CASES}
