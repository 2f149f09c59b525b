"""The real specification: what it names, and where that stands in its text."""

import pytest

import spec_parser
from spec_parser.references import Reference, references
from tests.conftest import real_documents

# Words of which none is in the project: they are what other documents are named by.
_NAMED = {
    ("class", "replaces", "Insurance Program Manager"),
    ("class", "level", "Insurance Associate Examiner"),
    ("class", "distinguished_from", "Insurance Program Coordinator 1"),
    ("statute", None, "5-196"),
    ("agency", None, "Insurance Department"),
    ("bargaining_unit", None, "P-5"),
    ("licence", None, "Certified Public Accountant"),
    ("licence", None, "Certified Financial Examiner"),
    ("licence", None, "Certified Life Underwriter"),
    ("licence", None, "Certified Property and Casualty Underwriter"),
    ("licence", None, "CPCU certification"),
    ("licence", None, "license as a registered professional nurse"),
}


def _found(form: str) -> tuple[spec_parser.Parsed, tuple[Reference, ...]]:
    parsed = spec_parser.parse(real_documents() / "ct" / f"4978AR.{form}")
    return parsed, references(parsed.records[0])


def test_what_the_real_specification_names() -> None:
    parsed, found = _found("txt")
    assert {(one.kind, one.relation, one.name) for one in found} == _NAMED
    assert len(found) == len(_NAMED)
    text = parsed.document.text
    for one in found:
        shown = " ".join(" ".join(text[span.start : span.end] for span in one.spans).split())
        assert shown == one.text or one.text in shown


@pytest.mark.parametrize("form", ["html", "docx", "browser-print.pdf", "word-export.pdf"])
def test_every_form_of_it_names_the_same(form: str) -> None:
    _, found = _found(form)
    assert {(one.kind, one.relation, one.name) for one in found} == _NAMED
    assert all(one.spans for one in found)
