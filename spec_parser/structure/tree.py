"""From tokens to the tree of sections and blocks, by `grammars/document.lark`."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from msgspec import Struct

from spec_parser import grammar
from spec_parser.lalr import Parser
from spec_parser.structure.logical_line import LogicalLine
from spec_parser.structure.nesting import Token

_KNOWN_ROWS = ("CLASS_HEAD", "CLASS_ROW", "CODE_HEAD", "CODE_ROW")


class Block(Struct, frozen=True, gc=False):
    """A block of a section: its kind (as in the record) and its lines in order.

    A list's lines are its items at all levels; a note's first line is the note, the others are its items.
    """

    type: str
    lines: list[LogicalLine]

    def is_known_table(self) -> bool:
        """Whether this is a table of classes, or of the codes that hold for them: fields, and no running text."""
        return self.type == "table" and any(line.type in _KNOWN_ROWS for line in self.lines)


class Section(Struct, frozen=True, gc=False):
    """A section: its header if it has one, its kind as in the record, its blocks."""

    kind: str
    header: LogicalLine | None
    blocks: list[Block]


def sections(tokens: Iterable[Token]) -> list[Section]:
    """The sections of a document, from its first line on."""
    found: list[Section] = _parser().parse_tokens(tokens)
    return found


@lru_cache(maxsize=1)
def _parser() -> Parser:
    return Parser(grammar.table("document", {}), _Builder())


_MASTHEAD = ("MASTHEAD", "TITLE", "PAY")


def _block(child: LogicalLine | Block) -> Block:
    return child if isinstance(child, Block) else Block("label" if child.type == "LABEL" else "paragraph", [child])


def _is_evident(child: LogicalLine | Block) -> bool:
    return isinstance(child, LogicalLine) and child.evident is not None


_Children = list[LogicalLine | Block]
_Lines = list[LogicalLine]
_Sections = list[Section]


class _Builder:
    """Called by the parser for each rule of the grammar, from the leaves up."""

    def start(self, children: Any) -> _Sections:
        return [section for part in children for section in part]

    def preamble(self, children: _Children) -> _Sections:
        """What stands above the first header: the masthead with title and pay, the banner, and what is neither."""
        found: _Sections = []
        for child in children:
            kind = "unrecognised"
            if isinstance(child, Block):
                kind = "masthead" if child.is_known_table() else kind
            else:
                kind = "masthead" if child.type in _MASTHEAD else "banner" if child.type == "BANNER" else kind
                kind = child.evident or kind
            if not found or found[-1].kind != kind:
                found.append(Section(kind, None, []))
            found[-1].blocks.append(_block(child))
        return found

    def section(self, children: Any) -> _Sections:
        """A header and its blocks; below one that nobody knows, lines that are told by their own form stand apart."""
        header: LogicalLine = children[0]
        if header.header is not None:
            return [Section(header.header.kind, header, [_block(child) for child in children[1:]])]
        first = next((place for place, child in enumerate(children) if place and _is_evident(child)), len(children))
        found = [Section("unrecognised", header, [_block(child) for child in children[1:first]])]
        return found + self.preamble(children[first:])

    def footer(self, children: _Children) -> _Sections:
        """The footer, the older site's row of codes with it; what else follows belongs to no section."""
        found = [Section("footer", None, [_block(children[0])])]
        for child in map(_block, children[1:]):
            kind = "footer" if child.is_known_table() else "unrecognised"
            if found[-1].kind != kind:
                found.append(Section(kind, None, []))
            found[-1].blocks.append(child)
        return found

    def list(self, children: _Children) -> Block:
        return Block("list", _flat(children))

    def note(self, children: _Children) -> Block:
        return Block("note", _flat(children))

    def alternatives(self, children: _Lines) -> Block:
        return Block("alternatives", children)

    def table(self, children: _Lines) -> Block:
        return Block("table", children)


def _flat(children: _Children) -> list[LogicalLine]:
    """The items of a list with those of the lists within it; each level is copied once, and there are eight at most."""
    items: list[LogicalLine] = []
    for child in children:
        if isinstance(child, Block):
            items.extend(child.lines)
        else:
            items.append(child)
    return items
