"""What is data and what is layout: one rule, and the same answer from a web page, a Word file and a page of words."""

from collections.abc import Sequence
from html import escape
from typing import Any

import pytest

from spec_parser.document import Document
from spec_parser.limits import DEFAULT
from spec_parser.readers import page, read
from spec_parser.readers.data_rows import DataCell, data_rows
from spec_parser.readers.page.model import Page, Rule, Word
from tests.cases import cases
from tests.readers.docx.packages import package

_WIDTH, _HEIGHT = 150.0, 80.0


@pytest.mark.parametrize("case", cases(__file__, "data_rows"))
def test_the_rule(case: dict[str, Any]) -> None:
    rows = [[_cell(text) for text in row] for row in case["rows"]]
    assert sorted(data_rows(rows)) == case["data"]


@pytest.mark.parametrize("case", cases(__file__, "data_rows"))
def test_every_form_agrees(case: dict[str, Any]) -> None:
    rows = case["rows"]
    expected = [[cell.text for cell in map(_cell, rows[number])] for number in case["data"]]
    found = {"html": _data(_web_page(rows)), "docx": _data(_word_file(rows))}
    if not any(text.startswith("#") for row in rows for text in row):  # no page of words declares a head
        found["page"] = _data(_page_of_words(rows))
    assert found == dict.fromkeys(found, expected)


@pytest.mark.parametrize(
    ("cell", "is_data"),
    [
        (DataCell("Trims it"), True),
        (DataCell("Trims it", lines=3), True),
        (DataCell("Trims it", lines=4), False),
        (DataCell("Trims it", is_block=True), False),
        (DataCell("", is_numbered=True), True),
        (DataCell("a" * 160), True),
        (DataCell("a" * 161), False),
    ],
)
def test_what_a_cell_of_data_may_hold(cell: DataCell, is_data: bool) -> None:
    rows = [[DataCell("Pier"), DataCell("Lamps"), DataCell("Duty")], [DataCell("North"), DataCell("4"), cell]]
    assert data_rows(rows) == (frozenset((0, 1)) if is_data else frozenset())


def _cell(text: str) -> DataCell:
    return DataCell(text.lstrip("*#"), bold=text.startswith(("*", "#")), is_head=text.startswith("#"))


def _data(document: Document) -> list[list[str]]:
    """The cells of each row of data."""
    lines = [document.text[line.start : line.end] for line in document.lines]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("|")]


def _web_page(rows: Sequence[Sequence[str]]) -> Document:
    text = "<p>above</p><table>"
    for row in rows:
        names = ["th" if cell.startswith("#") else "td" for cell in row]
        shown = [escape(cell.lstrip("*#")) for cell in row]
        shown = [f"<b>{one}</b>" if cell.startswith("*") else one for one, cell in zip(shown, row, strict=True)]
        text += f"<tr>{''.join(f'<{name}>{one}</{name}>' for name, one in zip(names, shown, strict=True))}</tr>"
    return read(f"{text}</table>".encode())


def _word_file(rows: Sequence[Sequence[str]]) -> Document:
    table = ""
    for row in rows:
        head = "<w:trPr><w:tblHeader/></w:trPr>" if all(cell.startswith("#") for cell in row) else ""
        bold = ["<w:rPr><w:b/></w:rPr>" if cell.startswith(("*", "#")) else "" for cell in row]
        cells = [
            f"<w:tc><w:p><w:r>{look}<w:t>{escape(cell.lstrip('*#'))}</w:t></w:r></w:p></w:tc>"
            for look, cell in zip(bold, row, strict=True)
        ]
        table += f"<w:tr>{head}{''.join(cells)}</w:tr>"
    return read(package({"body": [f"<w:tbl>{table}</w:tbl>"]}))


def _page_of_words(rows: Sequence[Sequence[str]]) -> Document:
    """Each row is as high as its words need, and ruled; its cells share the width of the table."""
    most = max(map(len, rows))
    words: list[Word] = []
    rules: list[Rule] = []
    for number, row in enumerate(rows):
        top, bottom = number * _HEIGHT, (number + 1) * _HEIGHT
        rules += [Rule(0, top, most * _WIDTH, top), Rule(0, bottom, most * _WIDTH, bottom)]
        edges = [place * _WIDTH for place in range(len(row))] + [most * _WIDTH]
        rules += [Rule(edge, top, edge, bottom) for edge in edges]
        for left, cell in zip(edges, row, strict=False):
            words += _words(cell, left + 2, top + 2)
    held = Page(1, most * _WIDTH, 2_000, tuple(words), (), tuple(rules))
    return page.document([held], b"", media_type="application/pdf", name=None, limits=DEFAULT)


def _words(cell: str, left: float, top: float) -> list[Word]:
    bold, begin = cell.startswith("*"), left
    found: list[Word] = []
    for text in cell.lstrip("*").split():
        width = 5.0 * len(text)
        if left + width > begin + _WIDTH - 5:
            left, top = begin, top + 12
        found.append(Word(text, left, top, left + width, top + 10, 10, bold))
        left += width + 5
    return found
