"""Prints rows as a document's text, with the evidence of each line and the place of each word."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.bullets import BULLET
from spec_parser.document import Document, Evidence, Line
from spec_parser.limits import Limits, beyond
from spec_parser.model import Finding
from spec_parser.origins import BoxOrigin, BoxRun
from spec_parser.readers.page.model import Box, Mark, Word
from spec_parser.readers.page.rows import Row


class Shown(NamedTuple):
    """A row and what is known of it: its evidence, and the depth of the item that it belongs to, from 1, or 0."""

    row: Row
    evidence: Evidence
    depth: int = 0


def printed(
    shown: Sequence[Shown],
    data: bytes,
    *,
    pages: int,
    media_type: str,
    name: str | None,
    limits: Limits,
    findings: tuple[Finding, ...] = (),
) -> Document:
    """The document that rows make, a line each.

    Raises:
        LimitError: it is larger than the limits allow.
    """
    if len(shown) > limits.lines:
        raise beyond(limits.lines, "lines")
    written = _Written([], [], [])
    for one in shown:
        written.add(one)
    origin = BoxOrigin(tuple(written.runs))
    return Document(
        text="".join(written.text),
        lines=written.lines,
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        place=origin.span,
        name=name,
        findings=findings,
        pages=pages,
        evidence=[one.evidence for one in shown],
    )


class _Written(NamedTuple):
    """The text so far, in parts; its lines; where each word stands."""

    text: list[str]
    lines: list[Line]
    runs: list[BoxRun]

    def add(self, one: Shown) -> None:
        """Write a row as a line."""
        row, text, runs = one.row, self.text, self.runs
        at = start = self.lines[-1].end + 1 if self.lines else 0
        # The lines of an item stand below its text.
        indent = "  " * (one.depth + bool(one.depth and one.evidence.goes_on))
        text.append(indent)
        at += len(indent)
        if row.bullet is not None:
            runs.append(BoxRun(at, at + 1, row.page, *_box(row.bullet)))
            text.append(f"{BULLET} ")
            at += 2
        for place, word in enumerate(row.words):
            if place:
                text.append(" ")
                at += 1
            end = at + len(word.text)
            runs.append(BoxRun(at, end, row.page, *_box(word), word.confidence))
            text.append(word.text)
            at = end
        self.lines.append(Line(len(self.lines) + 1, start, at))
        text.append("\n")


def _box(one: Word | Mark) -> Box:
    """Where it shows on the page."""
    return one.seen or (one.left, one.top, one.right, one.bottom)
