"""Every rule by its cases: what it finds, marks and mends, in whatever form the text comes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from spec_parser import parse
from spec_parser.rules.catalogue import entries
from tests.rules.forms import page, word
from tests.rules.harness import Case, archive_of, cases_of, judged, mended, told

CASES = [case for code in entries() for case in cases_of(code)]
_QUOTE = re.compile("“([^“”]*)”")
cases = pytest.mark.parametrize("case", CASES, ids=str)
faulty = pytest.mark.parametrize("case", [case for case in CASES if case.findings], ids=str)


@cases
def test_it_finds_what_the_case_says(case: Case, tmp_path: Path) -> None:
    parsed = parse(case.text)
    notices = judged(parsed, case.code, archive=archive_of(case.archive, tmp_path))
    assert [told(notice, parsed.document.text) for notice in notices] == [
        {"marked": [], **finding} for finding in case.findings
    ]


@cases
def test_it_mends_what_the_case_says(case: Case, tmp_path: Path) -> None:
    archive = archive_of(case.archive, tmp_path)
    once = mended(case.text, case.code, archive=archive)
    assert once == (case.text if case.mended is None else case.mended)
    assert mended(once, case.code, archive=archive) == once


@faulty
@pytest.mark.parametrize("form", [page, word])
def test_every_form_shows_the_same(case: Case, form: Callable[[str], bytes], tmp_path: Path) -> None:
    archive = archive_of(case.archive, tmp_path)
    shown = []
    for parsed in (parse(case.text), parse(form(case.text), isolated=False)):
        found = [told(notice, parsed.document.text) for notice in judged(parsed, case.code, archive=archive)]
        shown.append([{**one, "marked": _words(one["marked"])} for one in found])
    assert shown[1] == shown[0]


@faulty
def test_the_message_quotes_what_is_marked(case: Case) -> None:
    for finding in case.findings:
        marked = " ".join(_words(finding.get("marked", [])))
        quotes = _QUOTE.findall(finding["message"])
        assert not marked or (quotes and marked.startswith(quotes[0].removesuffix("…"))), finding


def _words(marked: str | list[str]) -> list[str]:
    return " ".join([marked] if isinstance(marked, str) else marked).split()
