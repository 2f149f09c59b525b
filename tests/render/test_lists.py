"""Lists as web pages and Word files declare them."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from spec_parser.generator import generate
from spec_parser.model import Block, Content, Item, Section
from spec_parser.render.html import render_html
from spec_parser.render.word import render_docx
from tests.cases import cases

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _content(items: list[str]) -> Content:
    made = []
    for item in items:
        level, marker, text = item.split(" ", 2)
        made.append(Item(int(level), None if marker == "*" else marker, text, ()))
    block = Block("list", None, tuple(made), (), ())
    plain = {name: getattr(generate(1).content, name) for name in Content.__struct_fields__}
    return Content(**{**plain, "sections": (Section("duties", "EXAMPLES OF DUTIES", (block,)),)})


@pytest.mark.parametrize("case", cases(__file__, "lists"))
def test_html(case: dict[str, Any]) -> None:
    page = render_html(_content(case["items"]))
    lists = page.split("</h2>")[1].split("</section>")[0]
    assert re.sub(r"(^|>)\s+(<|$)|(?<=\w|[.;:])\s+(?=</?[uo]l)", r"\1\2", lists).replace("\n", "") == case["html"]


@pytest.mark.parametrize("case", cases(__file__, "lists"))
def test_word(case: dict[str, Any]) -> None:
    document = _part(render_docx(_content(case["items"])), "word/document.xml")
    told: list[str] = []
    names: dict[str, str] = {"1": "*"}
    for paragraph in document.iter(f"{_W}p"):
        if paragraph.find(f".//{_W}pStyle[@{_W}val='ListParagraph']") is None:
            continue
        level, number = (paragraph.find(f".//{_W}{name}") for name in ("ilvl", "numId"))
        if level is None or number is None:
            told.append("-")
            continue
        instance = number.get(f"{_W}val", "")
        name = names.setdefault(instance, "abcdefgh"[len(names) - 1])
        told.append(f"{level.get(f'{_W}val')} {name}")
    assert told == case["word"]


def test_word_counts_as_the_items_are_numbered() -> None:
    file = render_docx(_content(["1 3) three", "2 (b) second", "1 4) four", "2 (b) second"]))
    numbering = _part(file, "word/numbering.xml")
    looks = [
        [
            value.get(f"{_W}val")
            for level in look.findall(f"{_W}lvl")[:2]
            for value in level.findall(f"{_W}numFmt") + level.findall(f"{_W}lvlText")
        ]
        for look in numbering.findall(f"{_W}abstractNum")
    ]
    assert looks == [
        ["bullet", "•", "bullet", "◦"],
        ["decimal", "%1)", "decimal", "%2)"],
        ["lowerLetter", "(%1)", "lowerLetter", "(%2)"],
    ]
    instances = [
        [one.get(f"{_W}val") for one in instance.iter(f"{_W}abstractNumId", f"{_W}startOverride")]
        for instance in numbering.findall(f"{_W}num")
    ]
    assert instances == [["0"], ["1", "3"], ["2", "2"], ["2", "2"]]


def _part(file: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))
