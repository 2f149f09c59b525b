"""A specification has the same content however it is laid out in Word."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import spec_parser
from spec_parser.model import JobClass
from spec_parser.render import render_text
from tests.readers.docx.layouts import LAYOUTS, Layout, lines, numbering, styles
from tests.readers.docx.packages import package
from tests.specimens import SPECIMENS


@cache
def _text(specimen: Path) -> tuple[str, JobClass]:
    """The text of a specimen with one class, as it is printed, and its record."""
    (record,) = spec_parser.parse(specimen).records
    text = render_text(record.content)
    (record,) = spec_parser.parse(text).records
    return text, record


@pytest.mark.parametrize("strict", [False, True], ids=["common", "strict"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize(
    "specimen", [one for one in SPECIMENS if not one.stem.startswith("old")], ids=lambda one: one.stem
)
def test_the_same_content(specimen: Path, layout: Layout, strict: bool) -> None:
    text, expected = _text(specimen)
    headings = frozenset(section.heading for section in expected.sections if section.heading)
    case: dict[str, Any] = {
        "body": layout(lines(text, headings)),
        "numbering": numbering(),
        "styles": styles(),
        "strict": strict,
    }
    (record,) = spec_parser.parse(package(case)).records
    assert record.content == expected.content
    assert [finding.code for finding in record.findings] == [finding.code for finding in expected.findings]
    assert record.coverage.unrecognised == expected.coverage.unrecognised
