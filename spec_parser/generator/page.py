"""Puts a specification together, section by section, and notes down what stands in it."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.generator.prose import Prose
from spec_parser.model import Block, Citation, Item, Section


class Line(NamedTuple):
    """An item to be: its text, its level, and its number or letter if it has one."""

    prose: Prose
    level: int = 1
    marker: str | None = None


class Page:
    """The sections and citations of one specification, growing.

    Attributes:
        implied: codes of the findings (severity warning) that a perfect reader would make all the same.
    """

    def __init__(self) -> None:
        self.citations: list[Citation] = []
        self.implied: list[str] = []
        self._sections: list[tuple[str, str | None, list[Block]]] = []

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in order."""
        return tuple(Section(kind, heading, tuple(blocks)) for kind, heading, blocks in self._sections)  # type: ignore[arg-type]

    def open(self, kind: str, heading: str | None = None) -> None:
        """Begin a section."""
        self._sections.append((kind, heading, []))

    def paragraph(self, prose: Prose) -> None:
        """A paragraph, or clauses one of which is enough."""
        self._add(Block("alternatives" if prose.either else "paragraph", prose.text, (), prose.clauses, ()), [prose])

    def label(self, text: str) -> None:
        """The name of the group of texts below it."""
        self._add(Block("label", text, (), (), ()), [])

    def note(self, prose: Prose, lines: Sequence[Line] = ()) -> None:
        """A note; only one that ends with a colon has items."""
        self._add(Block("note", prose.text, _items(lines), (), ()), [prose, *(line.prose for line in lines)])

    def items(self, lines: Sequence[Line]) -> None:
        """A list; it must not stand right below another one."""
        self._add(Block("list", None, _items(lines), (), ()), [line.prose for line in lines])

    def alternatives(self, proses: Sequence[Prose]) -> None:
        """Texts one of which is enough, `OR` between them."""
        items = _items([Line(prose) for prose in proses])
        self._add(Block("alternatives", None, items, (), ()), proses)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """A table, row by row."""
        self._add(Block("table", None, (), (), tuple(tuple(row) for row in rows)), [])

    def _add(self, block: Block, proses: Sequence[Prose]) -> None:
        self._sections[-1][2].append(block)
        for prose in proses:
            self.citations.extend(prose.citations)


def _items(lines: Sequence[Line]) -> tuple[Item, ...]:
    return tuple(Item(line.level, line.marker, line.prose.text, line.prose.clauses) for line in lines)
