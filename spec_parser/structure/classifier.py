"""Turns logical lines into tokens for `grammars/document.lark`, knowing which section each stands in. Total."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from spec_parser.document import Document, Stretch
from spec_parser.profiles.profile import Header
from spec_parser.structure.logical_line import LogicalLine
from spec_parser.structure.parts import Part

# `FACILITY: Incumbents ...`: a label that its text follows on the same line.
_RUN_IN = re.compile(r"([A-Z][A-Z0-9 &/,.'’()-]{2,60}:)\s+(?=\S)")
# `Storrs Campus:` alone on a line.
_MIXED = re.compile(r"(?:(?:[A-Z][\w'’&/-]{0,30}|of|and|the|for|in|at|&|-|–),? ){0,6}[A-Z][\w'’&/-]{0,30}:$")
# A line in small letters that may be a header: a few words, the first with a capital, no stop at the end.
_NAME = re.compile(r"[A-Z][^\W\d_][^.;:!?|]{2,78}(?<![,\s])$")
_LETTERS = re.compile(r"[A-Z]")
# A longer line in capitals is a sentence that shouts.
_LONGEST_HEADER = 80


class Classified(NamedTuple):
    """Tokens in order, by parts; what of the page is no part of the specification; which labels were assumed."""

    parts: list[Part]
    furniture: list[Stretch]
    assumed_labels: list[LogicalLine]


def classify(document: Document, lines: Sequence[LogicalLine]) -> Classified:
    """Give every logical line the name of its token.

    A line of furniture becomes no token; an `OR` between alternatives makes the line above it EITHER.
    """
    classifier = _Classifier(document)
    before = None
    for line in lines:
        if line.type == "FURNITURE":
            classifier.outside.extend(line.stretches)
            continue
        if before is not None:
            classifier.take(before, line.type)
        before = line
    if before is not None:
        classifier.take(before, "")
    return Classified(classifier.parts, classifier.outside, classifier.assumed_labels)


class _Classifier:
    """Keeps what the meaning of a line depends on: the section it stands in, and whether anything stands there yet."""

    def __init__(self, document: Document) -> None:
        self._lines: list[LogicalLine] = []  # of the last part
        self.parts = [Part(None, self._lines)]
        self.outside: list[Stretch] = []
        self.assumed_labels: list[LogicalLine] = []
        self._document = document
        self._section: Header | None = None
        self._filled = False
        self._headers_stand_out = False  # whether the last header did

    def take(self, line: LogicalLine, following: str) -> None:
        """Classify a line, given the shape of the one below."""
        special = _SPECIAL.get(line.type)
        if special is not None:
            special(self, line, following)
        else:
            self._add(line)

    def _add(self, line: LogicalLine) -> None:
        self._lines.append(line)
        self._filled = True

    def _begin(self, header: Header | None) -> None:
        self._lines = []
        self.parts.append(Part(header, self._lines))

    def _open(self, line: LogicalLine, section: Header | None) -> None:
        self._begin(section)
        self._lines.append(line)
        self._section, self._filled = section, False

    def text(self, line: LogicalLine, following: str) -> None:
        """A line that may be a label, or a header in small letters."""
        if ":" in line.text:
            self._colon(line, following)
        elif line.stands_out and self._is_set_like_a_header(line):
            line.type = "UNKNOWN_HEADER"
            self._open(line, None)
            return
        self._add(line)

    def header(self, line: LogicalLine, _: str) -> None:
        self._headers_stand_out = line.stands_out
        self._open(line, line.header)

    def capitals(self, line: LogicalLine, following: str) -> None:
        """A line in capitals that is no header the profile knows."""
        text, section = line.text, self._section
        body = section.body if section is not None else "text"
        if text[-1] == ":":  # a header that the profile does not know cannot be told from a label here
            line.type = "LABEL"
        elif (body == "field" and not self._filled) or not _looks_like_header(text):
            line.type = "TEXT"
        elif body == "list" and following == "ITEM":
            line.type = "LABEL"
            self.assumed_labels.append(line)
        else:
            line.type = "UNKNOWN_HEADER"
            self._open(line, None)
            return
        self._add(line)

    def _is_set_like_a_header(self, line: LogicalLine) -> bool:
        """Whether a line in small letters stands out as the headers above it do, which no text of theirs does."""
        return self._headers_stand_out and self._filled and _NAME.match(line.text) is not None

    def alternative(self, line: LogicalLine, following: str) -> None:
        """`OR` alone on a line: it ties the line above to the one below."""
        above = self._lines[-1] if self._filled else None
        if above is not None and above.type in ("TEXT", "ITEM") and following in ("TEXT", "ITEM"):
            above.type = "EITHER"
            above.joint = line.stretches[0]
        else:
            line.type = "TEXT"
            self._add(line)

    def footer(self, line: LogicalLine, _: str) -> None:
        self._begin(None)
        self._add(line)

    def furniture(self, line: LogicalLine, _: str) -> None:
        """Masthead and banner are shown as sections of their own, but are no part of the specification either."""
        self.outside.extend(line.stretches)
        self._add(line)

    def _colon(self, line: LogicalLine, following: str) -> None:
        """A text that is a label, or begins with one."""
        if line.text[-1] == ":":
            if following in ("ITEM", "TEXT") and _MIXED.match(line.text):
                line.type = "LABEL"
        elif self._section is not None and line.text[1:3].isupper():
            found = _RUN_IN.match(line.text)
            if found is not None:
                whole = line.excerpt()
                label = whole.part(self._document, 0, found.end(1))
                rest = whole.part(self._document, found.end(), len(line.text))
                line.text, line.stretches = rest.text, list(rest.stretches)
                self._add(LogicalLine("LABEL", label.text, list(label.stretches), line.column))


# Kept by no classifier: one that held its own methods would keep its document until garbage is collected.
_SPECIAL: dict[str, Callable[[_Classifier, LogicalLine, str], None]] = {
    "TEXT": _Classifier.text,
    "HEADER": _Classifier.header,
    "CAPITALS": _Classifier.capitals,
    "FOOTER": _Classifier.footer,
    "OR": _Classifier.alternative,
    "MASTHEAD": _Classifier.furniture,
    "BANNER": _Classifier.furniture,
}


def _looks_like_header(text: str) -> bool:
    """Whether a line in capitals could be a header: letters, no stop at its end, not too long."""
    return (
        text[0].isalpha()
        and text[-1] not in ".;,)"
        and len(text) <= _LONGEST_HEADER
        and len(_LETTERS.findall(text)) >= 4
    )
