"""The day on which a file showed what it shows, as its pages tell it."""

from pathlib import Path

import pytest

from spec_parser.archive.observed import observed_on
from spec_parser.pipeline import parse
from tests.readers.pdf.drawing import printed

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = (CORPUS / "4207AR.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("11/7/24, 9:12 AM", "2024-11-07"),
        ("1/31/2025, 16:40", "2025-01-31"),
        ("2/30/2025, 16:40", None),  # no such day
    ],
)
def test_the_date_line_of_a_print(head: str, day: str | None) -> None:
    lines = [f"{head}          Class Specification: Keeper (4207AR)", "", *TEXT.splitlines()]
    assert observed_on(parse(printed(lines), isolated=False)) == day


def test_a_browser_s_print_tells_its_day() -> None:
    assert observed_on(parse(CORPUS / "forms" / "4207AR" / "print.pdf")) == "2024-11-07"


def test_a_date_of_the_specification_is_none_of_its_pages() -> None:
    assert observed_on(parse(CORPUS / "forms" / "4207AR" / "export.pdf")) is None
    assert observed_on(parse(CORPUS / "4207AR.txt")) is None
