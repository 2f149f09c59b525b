"""Misread characters that the structure's own checks tell, and words in doubt."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from spec_parser.document import Document, Evidence, Line
from spec_parser.fields.readers import FieldReaders
from spec_parser.origins import BoxOrigin, BoxRun, recognised
from spec_parser.profiles.loading import load
from spec_parser.recognition import settled
from spec_parser.structure import Vocabulary
from tests.cases import cases

_SURE = 96
_PROFILE = load(None)
_VOCABULARY = Vocabulary(_PROFILE)
_READERS = FieldReaders(_PROFILE)


def _document(text: str, doubtful: dict[str, int], furniture: frozenset[int] = frozenset()) -> Document:
    """A text as if it had been recognised: each word on a page of its own size, a line a row."""
    runs: list[BoxRun] = []
    lines: list[Line] = []
    at = 0
    for number, row in enumerate(text.splitlines(keepends=True), 1):
        body = row.rstrip("\n")
        lines.append(Line(number, at, at + len(body)))
        for word in re.finditer(r"\S+", body):
            start, end = at + word.start(), at + word.end()
            sure = None if word[0] == "•" else doubtful.get(word[0], _SURE)
            left, top = 6.0 * word.start(), 12.0 * number
            runs.append(BoxRun(start, end, 1, left, top, left + 6.0 * len(word[0]), top + 10.0, sure))
        at += len(row)
    return Document(
        text=text,
        lines=lines,
        media_type="image/png",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        size=len(text),
        place=BoxOrigin(tuple(runs)).span,
        pages=1,
        evidence=[Evidence(furniture=line.number in furniture) for line in lines],
    )


def _settled(document: Document) -> Document:
    return settled(document, recognised(document.place), _VOCABULARY, _READERS)


@pytest.mark.parametrize("case", cases(__file__, "mending"))
def test_what_is_mended(case: dict[str, Any]) -> None:
    document = _document(case["text"], case.get("doubtful", {}))
    found = _settled(document)
    mends = [finding for finding in found.findings if finding.code == "ocr-mended"]
    assert [
        [document.text[finding.spans[0].start : finding.spans[0].end], finding.fix and finding.fix.replacement]
        for finding in mends
    ] == case["mended"]
    expected = document.text
    for finding, (_, meant) in zip(mends, case["mended"], strict=True):
        start, end = finding.spans[0].start, finding.spans[0].end
        expected = expected[:start] + meant + expected[end:]
    assert found.text == expected
    assert len(found.text) == len(document.text)
    assert [found.span((line.start, line.end)) for line in found.lines] == [
        document.span((line.start, line.end)) for line in document.lines
    ]


def test_codes_of_another_state_are_mended_as_it_writes_them() -> None:
    profile = load(Path(__file__).parents[1] / "profiles" / "second_state" / "xx-av.toml")
    document = _document("EQUAL OPPORTUNITY CATEGORY\n[C] - Inspectors and Technlcians\n", {})
    found = settled(document, recognised(document.place), Vocabulary(profile), FieldReaders(profile))
    assert found.text == "EQUAL OPPORTUNITY CATEGORY\n[C] - Inspectors and Technicians\n"


def test_the_finding_says_what_was_read_what_is_meant_and_why() -> None:
    text = "EXAMPLES OF DUTIES\n• Keeps marshes;\nEFFECTIVE DATE\n11/O7/2024\n"
    (finding,) = _settled(_document(text, {})).findings
    assert (finding.code, finding.severity) == ("ocr-mended", "info")
    assert finding.message == (
        '"11/O7/2024" was recognised, but "11/07/2024" is meant: only with it the text can be read.'
    )
    (span,) = finding.spans
    assert (span.page, span.box, span.confidence) == (1, (0.0, 48.0, 60.0, 58.0), _SURE)


def test_words_in_doubt_have_a_finding_each_unless_they_are_furniture() -> None:
    text = "Marsh Gazette\nEXAMPLES OF DUTIES\n• Keeps marshes;\n• Mends dykes;\n"
    document = _document(text, {"Gazette": 40, "marshes;": 91, "Mends": 92, "dykes;": 12}, frozenset({1}))
    assert [(finding.code, finding.severity, finding.message) for finding in _settled(document).findings] == [
        ("ocr-doubtful", "info", '"marshes;" was recognised with 91 % confidence: compare it with the page.'),
        ("ocr-doubtful", "info", '"dykes;" was recognised with 12 % confidence: compare it with the page.'),
    ]


def test_a_page_read_badly_is_a_warning_and_its_many_words_one_finding() -> None:
    words = [f"w{number}" for number in range(70)]
    document = _document(" ".join(words), dict.fromkeys(words, 50))
    poor, *single, rest = _settled(document).findings
    assert (poor.code, poor.severity) == ("ocr-poor", "warning")
    assert poor.message == "Page 1 was recognised with 50 % confidence only: check all of it."
    assert [finding.code for finding in single] == ["ocr-doubtful"] * 50
    assert rest.message == "20 more words were recognised with little confidence: compare them with the page."
    assert [document.text[span.start : span.end] for span in rest.spans] == words[50:]


def test_what_was_not_recognised_has_no_words_to_settle() -> None:
    assert recognised(print) == ()
    plain = BoxOrigin((BoxRun(0, 4, 1, 0.0, 0.0, 9.0, 9.0),))
    assert recognised(plain.span) == ()
