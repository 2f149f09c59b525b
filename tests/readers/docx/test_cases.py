"""Word files in, documents out; cases/ says what each file holds and what a person sees of it."""

import hashlib
from typing import Any

import pytest
from msgspec.structs import replace

from spec_parser.document import Document, Evidence
from spec_parser.readers import read
from tests.cases import cases
from tests.readers.docx.packages import WORD, package

FILES = (
    "characters",
    "tracked_changes",
    "lists",
    "styles",
    "indents",
    "tables",
    "boxes",
    "furniture",
    "left_out",
    "damage",
)
# How a case writes the evidence of a line that is more, or less, than a paragraph of its own.
EVIDENCE: dict[str, dict[str, Any]] = {
    "broken": {"goes_on": None},  # begun by a break within its paragraph
    "furniture": {"furniture": True},
    "bold": {"stands_out": True},  # or large
}


@pytest.mark.parametrize("case", cases(__file__, *FILES))
def test_what_a_person_sees(case: dict[str, Any]) -> None:
    data = package(case)
    document = read(data, name="orchard.docx")
    assert document.text == case["text"].rstrip("\n")
    assert [document.text[line.start : line.end] for line in document.lines] == document.text.split("\n")
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert list(document.evidence) == _expected_evidence(case, len(document.lines))
    assert [finding.code for finding in document.findings] == case.get("findings", [])
    if "places" in case:
        assert _places(document) == case["places"]
    assert (document.name, document.media_type, document.pages) == ("orchard.docx", f"{WORD}document", None)
    assert (document.size, document.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def _expected_evidence(case: dict[str, Any], count: int) -> list[Evidence]:
    """One evidence a line; a case names only those that are not paragraphs of plain text."""
    named: dict[int, str] = case.get("evidence", {})
    paragraph = Evidence(goes_on=False)
    return [
        replace(paragraph, **dict(shown for word in named.get(number, "").split() for shown in EVIDENCE[word].items()))
        for number in range(1, count + 1)
    ]


def _places(document: Document) -> list[list[Any]]:
    """The stretches of the text that come from one run, each with its part, paragraph and run."""
    found: list[list[Any]] = []
    for at, character in enumerate(document.text):
        span = document.span((at, at + 1))
        place = [span.part, span.paragraph, span.run]
        if found and found[-1][1:] == place:
            found[-1][0] += character
        else:
            found.append([character, *place])
    return found
