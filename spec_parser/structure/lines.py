"""Logical lines: what each line of the document is by its own looks, put together again where it was wrapped.

This stage knows nothing of sections. A line's shape is a first guess that the classifier, which knows the section,
turns into a token for `grammars/document.lark`.
"""

import re
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from spec_parser.cleaning import clean, glue, join
from spec_parser.document import Document, Excerpt, Stretch
from spec_parser.profiles.profile import Header
from spec_parser.structure.bars import bars, cells, is_flattened, unbarred
from spec_parser.structure.marks import mark, ordinal, unspaced_dashes
from spec_parser.structure.vocabulary import Vocabulary
from spec_parser.structure.wrapping import is_finished, runs_on, was_broken, wrap_width

# A title or header takes no more physical lines than this.
_LONGEST_TITLE = 4
# An introduction to a list takes no more physical lines than this, one of the list included.
_LONGEST_INTRODUCTION = 6
_DASHES = ("-", "–", "—")
# A row of codes begins with a number or with a code in parentheses.
_CODE_ROW_OPENS = "(0123456789"
# What a pay line goes on with on its next line: a sign, an amount, "to $62,400 per year".
_PAY_GOES_ON = re.compile(r"[$/–—;-]|(?:to |and )?[$€£]?\s?\d")


class LogicalLine(Struct, gc=False):
    """One line of the specification as its author meant it.

    Attributes:
        type: its shape (HEADER, CAPITALS, ITEM, NOTE, FOOTER, OR, ROW, CLASS_HEAD, CLASS_ROW, CODE_HEAD, CODE_ROW,
            TITLE, PAY, MASTHEAD, BANNER, FURNITURE or TEXT); the classifier makes it the name of its token.
        text: its cleaned text without the mark.
        stretches: where the text stands.
        column: how far it is indented, in columns; tabs count to the next multiple of eight.
        mark: where its bullet or number stands.
        marker: the number or letter of a numbered item.
        header: what a header opens.
        near: whether the header is worded otherwise than the profile has it.
        evident: the kind of section that a line is told to be by its own form, where no header stands above.
        level: depth of an item in its list, from 1.
        joint: where the `OR` stands that ties it to the next line.
        rest: what stands behind a header on the same line, until it becomes a line of its own.
    """

    type: str
    text: str
    stretches: list[Stretch]
    column: int = 0
    mark: Stretch | None = None
    marker: str | None = None
    header: Header | None = None
    near: bool = False
    evident: str | None = None
    level: int = 1
    joint: Stretch | None = None
    rest: "LogicalLine | None" = None

    def excerpt(self) -> Excerpt:
        """The line's text with its way back to the document."""
        return Excerpt(self.text, tuple(self.stretches))


class Lines(NamedTuple):
    """The logical lines of a document in order, their shapes in `type`, and the bars between which they stand."""

    lines: list[LogicalLine]
    bars: list[Stretch]


def logical_lines(document: Document, vocabulary: Vocabulary) -> Lines:
    """All logical lines of a document."""
    reader = _LineReader(document, vocabulary)
    return Lines(reader.read(), reader.bars)


