"""Every form of a specimen has the same content, is read whole, and points to places of its own kind."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

import spec_parser
from spec_parser.limits import Limits
from spec_parser.model import Content, JobClass, Span
from spec_parser.render import render_text
from tests.components import need
from tests.differences import first_difference
from tests.forms.index import FORMS, Specimen, index
from tests.forms.making import fingerprint, made, printed, scanned, written
from tests.specimens import CORPUS

INDEX = index()
DIGITAL = [pytest.param(one, file, id=f"{one.name}/{file}") for one in INDEX for file in one.digital]
CONVERTED = [pytest.param(one, file, id=f"{one.name}/{file}") for one in INDEX for file in one.converted]
# Recognition takes more than a second a page: a few scans stand for all, which `make fuzz` reads.
EVERYTHING = os.environ.get("HYPOTHESIS_PROFILE") == "fuzz"
FEW = ("0248EX", "3391TC", "a-empty-section", "a-other-texts")
SCANS = [
    pytest.param(one, id=f"{one.name}/{one.scan_name}") for one in INDEX if one.scan and (EVERYTHING or one.name in FEW)
]
specimens = pytest.mark.parametrize("specimen", INDEX, ids=lambda specimen: specimen.name)


# A machine that is busy with other tests may take long to recognise a page or to convert a file.
PATIENT = Limits(seconds=60)


@cache
def _records(path: Path) -> tuple[JobClass, ...]:
    return spec_parser.parse(path, limits=PATIENT).records


def _plain(contents: Iterable[Content]) -> Any:
    return msgspec.json.decode(msgspec.json.encode(list(contents)))


def _spans(record: JobClass) -> Iterator[Span]:
    for provenance in record.provenance.values():
        yield from provenance.spans
    for finding in record.findings:
        yield from finding.spans


@pytest.mark.parametrize(("specimen", "file"), DIGITAL)
def test_the_content_is_that_of_the_text(specimen: Specimen, file: str) -> None:
    found = (record.content for record in _records(specimen.folder / file))
    difference = first_difference(_plain(found), _plain(specimen.contents))
    assert difference is None, difference


@pytest.mark.parametrize(("specimen", "file"), DIGITAL)
def test_parsing_has_to_say_what_it_says_of_the_text(specimen: Specimen, file: str) -> None:
    """What nobody understands in the text is not understood in any form either, and all else is."""
    found = _records(specimen.folder / file)
    for record, text in zip(found, _texts(specimen), strict=True):
        codes = [finding.code for finding in record.findings]
        assert codes == [*_of_the_file(specimen, file), *(finding.code for finding in text.findings)]
        assert (record.coverage.unrecognised > 0) == (text.coverage.unrecognised > 0)


def _texts(specimen: Specimen) -> tuple[JobClass, ...]:
    """What is read from the same content as text; a page of the older site has several classes, and its own text."""
    if specimen.is_of_the_older_site:
        return _records(CORPUS / f"{specimen.of}.txt")
    return spec_parser.parse(render_text(specimen.contents[0])).records


def _of_the_file(specimen: Specimen, file: str) -> list[str]:
    """The findings that are due to how a file was made: a page that does not say how its characters are written."""
    undeclared = specimen.page == "unclosed" and file == "page.html"
    return ["encoding-assumed"] * (undeclared and not (specimen.folder / file).read_bytes().isascii())


@pytest.mark.parametrize(("specimen", "file"), DIGITAL)
def test_every_value_has_a_place_of_its_form(specimen: Specimen, file: str) -> None:
    path = specimen.folder / file
    size = path.stat().st_size
    (record, *_) = _records(path)
    for span in _spans(record):
        if file.endswith(".html"):
            assert span.bytes is not None
            assert 0 <= span.bytes[0] < span.bytes[1] <= size
        elif file.endswith(".pdf"):
            assert span.page is not None
            assert record.source.pages is not None
            assert 1 <= span.page <= record.source.pages
            assert span.box is not None
            left, top, right, bottom = span.box
            assert 0 <= left < right <= 612.1
            assert 0 <= top < bottom <= 842
        else:
            assert span.part is not None
            assert span.paragraph is not None


@pytest.mark.parametrize(("specimen", "file"), CONVERTED)
def test_the_content_of_an_older_office_file_is_that_of_the_text(specimen: Specimen, file: str) -> None:
    need("soffice")
    (record,) = _records(specimen.folder / file)
    difference = first_difference(_plain([record.content]), _plain(specimen.contents))
    assert difference is None, difference
    assert "converted" in {finding.code for finding in record.findings}


@pytest.mark.property
@pytest.mark.parametrize("specimen", SCANS)
def test_a_scan_has_the_facts_of_the_text(specimen: Specimen) -> None:
    """Words may be misread; codes, dates and amounts are not."""
    need("tesseract")
    found, expected = _plain([*_records(specimen.folder / specimen.scan_name), *specimen.contents])
    facts = ("pay", "salary_group", "effective_date", "bargaining_unit", "occupational_group", "eeo_category")
    assert {name: _exact(found[name]) for name in facts} == {name: _exact(expected[name]) for name in facts}
    assert found["job_class"]["code"] == expected["job_class"]["code"]
    assert len(found["duties"]) == len(expected["duties"])


def _exact(fact: Any) -> Any:
    """A fact without the words and dashes that it is printed with."""
    return {name: value for name, value in fact.items() if name != "text"} if isinstance(fact, dict) else fact


@specimens
def test_no_hand_has_edited_it(specimen: Specimen) -> None:
    for name, data in written(specimen).items():
        assert (specimen.folder / name).read_bytes() == data, "`make corpus` writes this file"


@specimens
def test_nothing_is_older_than_what_it_was_made_of(specimen: Specimen) -> None:
    recipes = {**printed(specimen), **scanned(specimen)}
    known = {key.rpartition("/")[2]: value for key, value in made().items() if key.startswith(f"{specimen.name}/")}
    assert known == {name: fingerprint(recipe.source) for name, recipe in recipes.items()}, (
        "`make corpus` makes it anew"
    )


def test_nothing_stands_beside_what_the_index_names() -> None:
    files = {path.relative_to(FORMS).as_posix() for path in FORMS.rglob("*") if path.is_file()}
    assert files == {"index.toml", "made.json", *(f"{one.name}/{file}" for one in INDEX for file in one.files)}


def test_the_readme_tells_of_each() -> None:
    rows = [
        row for row in (CORPUS / "README.md").read_text(encoding="utf-8").splitlines() if row.startswith("| `forms/")
    ]
    assert rows == [
        f"| `forms/{one.name}` | {one.page} | {one.scan or '-'} | {', '.join(one.legacy) or '-'} |" for one in INDEX
    ]


def test_the_repository_stays_small() -> None:
    assert sum(path.stat().st_size for path in FORMS.rglob("*") if path.is_file()) < 8_000_000


def test_no_file_tells_when_or_where_it_was_made() -> None:
    for path in FORMS.rglob("*.pdf"):
        data = path.read_bytes()
        assert b"Date (D:" not in data.replace(b"Date (D:19800101000000", b"")
        assert b"Date(D:" not in data.replace(b"Date(D:19800101000000", b"")
        assert b"file:///" not in data
