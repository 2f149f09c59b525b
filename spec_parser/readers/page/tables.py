"""What of a page is read by itself, one after the other: the text round tables, the cells of tables, rows of data.

A table that only lays a page out (headers in a left column and their text in the right one, a whole specification in
one frame) is read cell by cell; a table of data stays together row by row.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spec_parser.readers.data_rows import DataCell, data_rows
from spec_parser.readers.page.cells import plain_cell
from spec_parser.readers.page.columns import by_file, may_have_columns
from spec_parser.readers.page.columns_by_place import by_place
from spec_parser.readers.page.columns_in_turn import columns_in_turn
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
        left: where the column that it is set in begins, in points; 0 for text of the page itself.
        right: where that ends; 0 where only its lines tell.
    """

    page: Page
    is_row: bool = False
    left: float = 0.0
    right: float = 0.0


def regions(page: Page) -> tuple[Region, ...]:
    """The parts of a page in the order in which a person reads them. A page without tables is one part."""
    found = grid(page.rules) if len(page.rules) >= _FEWEST_RULES else None
    if found is None:
        return tuple(_flowing(Region(page)))
    return tuple(_Reader(page, found).regions())


def _flowing(whole: Region) -> Iterator[Region]:
    """The parts of text that no ruled lines part: one, but for labels in a left column with their text beside them."""
    words = whole.page.words
    if not words:
        return
    may_have_labels = may_have_columns(words) and not columns_in_turn(words)
    parts = (by_file(words) or by_place(words)) if may_have_labels else None
    if parts is None:
        yield whole
        return
    marks = list(whole.page.marks)
    for part in parts:
        held = [mark for mark in marks if _stands_beside(mark, part.words)]
        marks = [mark for mark in marks if mark not in held]
        page = whole.page._replace(words=part.words, marks=tuple(held))
        yield whole._replace(page=page, left=part.left or whole.left, right=0.0 if part.left else whole.right)


def _stands_beside(mark: Mark, words: Sequence[Word]) -> bool:
    """Whether a drawn mark stands on a line of some words, on the left of them."""
    middle = _middle(mark)
    return any(word.top < middle < word.bottom and mark.right <= word.left + _BAR for word in words)


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
        words, marks = self._words.get(holder, ()), self._marks.get(holder, ())
        left, right = (0.0, 0.0) if holder < 0 else (self._grid.cells[holder].left, self._grid.cells[holder].right)
        top = float("-inf")
        for table in (*self._tables.get(holder, ()), None):
            end = table.top if table is not None else float("inf")
            held = self._page._replace(
                words=tuple(word for word in words if top <= _middle(word) < end),
                marks=tuple(mark for mark in marks if top <= _middle(mark) < end),
            )
            yield from _flowing(Region(held, left=left, right=right))
            if table is not None:
                yield from self._table(table)
                top = max(top, end)

    def _table(self, table: Table) -> Iterator[Region]:
        """The rows of a table: data stays together, of all others each cell is read by itself."""
        rows: dict[int, list[int]] = {}
        for number in table.cells:
            rows.setdefault(self._grid.cells[number].rows[0], []).append(number)
        filled = [rows[top] for top in sorted(rows) if any(self._holds(number) for number in rows[top])]
        ordered = [sorted(row, key=lambda number: self._grid.cells[number].left) for row in filled]
        data = data_rows([[self._plain(number) for number in row] for row in ordered])
        for place, row in enumerate(ordered):
            if place in data:
                yield self._row(row)
            else:
                for number in row:
                    yield from self._content(number)

    def _holds(self, number: int) -> bool:
        return number in self._words or number in self._tables

    def _plain(self, number: int) -> DataCell:
        holds_more = number in self._marks or number in self._tables
        return plain_cell(self._words.get(number, ()), holds_more=holds_more)

    def _row(self, numbers: Sequence[int]) -> Region:
        """A row of data with the edges of its cells as bars."""
        words: list[Word] = []
        for number in numbers:
            cell = self._grid.cells[number]
            words.append(_bar(cell, cell.left))
            words.extend(_unbroken(self._words.get(number, ())))
        last = self._grid.cells[numbers[-1]]
        words.append(_bar(last, last.right))
        return Region(self._page._replace(words=tuple(words), marks=()), is_row=True)


def _unbroken(words: Sequence[Word]) -> Iterator[Word]:
    """The words of a cell of data; those that a line's end has broken behind a hyphen are put together.

    The hyphen stays: `(2)-` / `Engineering` is a code with its name, and few words are broken in such cells.
    """
    before: Word | None = None
    for word in words:
        if before is not None and word.top > _middle(before) and before.text.endswith("-") and len(before.text) > 1:
            left, right = min(before.left, word.left), max(before.right, word.right)
            before = before._replace(text=before.text + word.text, left=left, right=right, bottom=word.bottom)
            continue
        if before is not None:
            yield before
        before = word
    if before is not None:
        yield before


def _bar(cell: Cell, place: float) -> Word:
    """An upright edge of a cell as the character that stands for it."""
    return Word("|", place - _BAR, cell.top, place + _BAR, cell.bottom, size=cell.bottom - cell.top)


def _middle(box: Word | Mark) -> float:
    return (box.top + box.bottom) / 2
