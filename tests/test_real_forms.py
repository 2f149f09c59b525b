"""The real specification in every form in which it came: one content."""

from typing import Any

import msgspec
import pytest

import spec_parser
from spec_parser.limits import Limits
from spec_parser.model import JobClass
from tests.components import need
from tests.conftest import real_documents
from tests.differences import first_difference

FORMS = ("4978AR.html", "4978AR.docx", "4978AR.browser-print.pdf", "4978AR.word-export.pdf")
SCAN = "4978AR.scan.pdf"


def _record(name: str) -> JobClass:
    (record,) = spec_parser.parse(real_documents() / "ct" / name, limits=Limits(seconds=60)).records
    return record


def _content(name: str) -> Any:
    return msgspec.json.decode(msgspec.json.encode(_record(name).content))


@pytest.mark.parametrize("name", FORMS)
def test_the_content_is_that_of_the_text(name: str) -> None:
    difference = first_difference(_content(name), _content("4978AR.txt"))
    assert difference is None, difference


@pytest.mark.parametrize("name", [*FORMS, SCAN])
def test_the_class_its_pay_and_its_duties(name: str) -> None:
    if name == SCAN:
        need("tesseract")
    found, expected = _record(name), _record("4978AR.txt")
    assert found.job_class == expected.job_class
    assert found.pay == expected.pay
    assert [duty.text for duty in found.duties] == [duty.text for duty in expected.duties]
    assert len(found.duties) == 18


@pytest.mark.parametrize("name", FORMS)
def test_all_is_understood(name: str) -> None:
    record = _record(name)
    assert record.coverage.unrecognised == 0
    assert [finding.code for finding in record.findings if finding.severity != "info"] == []
