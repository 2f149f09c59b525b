"""The lines of a page: what is printed on each, before a dialect decides where it stands."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from spec_parser.model import Block, Section
from spec_parser.render.style import Style

Kind = Literal["header", "text", "item", "or", "row", "footer"]

_PAY_BREAK = re.compile(r"(?<=BiWeekly /) ")
_FOOTER_BREAK = re.compile(r"(?<=;) ")
_RUN_IN_LABEL = re.compile(r"[A-Z][A-Z0-9 &/,.'’()-]{2,60}:")


class PageLine(NamedTuple):
    """One line of a page.

    Attributes:
        kind: what it is.
        text: as printed, the mark of an item included.
        level: of an item, from 1.
    """

    kind: Kind
    text: str
    level: int = 0


def section_lines(section: Section, style: Style) -> Iterator[PageLine]:
    """The lines of a section below its header."""
    label: str | None = None
    for block in section.blocks:
        if label is not None and block.type == "paragraph":
            yield PageLine("text", f"{label} {block.text}{style.line_end}")
            label = None
            continue
        if label is not None:
            yield PageLine("text", label)
            label = None
        if block.type == "label" and style.run_in_labels and _RUN_IN_LABEL.fullmatch(block.text or ""):
            label = block.text
        else:
            yield from _block_lines(section, block, style)
    if label is not None:
        yield PageLine("text", label)


def _block_lines(section: Section, block: Block, style: Style) -> Iterator[PageLine]:
    if block.type == "table":
        for row in block.rows:
            yield PageLine("row", "".join(f"| {cell} " for cell in row) + "|" if row else "||")
    elif block.type == "alternatives" and block.text is None:
        yield from _alternatives(block, style)
    else:
        if block.text is not None:
            yield from _text(section, block.text, style)
        for item in block.items:
            yield _item(item.marker, item.text, item.level, style)


def _text(section: Section, text: str, style: Style) -> Iterator[PageLine]:
    if section.kind == "footer":
        entries = _FOOTER_BREAK.split(text) if style.footer_on_lines else [text]
        for entry in entries:
            yield PageLine("footer", entry)
    elif section.kind == "masthead" and not style.pay_on_one_line:
        first, *rest = _PAY_BREAK.split(text)
        yield PageLine("text", first)
        for more in rest:
            yield PageLine("footer", more)  # stands close to the line above
    else:
        yield PageLine("text", text + style.line_end)


def _alternatives(block: Block, style: Style) -> Iterator[PageLine]:
    for index, item in enumerate(block.items):
        if index:
            yield PageLine("or", "OR")
        if item.marker is None and not style.alternatives_as_items:
            yield PageLine("text", item.text + style.line_end)
        else:
            yield _item(item.marker, item.text, 1, style)


def _item(marker: str | None, text: str, level: int, style: Style) -> PageLine:
    mark = style.bullet if marker is None else marker
    return PageLine("item", f"{mark} {text}{style.line_end}" if text else mark, level)
