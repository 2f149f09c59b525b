"""Web pages and Word files say what the content says, and nothing of a content becomes markup."""

from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import spec_parser
from spec_parser.generator import generate
from spec_parser.model import Content
from spec_parser.render.html import render_html
from spec_parser.render.word import render_docx
from tests.fields.qualifications.without import drawn
from tests.forms.index import Specimen, index
from tests.samples import FERRY_PILOT

SEEDS = st.integers(0, 1_000_000)
_MEAN = "<script>alert(1)</script> & \"'\x1b\ufffe"
_HARMLESS = "<script>alert(1)</script> & \"'\ufffd\ufffd"


@settings(max_examples=100)
@given(SEEDS)
def test_a_web_page_is_read_as_it_was_meant(seed: int) -> None:
    content = generate(seed).content
    assert drawn(spec_parser.parse(render_html(content).encode()).records[0].content) == drawn(content)


@settings(max_examples=100)
@given(SEEDS)
def test_a_word_file_is_read_as_it_was_meant(seed: int) -> None:
    content = generate(seed).content
    assert drawn(spec_parser.parse(render_docx(content)).records[0].content) == drawn(content)


@pytest.fixture
def mean() -> Content:
    """A class whose every text tries to be markup."""
    plain = msgspec.to_builtins(spec_parser.parse(FERRY_PILOT).records[0].content)
    plain["job_class"]["title"] = _MEAN
    for section in plain["sections"]:
        section["heading"] = None if section["heading"] is None else _MEAN
        for block in section["blocks"]:
            block["text"] = None if block["text"] is None else _MEAN
            for item in block["items"]:
                item["text"] = _MEAN
    return msgspec.convert(plain, Content)


def test_text_never_becomes_markup_in_a_web_page(mean: Content) -> None:
    page = etree.HTML(render_html(mean))
    assert {element.tag for element in page.iter("script", "img", "a", "link", "iframe")} == set()
    assert page.findtext(".//title") == f"{_HARMLESS} (1234AB)"
    assert {element.text for element in page.iter("h1", "h2", "p", "td")} == {_HARMLESS}


def test_text_never_becomes_markup_in_a_word_file(mean: Content) -> None:
    with ZipFile(BytesIO(render_docx(mean))) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    assert {element.text for element in document.iter("{*}t")} == {_HARMLESS}


def test_a_web_page_loads_nothing() -> None:
    page = etree.HTML(render_html(generate(1).content))
    assert [name for element in page.iter() for name in element.attrib if name in ("src", "href")] == []
    assert "url(" not in (page.findtext(".//style") or "url(")


@pytest.mark.parametrize(
    "specimen", [one for one in index() if not one.is_of_the_older_site], ids=lambda specimen: specimen.name
)
def test_a_web_page_is_for_screen_readers_too(specimen: Specimen) -> None:
    """A language, a title, one main heading at most, no level of headings left out, each section named."""
    page = etree.HTML(render_html(specimen.contents[0]))
    assert page.get("lang") == "en"
    assert page.findtext(".//title")
    headings = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3")]
    assert headings.count(1) == (specimen.contents[0].job_class.title is not None)
    assert all(after <= before + 1 for before, after in pairwise(headings))
    identities = [element.get("id") for element in page.iter("h2")]
    assert [element.get("aria-labelledby") for element in page.iter("section")] == identities
    assert len(set(identities)) == len(identities)


def test_the_same_content_is_the_same_file_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    content = generate(2).content
    before = render_docx(content)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert render_docx(content) == before
    with ZipFile(BytesIO(before)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {f"/{name}" for name in archive.namelist() if "rels" not in name and "Types" not in name} == {
            element.get("PartName")
            for element in etree.fromstring(archive.read("[Content_Types].xml")).iter("{*}Override")
        }