class _LineReader:
    """Reads the physical lines of one document, keeping what the next line needs to know of those before."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._width = wrap_width(document.text, document.lines)
        self._flattened = is_flattened(document.text, document.lines)
        self.bars: list[Stretch] = []
        self._in_preamble = True
        self._codes = False  # whether the line above is the head of the row of codes
        self._tight: bool | None = None  # found out when it matters
        self._body = "text"  # what the section is by nature
        self._numbers: dict[str, int] = {}
        self._pieces: list[str] = []  # of the text of the line that is open

    def read(self) -> list[LogicalLine]:
        done: list[LogicalLine] = []
        text = self._document.text
        current: LogicalLine | None = None
        above = ""  # the physical line above, as it stands; empty after a blank line
        for index, (_, start, end) in enumerate(self._document.lines):
            raw = text[start:end]
            if self._flattened:
                raw = self._without_bars(raw, start)
            body = raw.strip()
            words = body if body.isprintable() and "  " not in body else clean(body)
            if not words:
                above = ""
                continue
            lead = raw.find(body[0])
            line = self._shape(words, body, start + lead, lead if "\t" not in raw else len(raw[:lead].expandtabs()))
            if line.type == "FURNITURE":  # a page's own line: what it interrupts may go on below it
                done.append(line)
                continue
            if current is not None and self._goes_on(current, line, above, words, index):
                self._extend(current, (start + lead, start + lead + len(body)), words)
            else:
                if current is not None:
                    self._close(current)
                self._open(line)
                done.append(line)
                current = line
                if line.rest is not None:  # a header that its text follows on the same line
                    current = line.rest
                    line.rest = None
                    done.append(current)
            above = raw.rstrip()
        if current is not None:
            self._close(current)
        return done

    @cached_property
    def _dashes(self) -> frozenset[int]:
        return unspaced_dashes(self._document.text, self._document.lines)

    def _shape(self, words: str, body: str, start: int, column: int) -> LogicalLine:
        """What a physical line looks like by itself."""
        vocabulary = self._vocabulary
        stretches = [(start, start + len(body))]
        header = vocabulary.headers.get(words)
        if header is not None:
            return LogicalLine("HEADER", words, stretches, column, header=header)
        found = mark(body)
        if found is not None:
            length, marker, certain = found
            if self._counts_on(marker) if marker is not None else certain or start in self._dashes:
                text = clean(body[length:])
                where = [(start + length, start + len(body))] if text else []
                return LogicalLine("ITEM", text, where, column, (start, start + len(body[:length].rstrip())), marker)
        special = vocabulary.special.match(words)
        if special is not None:
            return LogicalLine(str(special.lastgroup), words, stretches, column)
        if words.count("|") > 1:
            return self._row(words, body, start, column)
        return self._named(words, body, start, column) or self._other(words, stretches, column)

    def _without_bars(self, raw: str, start: int) -> str:
        """A line of a flattened page as if it stood there without bars; the row of a table keeps its own."""
        alone = unbarred(raw)
        if alone is None:
            return raw
        self.bars.extend(bars(raw, start))
        return alone

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
        if self._codes and words[0] in _CODE_ROW_OPENS:
            return "CODE_ROW"
        return vocabulary.class_table_row(words) if self._in_preamble else None

    def _named(self, words: str, body: str, start: int, column: int) -> LogicalLine | None:
        """A line that names a header in other words than the profile's, or goes on behind it."""
        near = self._vocabulary.near_header(words)
        if near is not None:
            return LogicalLine("HEADER", words, [(start, start + len(body))], column, header=near, near=True)
        run_in = self._vocabulary.run_in_header(words)
        return None if run_in is None else self._run_in(body, start, column, *run_in)

    def _other(self, words: str, stretches: list[Stretch], column: int) -> LogicalLine:
        if self._codes and words[0] in _CODE_ROW_OPENS:
            return LogicalLine("CODE_ROW", words, stretches, column)
        if not self._in_preamble:
            return LogicalLine("CAPITALS" if words.isupper() else "TEXT", words, stretches, column)
        line = LogicalLine(self._preamble_shape(words), words, stretches, column)
        if line.type in ("TEXT", "CAPITALS"):
            line.evident = self._vocabulary.evident_kind(words)
        return line

    def _run_in(self, body: str, start: int, column: int, header: Header, length: int) -> LogicalLine:
        end = body.index(":") + 1
        text = body[end:].lstrip()
        where = start + len(body) - len(text)
        rest = LogicalLine("TEXT", clean(text), [(where, where + len(text))], column)
        return LogicalLine(
            "HEADER", clean(body[:end])[:length], [(start, start + end)], column, header=header, rest=rest
        )

    def _preamble_shape(self, words: str) -> str:
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

    def _counts_on(self, marker: str) -> bool:
        """Whether a number can be an item's: the first of its style, or the next one.

        `(15) semester hours` at the start of a wrapped line is no item.
        """
        style, place = ordinal(marker)
        return place == 1 or self._numbers.get(style) == place - 1

    def _goes_on(self, current: LogicalLine, line: LogicalLine, above: str, words: str, index: int) -> bool:
        """Whether a physical line, of the shape that it has by itself, goes on with the logical line that is open."""
        opened, shape = current.type, line.type
        if opened == "FOOTER":
            return shape == "FOOTER"
        if not above:  # a lone mark, its text below it
            return opened == "ITEM" and not current.text and shape == "TEXT"
        if opened in ("HEADER", "CAPITALS"):
            return f"{current.text} {words}" in self._vocabulary.headers
        if opened == "PAY":
            return self._pay_goes_on(current, line, above, words)
        if opened in ("TEXT", "ITEM", "NOTE", "BANNER"):
            return self._text_goes_on(current, line, above, words, index)
        whole = opened == "CLASS_ROW" and above[-4:].isdigit()  # a row of classes ends with its year
        row = opened in ("CLASS_ROW", "CODE_ROW") and not whole
        return row and shape in ("TEXT", "CAPITALS") and was_broken(above, words, self._width)

    def _pay_goes_on(self, current: LogicalLine, line: LogicalLine, above: str, words: str) -> bool:
        if was_broken(above, words, self._width) and self._is_dash_between_words(current, line):
            return True
        return line.type in ("TEXT", "PAY") and (
            _PAY_GOES_ON.match(words) is not None or above[-1] in "/-–—" or was_broken(above, words, self._width)
        )

    def _text_goes_on(self, current: LogicalLine, line: LogicalLine, above: str, words: str, index: int) -> bool:
        opened, shape = current.type, line.type
        broken = was_broken(above, words, self._width)
        if broken and shape == "TEXT" and self._opens_list(index, above, words):
            return False
        if shape == "TEXT":
            return (
                broken
                or runs_on(above, words)
                or (self._body != "list" and not is_finished(above) and self._joins(current))
                or not current.text
                or (opened == "ITEM" and line.column > current.column)
                or (opened == "NOTE" and current.text.endswith(":") and " " not in current.text)
            )
        if shape == "ITEM" and line.marker is None:
            return broken and not is_finished(above) and self._is_dash_between_words(current, line)
        if shape in ("CAPITALS", "NOTE") and not current.text:
            return True
        if shape == "CAPITALS" or line.marker is not None:
            # These open something of their own unless the sentence above is plainly cut: "under Sec." is no sentence
            # where "7-148(A)" follows.
            return broken and (not is_finished(above) or (line.marker is None and not words[0].isalpha()))
        # A title that was wrapped: its qualifiers or its code stand on the line below.
        return shape == "TITLE" and opened == "TEXT" and (broken or words[0] in "([")

    def _opens_list(self, index: int, above: str, words: str) -> bool:
        """Whether a line begins the introduction to a list, on a page that sets nothing off by blank lines.

        There a full line that ends with a stop may end its paragraph or not; an introduction is one of its own.
        """
        if not is_finished(above) or not words[0].isupper():
            return False
        text, lines = self._document.text, self._document.lines
        last = ""
        for _, start, end in lines[index : index + _LONGEST_INTRODUCTION]:
            body = text[start:end].strip()
            if not body or mark(body):
                break
            last = body
        return last.endswith(":") and self._is_tight()

    def _is_tight(self) -> bool:
        """Whether no blank line stands in the document."""
        if self._tight is None:
            text = self._document.text
            self._tight = all(text[start:end].strip() for _, start, end in self._document.lines)
        return self._tight

    def _joins(self, current: LogicalLine) -> bool:
        """Whether an unfinished line is taken on by the next one even if that begins with a capital.

        Outside lists each paragraph ends with a stop, and a field is one line: `Salary` / `Group DC 16`.
        """
        if self._in_preamble:
            return current.evident is not None and self._vocabulary.bodies.get(current.evident) == "text"
        return True

    def _is_dash_between_words(self, current: LogicalLine, line: LogicalLine) -> bool:
        """Whether a dash that a wrap has brought to the beginning of a line is no bullet like the one above it."""
        text = self._document.text
        dash = text[line.mark[0]] if line.mark is not None else ""
        return dash in _DASHES and (current.mark is None or text[current.mark[0]] != dash)

    def _extend(self, current: LogicalLine, stretch: Stretch, words: str) -> None:
        """Add a physical line. The text of a long line is put together once, when it is closed."""
        if not current.text:
            current.stretches, current.text = [stretch], words
            return
        start, end = current.stretches[-1]
        current.stretches.append(stretch)
        self._pieces.append(glue(self._document.text[start:end], words) + words)
        if len(current.stretches) > _LONGEST_TITLE:
            return
        if current.type in ("HEADER", "CAPITALS"):
            self._close(current)
            current.type, current.header = "HEADER", self._vocabulary.headers[current.text]
            self._open(current)
        elif self._in_preamble and current.type == "TEXT":
            text = current.text + "".join(self._pieces)
            current.type = "TITLE" if self._vocabulary.title.match(text) else "TEXT"

    def _close(self, line: LogicalLine) -> None:
        if self._pieces:
            line.text += "".join(self._pieces)
            self._pieces.clear()
            if line.evident is not None:  # what a field is told by must hold of all of it
                line.evident = self._vocabulary.evident_kind(line.text)

    def _open(self, line: LogicalLine) -> None:
        self._codes = line.type == "CODE_HEAD"
        if line.type == "HEADER":
            self._in_preamble = False
            known = line.header is not None and line.header.kind != "unrecognised"
            self._body = line.header.body if known and line.header is not None else "list"
            self._numbers.clear()
        elif line.marker is not None:
            style, place = ordinal(line.marker)
            self._numbers[style] = place
