"""Pages written down as data: blocks of text at places, in the order in which a file has them.

Every character of a block, blanks too, is `advance` points wide, half its size by default; its lines are `leading`
points apart, 1.2 of its size by default. So a case shows by itself which words have room on which line.
"""

from typing import Any

from spec_parser.document import Document, Evidence
from spec_parser.limits import DEFAULT
from spec_parser.readers.page import document
from spec_parser.readers.page.model import Item, Mark, Page, Rule, Word

WIDTH, HEIGHT = 300.0, 800.0


def pages(case: dict[str, Any]) -> list[Page]:
    """The pages of a case."""
    return [_page(number, blocks, case) for number, blocks in enumerate(case["pages"], 1)]


def _page(number: int, blocks: list[dict[str, Any]], case: dict[str, Any]) -> Page:
    words: list[Word] = []
    marks: list[Mark] = []
    rules: list[Rule] = []
    for block in blocks:
        if "mark" in block:
            left, top = block["mark"]
            marks.append(Mark(left, top, left + 4, top + 4, filled=True))
        elif "rule" in block:
            rules.append(Rule(*block["rule"]))
        else:
            words.extend(_words(block))
    items = tuple(Item(frozenset(item["groups"]), item["depth"]) for item in case.get("items", {}).get(number, ()))
    return Page(number, case.get("width", WIDTH), HEIGHT, tuple(words), tuple(marks), tuple(rules), items)


def _words(block: dict[str, Any]) -> list[Word]:
    left, top = block["at"]
    size = block.get("size", 10)
    advance, leading = block.get("advance", size / 2), block.get("leading", size * 1.2)
    found: list[Word] = []
    for number, line in enumerate(block["text"].rstrip("\n").split("\n")):
        place = 0
        for text in line.split(" "):
            if text:
                begin, above = left + place * advance, top + number * leading
                found.append(
                    Word(
                        text.replace("~", "\u00ad"),
                        begin,
                        above,
                        begin + len(text) * advance,
                        above + size,
                        size,
                        bold=block.get("bold", False),
                        monospaced=block.get("font") == "mono",
                        group=block.get("group"),
                        pictorial=block.get("font") == "pictures",
                    )
                )
            place += len(text) + 1
    return found


def told_of(document: Document) -> list[str]:
    """Lines with what is known of them: `F` furniture, `+` goes on, `-` begins, `?` nobody knows; `B` stands out."""
    return [
        f"{_flow(evidence)}{'B' if evidence.stands_out else ' '} {document.text[line.start : line.end]}"
        for line, evidence in zip(document.lines, document.evidence, strict=True)
    ]


def _flow(evidence: Evidence) -> str:
    if evidence.furniture:
        return "F"
    return "?" if evidence.goes_on is None else "+" if evidence.goes_on else "-"


def lines(case: dict[str, Any]) -> list[str]:
    """What comes of the pages of a case, line by line."""
    given = pages(case)
    return told_of(document(given, b"", media_type="application/pdf", name=None, limits=DEFAULT))
