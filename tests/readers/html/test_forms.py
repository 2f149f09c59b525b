"""Whatever page is made of a specification, its record has the content of its text."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

import spec_parser
from spec_parser.generator import generate
from spec_parser.render import render_text
from tests.conftest import real_documents
from tests.readers.html.forms import FORMS
from tests.specimens import CORPUS

_EVIDENCE = ("source", "provenance", "coverage", "findings")
# Those that are not wrapped by hand, and have headers.
_SPECIMENS = ("0913VR", "1762NP", "2086CL", "4207AR", "6318HC", "7145FL", "9031T4")
_SEEDS = range(12)

forms = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def _record(data: bytes | str) -> dict[str, Any]:
    (line,) = spec_parser.parse(data, isolated=False).to_json().splitlines()
    record: dict[str, Any] = json.loads(line)
    return record


def _content(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in _EVIDENCE}


@forms
@pytest.mark.parametrize("name", _SPECIMENS)
def test_specimen(name: str, form: Callable[[str], str]) -> None:
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    _assert_equal(text, form(text))


@forms
@pytest.mark.parametrize("seed", _SEEDS)
def test_invented_class(seed: int, form: Callable[[str], str]) -> None:
    text = render_text(generate(seed).content, "A")
    _assert_equal(text, form(text))


def _assert_equal(text: str, page: str) -> None:
    expected, record = _record(text), _record(page.encode())
    assert _content(record) == _content(expected)
    assert record["source"]["media_type"] == "text/html"
    assert record["coverage"]["unrecognised"] == expected["coverage"]["unrecognised"]


def test_the_real_page_has_the_content_of_its_text() -> None:
    folder = real_documents() / "ct"
    record = _record((folder / "4978AR.html").read_bytes())
    assert _content(record) == _content(_record((folder / "4978AR.txt").read_bytes()))
    assert record["coverage"]["unrecognised"] == 0
    assert record["findings"] == []


def test_the_values_of_the_real_page_stand_where_their_bytes_are() -> None:
    data = (real_documents() / "ct" / "4978AR.html").read_bytes()
    parsed = spec_parser.parse(data, isolated=False)
    spans = [span for value in parsed.records[0].provenance.values() for span in value.spans]
    assert len(spans) > 100
    for span in spans:
        text, source = parsed.document.text[span.start : span.end], data[slice(*(span.bytes or (0, 0)))].decode()
        if text == "•":
            assert source.startswith("<li")
        elif "&" not in source:
            assert re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", source)) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_the_encoding_makes_no_difference(encoding: str) -> None:
    text = (CORPUS / "1762NP.txt").read_text(encoding="utf-8").replace("•", "-")
    page = FORMS["headings"](text).replace("<meta charset=utf-8>", "")
    assert _content(_record(page.encode(encoding))) == _content(_record(text))
