"""Logical lines: what each line of the document is by its own looks, put together again where it was wrapped.

This stage knows nothing of sections. A line's shape is a first guess that the classifier, which knows the section,
turns into a token for `grammars/document.lark`.
"""

import re
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

from spec_parser.cleaning import clean, glue
from spec_parser.document import PLAIN, Document, Stretch
from spec_parser.structure.bars import bars, is_flattened, unbarred
from spec_parser.structure.logical_line import LogicalLine
from spec_parser.structure.marks import mark
from spec_parser.structure.shapes import Shapes
from spec_parser.structure.vocabulary import Vocabulary
from spec_parser.structure.wrapping import is_finished, runs_on, was_broken, wrap_width

# A title or header takes no more physical lines than this.
_LONGEST_TITLE = 6
# An introduction to a list takes no more physical lines than this, one of the list included.
_LONGEST_INTRODUCTION = 6
_DASHES = ("-", "–", "—")
# Lines that are whole, and those that nothing above goes on with.
_NEVER_WRAPPED = ("HEADER", "FOOTER", "MASTHEAD")
_RUNNING = ("TEXT", "ITEM", "NOTE")
_ALWAYS_OPEN = (*_NEVER_WRAPPED, "BANNER")
# What a pay line goes on with on its next line: a sign, an amount, "to $62,400 per year".
_PAY_GOES_ON = re.compile(r"[$/–—;-]|(?:to |and )?[$€£]?\s?\d")


class Lines(NamedTuple):
    """The logical lines of a document in order, their shapes in `type`, and the bars between which they stand."""

    lines: list[LogicalLine]
    bars: list[Stretch]


def logical_lines(document: Document, vocabulary: Vocabulary) -> Lines:
    """All logical lines of a document."""
    return _LineReader(document, vocabulary).read()


