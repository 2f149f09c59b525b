"""Real Word files: nothing of them is lost, their lists are numbered as LibreOffice shows them."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

import spec_parser
from spec_parser.readers import read
from tests.conftest import real_documents

_MARKS = {
    "Strict": [],
    "docx_comments": [],
    "docx_list_blank_spacer": ["  1 ", "    1.1 ", "    1.2 ", "  2 "],
    "docx_list_resumed_numbering": ["  1. ", "  2. ", "  • ", "  • ", "  3. "],
    "docx_lists": [
        *["  • "] * 3,
        *["  1. ", "  2. ", "  3. "],
        *["  • ", "  • ", "    • ", "    • ", "    • ", "  • "],
        *["  • ", "    • ", "  • "],
        *["  • ", "    • ", "      • ", "  • "],
        *["  • ", "  • ", "    • ", "    • ", "      • ", "  • "],
        *["  1. ", "  2. ", "  3. ", "  4. ", "  1. ", "  1. "],
        *["  • ", "  • ", "  • ", "    • ", "    • ", "  • "],
        *["  1. ", "    1.1 ", "    1.2 ", "  2. ", "    2.1 ", *["      • "] * 3, "    2.2 ", "  3. ", "    3.1 "],
    ],
    "list_after_num_headers": ["1. ", "    • ", "    • ", "1. ", *["  • "] * 5],
    "textbox": ["  • ", "  • ", "  • ", "  1. ", "  2. "],
    "unit_test_headers_numbered": [
        *["1. ", "1.1. ", "1.2. ", "1.2.1. ", "2. ", "2.1.1. ", "2.2. "],
        *["  1. ", "    1.1. ", "      1.1.1. "],
        *[f"      2.3.{number}. " for number in range(1, 9)],
        *[f"        2.3.8.{number}. " for number in range(1, 4)],
    ],
    "word_tables": [],
}
"""What stands before the lines of items, compared with LibreOffice's rendering by eye."""


def _paragraphs(path: Path) -> Iterator[str]:
    """The text of each paragraph of a file as another library finds it; of text that stands twice, the first."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as file:
        root = ElementTree.fromstring(file.read("word/document.xml"))  # noqa: S314 - a known file
    for parent in list(root.iter()):
        for fallback in parent.findall("{*}Fallback"):
            parent.remove(fallback)
    for paragraph in root.iter():
        if paragraph.tag.endswith("}p") and "wordprocessingml" in paragraph.tag:
            text = " ".join("".join(_own(paragraph)).split())
            if text:
                yield text


def _own(element: ElementTree.Element) -> Iterator[str]:
    """The text of a paragraph without that of paragraphs in its text boxes."""
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "br") and element.tag.endswith("}r"):
            yield " "
        elif name != "txbxContent":
            yield from _own(child)


@pytest.mark.parametrize("name", _MARKS)
def test_every_paragraph_is_there_once_with_its_mark(name: str) -> None:
    path = real_documents() / "docx" / f"{name}.docx"
    text = "\n" + read(path.read_bytes()).text
    gaps = []
    at = 0
    for paragraph in _paragraphs(path):
        found = re.compile(r"\s+".join(map(re.escape, paragraph.split(" ")))).search(text, at)
        assert found is not None, paragraph
        gaps.append(text[at : found.start()])
        at = found.end()
    gaps.append(text[at:])
    marked = [gap for gap in gaps if gap.strip("\n| ")]
    assert marked == [f"\n{mark}" for mark in _MARKS[name]]


@pytest.mark.parametrize("name", _MARKS)
def test_it_ends_in_a_record_or_one_line(name: str) -> None:
    path = real_documents() / "docx" / f"{name}.docx"
    with pytest.raises(spec_parser.NotASpecificationError) as refused:
        spec_parser.parse(path)
    assert len(str(refused.value).splitlines()) == 1


def test_the_specification_has_the_content_of_its_text() -> None:
    folder = real_documents() / "ct"
    (text,) = spec_parser.parse(folder / "4978AR.txt").records
    (word,) = spec_parser.parse(folder / "4978AR.docx").records
    assert word.content == text.content
    assert word.coverage.unrecognised == 0
    assert word.findings == ()
    assert word.source.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    title = word.provenance["/job_class/title"].spans[0]
    assert (title.part, title.paragraph, title.run) == ("word/document.xml", 1, 0)
    assert all(span.part and span.run == 0 for one in word.provenance.values() for span in one.spans)
