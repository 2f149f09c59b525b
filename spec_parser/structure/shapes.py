"""What a physical line looks like by itself: the first guess at what it is."""

from functools import cached_property

from spec_parser.cleaning import clean, join
from spec_parser.document import Document, Stretch
from spec_parser.profiles.profile import Header
from spec_parser.structure.bars import bars, cells
from spec_parser.structure.logical_line import LogicalLine
from spec_parser.structure.marks import Mark, mark, ordinals, unspaced_dashes
from spec_parser.structure.vocabulary import Vocabulary

# A row of codes begins with a number or with a code in parentheses.
_CODE_ROW_OPENS = "(0123456789"


def _item(words: str, body: str, start: int, column: int, found: Mark) -> LogicalLine:
    length = found.length
    text = body[length:]
    if words is not body:  # what is clean as a whole is clean in part
        text = clean(text)
    where = [(start + length, start + len(body))] if text else []
    return LogicalLine("ITEM", text, where, column, (start, start + found.bare), found.marker)


class Shapes:
    """Tells the shape of each physical line of one document, keeping what that needs to know of the lines before.

    Attributes:
        in_preamble: whether no header stands above.
        body: what the section is by nature.
        margin: the column of the items of the section that stand furthest left.
        bars: where the bars stand that are no part of the text between them.
    """

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self.in_preamble = True
        self.body = "text"
        self.margin: int | None = None
        self.bars: list[Stretch] = []
        self._above: LogicalLine | None = None
        self._numbers: dict[tuple[str, int | None], int] = {}  # the last of each style, by column and anywhere

    def shape(self, words: str, body: str, start: int, column: int) -> LogicalLine:
        """What a physical line looks like by itself."""
        vocabulary = self._vocabulary
        header = vocabulary.headers.get(words)
        if header is not None:
            return LogicalLine("HEADER", words, [(start, start + len(body))], column, header=header)
        found = mark(body)
        if found is not None:
            marker = found.marker
            if self._counts_on(marker, column) if marker is not None else found.certain or start in self._dashes:
                return _item(words, body, start, column, found)
        stretches = [(start, start + len(body))]
        special = vocabulary.special.match(words)
        if special is not None:
            return LogicalLine(str(special.lastgroup), words, stretches, column)
        if "|" in words and words.count("|") > 1:
            return self._row(words, body, start, column)
        return self._named(words, body, start, column) or self._other(words, stretches, column)

    def opened(self, line: LogicalLine) -> None:
        """Take note of a logical line that a physical line has opened."""
        self._above = line
        if line.type == "ITEM":
            if self.margin is None or line.column < self.margin:
                self.margin = line.column
            if line.marker is not None:
                for style, place in self._places(line.marker, line.column) or ordinals(line.marker):
                    self._numbers[style, line.column] = self._numbers[style, None] = place
        elif line.header is not None:
            self.in_preamble = False
            self.body = line.header.body if line.header.kind != "unrecognised" else "list"
            self.margin = None
            self._numbers.clear()

    @cached_property
    def _dashes(self) -> frozenset[int]:
        return unspaced_dashes(self._document.text, self._document.lines)

    def _row(self, words: str, body: str, start: int, column: int) -> LogicalLine:
        """The row of a table: of the tables that the profile knows, the bars are no part of the row."""
        found = cells(body, start)
        text = join([self._document.text[first:last] for first, last in found]) if found else ""
        shape = self._known_row(text) if text else None
        if shape is None:
            return LogicalLine("ROW", words, [(start, start + len(body))], column)
        self.bars.extend(bars(body, start))
        return LogicalLine(shape, text, found, column)

    def _known_row(self, words: str) -> str | None:
        vocabulary = self._vocabulary
        if vocabulary.code_row_head.match(words):
            return "CODE_HEAD"
        if self._is_code_row(words):
            return "CODE_ROW"
        return vocabulary.class_table_row(words) if self.in_preamble else None

    def _is_code_row(self, words: str) -> bool:
        """Whether a line stands right below the head of the row of codes, and begins like one."""
        return words[0] in _CODE_ROW_OPENS and self._above is not None and self._above.type == "CODE_HEAD"

    def _named(self, words: str, body: str, start: int, column: int) -> LogicalLine | None:
        """A line that names a header in other words than the profile's, or goes on behind it."""
        near = self._vocabulary.near_header(words)
        if near is not None:
            return LogicalLine("HEADER", words, [(start, start + len(body))], column, header=near, near=True)
        run_in = self._vocabulary.run_in_header(words)
        return None if run_in is None else self._run_in(body, start, column, *run_in)

    def _run_in(self, body: str, start: int, column: int, header: Header, length: int) -> LogicalLine:
        end = body.index(":") + 1
        text = body[end:].lstrip()
        where = start + len(body) - len(text)
        rest = LogicalLine("TEXT", clean(text), [(where, where + len(text))], column)
        return LogicalLine(
            "HEADER", clean(body[:end])[:length], [(start, start + end)], column, header=header, rest=rest
        )

    def _other(self, words: str, stretches: list[Stretch], column: int) -> LogicalLine:
        if self._is_code_row(words):
            return LogicalLine("CODE_ROW", words, stretches, column)
        if not self.in_preamble:
            return LogicalLine("CAPITALS" if words.isupper() else "TEXT", words, stretches, column)
        line = LogicalLine(self.preamble_shape(words), words, stretches, column)
        if line.type in ("TEXT", "CAPITALS"):
            line.evident = self._vocabulary.evident_kind(words)
        return line

    def preamble_shape(self, words: str) -> str:
        """What a line above the first header looks like by itself."""
        vocabulary = self._vocabulary
        if vocabulary.title.match(words):
            return "TITLE"
        if vocabulary.pay.match(words):
            return "PAY"
        if vocabulary.masthead.match(words):
            return "MASTHEAD"
        if vocabulary.banner.match(words):
            return "BANNER"
        return vocabulary.class_table_row(words) or ("CAPITALS" if words.isupper() else "TEXT")

    def _counts_on(self, marker: str, column: int) -> bool:
        """Whether a number can be an item's: the first of its style, or the next one, there or further left or right.

        `(15) semester hours` at the start of a wrapped line is no item.
        """
        return bool(self._places(marker, column))

    def _places(self, marker: str, column: int) -> list[tuple[str, int]]:
        """The styles and places that a number can have where it stands."""
        numbers = self._numbers
        return [
            (style, place)
            for style, place in ordinals(marker)
            if place == 1 or place - 1 in (numbers.get((style, column)), numbers.get((style, None)))
        ]