class _LineReader:
    """Reads the physical lines of one document, keeping what the next line needs to know of those before."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._width = wrap_width(document)
        self._flattened = is_flattened(document.text, document.lines)
        self._shapes = Shapes(document, vocabulary)
        self._wrapped = False  # whether a text has been put together again so far
        self._pieces: list[str] = []  # of the text of the line that is open

    def read(self) -> Lines:
        done: list[LogicalLine] = []
        text, width, shape, opened = self._document.text, self._width, self._shapes.shape, self._shapes.opened
        flattened, printable = self._flattened, self._document.is_printable
        current: LogicalLine | None = None
        above = ""  # the physical line above, as it stands; empty after a blank line
        shows = self._document.evidence or repeat(PLAIN)
        for index, (physical, shown) in enumerate(zip(self._document.lines, shows, strict=False)):
            first, end = physical.start, physical.end
            if first == end:
                above = ""
                continue
            raw = self._without_bars(text[first:end], first) if flattened else text[first:end]
            bare = raw.rstrip()
            body = bare.lstrip()
            words = body if (printable or body.isprintable()) and "  " not in body else clean(body)
            if not words:
                above = ""
                continue
            lead = len(bare) - len(body)
            start = first + lead
            if shown.furniture:
                line = LogicalLine("FURNITURE", words, [(start, start + len(body))])
            else:
                line = shape(words, body, start, len(raw[:lead].expandtabs()) if lead and "\t" in raw else lead)
                line.stands_out = shown.stands_out
            if line.type == "FURNITURE":  # a page's own line: what it interrupts may go on below it
                done.append(line)
                continue
            if current is not None and (
                not (width is None and line.type == current.type == "ITEM")  # no line was broken: these are two
                and self._goes_on(current, line, above, words, index)
                if shown.goes_on is None
                else self._is_shown_to_go_on(current, line, words, goes_on=shown.goes_on)
            ):
                self._extend(current, (start, start + len(body)), words)
                self._wrapped = self._wrapped or (current.type != "PAY" and was_broken(above, words, width))
            else:
                if self._pieces and current is not None:
                    self._close(current)
                done.append(line)
                opened(line)
                current = line
                if line.rest is not None:  # what follows may go on with what stands behind a header on its line
                    current, line.rest = line.rest, None
                    done.append(current)
            above = bare
        if current is not None:
            self._close(current)
        return Lines(done, self._shapes.bars)

    def _without_bars(self, raw: str, start: int) -> str:
        """A line of a flattened page as if it stood there without bars; the row of a table keeps its own."""
        alone = unbarred(raw)
        if alone is None:
            return raw
        self._shapes.bars.extend(bars(raw, start))
        return alone

    def _goes_on(self, current: LogicalLine, line: LogicalLine, above: str, words: str, index: int) -> bool:
        """Whether a physical line, of the shape that it has by itself, goes on with the logical line that is open."""
        opened, shape = current.type, line.type
        if opened == "FOOTER":
            return shape == "FOOTER" or (shape in ("TEXT", "CAPITALS") and above.endswith(":"))
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

    def _is_shown_to_go_on(self, current: LogicalLine, line: LogicalLine, words: str, *, goes_on: bool) -> bool:
        """Whether a line goes on with the open one, where the form shows whether it was wrapped there.

        The form is believed but for what a specification never wraps: a header, a footer, a pay line open anew
        wherever they stand. A footer and a pay line are one even if each of their lines is a paragraph.
        """
        opened, shape = current.type, line.type
        if opened == "FOOTER":
            return shape == "FOOTER" or (goes_on and (self._pieces or [current.text])[-1][-1] == ":")
        if not goes_on:
            lone_mark = opened == "ITEM" and not current.text and shape == "TEXT"
            cut = opened == "PAY" and (self._pieces or [current.text])[-1][-1] == "/"
            return lone_mark or (cut and _PAY_GOES_ON.match(words) is not None)
        if opened in ("HEADER", "CAPITALS"):
            header = f"{current.text} {words}"
            if header in self._vocabulary.headers or header in self._vocabulary.openings:
                return True  # "MINIMUM QUALIFICATIONS" / "- GENERAL" / "EXPERIENCE", in a narrow column
        if opened in _RUNNING and line.rest is not None and not is_finished((self._pieces or [current.text])[-1]):
            return True  # a sentence that names what a header is called: "... for the" / "General Experience: ..."
        if opened in _NEVER_WRAPPED or shape in _ALWAYS_OPEN:
            return False
        return shape != "TITLE" or opened == "TEXT"

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
                or (self._shapes.body != "list" and not is_finished(above) and self._joins(current))
                or not current.text
                or (opened == "ITEM" and line.column > current.column)
                or (opened == "NOTE" and current.text.endswith(":") and " " not in current.text)
            )
        if shape == "ITEM" and line.marker is None:
            return broken and not is_finished(above) and self._dash_goes_on(current, line)
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
        for line in lines[index : index + _LONGEST_INTRODUCTION]:
            body = text[line.start : line.end].strip()
            if not body or mark(body):
                break
            last = body
        return last.endswith(":") and self._is_tight

    @cached_property
    def _is_tight(self) -> bool:
        """Whether no blank line stands in the document."""
        text = self._document.text
        return all(text[line.start : line.end].strip() for line in self._document.lines)

    def _joins(self, current: LogicalLine) -> bool:
        """Whether an unfinished line is taken on by the next one even if that begins with a capital.

        Outside lists each paragraph ends with a stop, and a field is one line: `Salary` / `Group DC 16`.
        """
        if self._shapes.in_preamble:
            return current.evident is not None and self._vocabulary.bodies.get(current.evident) == "text"
        return True

    def _is_dash_between_words(self, current: LogicalLine, line: LogicalLine) -> bool:
        """Whether a dash that a wrap has brought to the beginning of a line is no bullet like the one above it."""
        text = self._document.text
        dash = text[line.mark[0]] if line.mark is not None else ""
        return dash in _DASHES and (current.mark is None or text[current.mark[0]] != dash)

    def _dash_goes_on(self, current: LogicalLine, line: LogicalLine) -> bool:
        """Whether a line with a bullet, below a full and unfinished one, goes on with it; marks it where nobody knows.

        A dash further left than any item of the section is no bullet: a wrap has brought it there.
        """
        if self._is_dash_between_words(current, line):
            return True
        dash = self._document.text[line.mark[0]] if line.mark is not None else ""
        margin = self._shapes.margin
        if dash in _DASHES and margin is not None and line.column < margin:
            return True
        line.doubtful = dash in _DASHES and self._wrapped
        return False

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
            current.header = self._vocabulary.headers.get(current.text)
            if current.header is not None:
                current.type, current.near = "HEADER", False
                self._shapes.opened(current)
            else:
                current.type = "CAPITALS" if current.text.isupper() else "TEXT"
        elif self._shapes.in_preamble and current.type == "TEXT":
            text = current.text + "".join(self._pieces)
            shape = self._shapes.preamble_shape(text)
            current.type = "TEXT" if shape == "CAPITALS" else shape

    def _close(self, line: LogicalLine) -> None:
        if self._pieces:
            line.text += "".join(self._pieces)
            self._pieces.clear()
            if line.evident is not None:  # what a field is told by must hold of all of it
                line.evident = self._vocabulary.evident_kind(line.text)
