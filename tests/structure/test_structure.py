"""Lines in, sections and blocks out.

A case in cases/ holds the `text` of a document and all `sections` found in it. A block is its type and its lines: a
line that has a mark is [level, number or letter, text], another one its text. `furniture`, `assumed_labels` and
`clamped` are what the structure has to say beside; a case without them expects none.
"""

from typing import Any

import pytest

from spec_parser.document import Document, Evidence
from spec_parser.profiles.loading import load
from spec_parser.readers import read
from spec_parser.structure import LogicalLine, Section, Vocabulary, structure
from tests.cases import cases

VOCABULARY = Vocabulary(load("us-ct"))


@pytest.mark.parametrize("case", cases(__file__))
def test_structure(case: dict[str, Any]) -> None:
    document = read(case["text"]) if "text" in case else _shown(case["shown"])
    found = structure(document, VOCABULARY)
    assert [_plain(section) for section in found.sections] == case["sections"]
    assert [document.text[start:end] for start, end in found.furniture] == case.get("furniture", [])
    assert [line.text for line in found.assumed_labels] == case.get("assumed_labels", [])
    assert [line.text for line in found.clamped] == case.get("clamped", [])


_SIGNS = {
    "=": Evidence(goes_on=False),
    "+": Evidence(goes_on=True),
    "?": Evidence(),
    "#": Evidence(furniture=True),
    "!": Evidence(goes_on=False, stands_out=True),
}


def _shown(marked: str) -> Document:
    """The document of lines that begin with a sign for what their form shows."""
    lines = marked.splitlines()
    document = read("".join(f"{line[2:]}\n" for line in lines))
    document.evidence = tuple(_SIGNS[line[0]] for line in lines)
    return document


def _plain(section: Section) -> dict[str, Any]:
    return {
        "kind": section.kind,
        "heading": section.header.text if section.header is not None else None,
        "blocks": [{block.type: [_line(line) for line in block.lines]} for block in section.blocks],
    }


def _line(line: LogicalLine) -> str | list[Any]:
    return line.text if line.mark is None else [line.level, line.marker, line.text]
