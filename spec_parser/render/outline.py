"""A page as headings, paragraphs, lists and tables: what forms with structure of their own (HTML, Word) print."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from spec_parser.model import Block, Content, Item, Section

TextKind = Literal["title", "pay", "paragraph", "label", "note", "footer"]
PartKind = TextKind | Literal["or", "list", "table"]


class Part(NamedTuple):
    """One thing that stands on a page by itself.

    Attributes:
        kind: what it is.
        text: of all but lists and tables, where it is empty.
        items: of a list, and of a note that has some.
        rows: of a table, cell by cell.
    """

    kind: PartKind
    text: str = ""
    items: tuple[Item, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Outlined(NamedTuple):
    """A section: its header, None where none stands, and what stands under it."""

    kind: str
    heading: str | None
    parts: tuple[Part, ...]


class Outline(NamedTuple):
    """A page: its name for title bars and running heads, and its sections in order."""

    name: str
    sections: tuple[Outlined, ...]


def outline(content: Content) -> Outline:
    """What is printed of a content: all that `sections` holds, in order, and nothing else."""
    sections = tuple(
        Outlined(section.kind, section.heading, tuple(_parts(section, content))) for section in content.sections
    )
    return Outline(name(content), sections)


def name(content: Content) -> str:
    """How a class is called where there is one line for it: title and code, as far as they are known."""
    title, code = content.job_class.title, content.job_class.code
    if title is None:
        return "Class Specification" if code is None else f"Class Specification {code}"
    return title if code is None else f"{title} ({code})"


def _parts(section: Section, content: Content) -> Iterator[Part]:
    for block in section.blocks:
        if block.type == "table":
            yield Part("table", rows=block.rows)
        elif block.type == "alternatives" and block.text is None:
            yield from _alternatives(block)
        else:
            kind = block_kind(section, block, content)
            if block.text is not None:
                yield Part(kind, block.text, items=block.items if kind == "note" else ())
            if block.items and (block.text is None or kind != "note"):
                yield Part("list", items=block.items)


def block_kind(section: Section, block: Block, content: Content) -> TextKind:
    """What the text of a block is on a page."""
    text = block.text or ""
    if section.kind == "footer":
        return "footer"
    if section.kind == "masthead":
        title, code = content.job_class.title, content.job_class.code
        if (title is not None and text.startswith(title)) or (code is not None and f"({code})" in text):
            return "title"
        return "pay" if content.pay is not None and text == content.pay.text else "paragraph"
    match block.type:
        case "label" | "note":
            return block.type
        case _:
            return "paragraph"


def _alternatives(block: Block) -> Iterator[Part]:
    """The texts one of which is enough, `OR` between them."""
    for index, item in enumerate(block.items):
        if index:
            yield Part("or", "OR")
        yield Part("paragraph", item.text) if item.marker is None else Part("list", items=(item,))
