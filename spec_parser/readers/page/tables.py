"""What of a page is read by itself, one after the other: the text round tables, the cells of tables, rows of data.

A table that only lays a page out (headers in a left column and their text in the right one, a whole specification in
one frame) is read cell by cell; a table of data stays together row by row.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from spec_parser.readers.page.cells import TableCell, is_data
from spec_parser.readers.page.columns import columns
from spec_parser.readers.page.grid import Cell, Grid, grid
from spec_parser.readers.page.model import Mark, Page, Word
from spec_parser.readers.page.touching import Table, tables

# Fewer ruled lines enclose nothing.
_FEWEST_RULES = 4
# A bar between the cells of a row is as wide as a drawn line, in points.
_BAR = 0.5


class Region(NamedTuple):
    """A part of a page that is read by itself.

    Attributes:
        page: the page with nothing on it but the words and marks of this part.
        is_row: whether it is a row of data: its words, bars between cells among them, are one line in this order.
    """

    page: Page
    is_row: bool = False


def regions(page: Page) -> tuple[Region, ...]:
    """The parts of a page in the order in which a person reads them. A page without tables is one part."""
    found = grid(page.rules) if len(page.rules) >= _FEWEST_RULES else None
    if found is None:
        return tuple(_flowing(page, page.words, page.marks))
    return tuple(_Reader(page, found).regions())


def _flowing(page: Page, words: Sequence[Word], marks: Sequence[Mark]) -> Iterator[Region]:
    """The parts of text that no ruled lines part: one, but for labels in a left column with their text beside them."""
    stretches = columns(words)
    if not stretches:
        if words:
            yield _part(page, words, marks)
        return
    rest, drawn = list(words), list(marks)
    for stretch in stretches:
        above = [word for word in rest if _middle(word) < stretch.top]
        if above:
            yield _part(page, above, [mark for mark in drawn if _middle(mark) < stretch.top])
        rest = [word for word in rest if _middle(word) > stretch.bottom]
        beside = [mark for mark in drawn if stretch.top <= _middle(mark) <= stretch.bottom]
        drawn = [mark for mark in drawn if _middle(mark) > stretch.bottom]
        for row in stretch.rows:
            yield _part(page, row.label, ())
            yield _part(page, row.text, beside)
    if rest:
        yield _part(page, rest, drawn)


def _part(page: Page, words: Sequence[Word], marks: Sequence[Mark]) -> Region:
    return Region(page._replace(words=tuple(words), marks=tuple(marks)))


class _Reader:
    """Reads one page with cells on it."""

    def __init__(self, page: Page, found: Grid) -> None:
        self._page = page
        self._grid = found
        self._words: dict[int, list[Word]] = {}
        self._marks: dict[int, list[Mark]] = {}
        for word in page.words:
            self._words.setdefault(found.cell_of(word), []).append(word)
        for mark in page.marks:
            self._marks.setdefault(found.cell_of(mark), []).append(mark)
        self._tables = tables(found)

    def regions(self) -> Iterator[Region]:
        return self._content(-1)

    def _content(self, holder: int) -> Iterator[Region]:
        """What stands in a cell, or on the page outside of all (-1): text, and the tables within."""
        words, marks = self._words.get(holder, []), self._marks.get(holder, [])
        for table in self._tables.get(holder, []):
            above = [word for word in words if _middle(word) < table.top]
            yield from _flowing(self._page, above, [mark for mark in marks if _middle(mark) < table.top])
            words = [word for word in words if _middle(word) >= table.top]
            marks = [mark for mark in marks if _middle(mark) >= table.top]
            yield from self._table(table)
        yield from _flowing(self._page, words, marks)

    def _table(self, table: Table) -> Iterator[Region]:
        rows: dict[int, list[int]] = {}
        for number in table.cells:
            rows.setdefault(self._grid.cells[number].rows[0], []).append(number)
        grown = [sorted(rows[top], key=lambda number: self._grid.cells[number].left) for top in sorted(rows)]
        nested = any(number in self._tables for number in table.cells)
        if not nested and is_data([[self._cell(number) for number in row] for row in grown]):
            for row in grown:
                yield from self._row(row) if len(row) > 1 else self._content(row[0])
            return
        for number in chain.from_iterable(grown):
            yield from self._content(number)

    def _cell(self, number: int) -> TableCell:
        return TableCell(tuple(self._words.get(number, ())), len(self._marks.get(number, ())))

    def _row(self, numbers: Sequence[int]) -> Iterator[Region]:
        """A row of data with the edges of its cells as bars."""
        if not any(number in self._words for number in numbers):
            return
        words: list[Word] = []
        for number in numbers:
            cell = self._grid.cells[number]
            held = self._words.get(number, [])
            words.append(_bar(cell, cell.left))
            words.extend(held)
        last = self._grid.cells[numbers[-1]]
        words.append(_bar(last, last.right))
        yield Region(self._page._replace(words=tuple(words), marks=()), is_row=True)


def _bar(cell: Cell, place: float) -> Word:
    """An upright edge of a cell as the character that stands for it."""
    return Word("|", place - _BAR, cell.top, place + _BAR, cell.bottom, size=cell.bottom - cell.top)


def _middle(box: Word | Mark) -> float:
    return (box.top + box.bottom) / 2
