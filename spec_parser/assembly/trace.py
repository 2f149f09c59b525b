"""Keeps, while a record is put together, where each value comes from and what there is to say about it."""

from collections.abc import Sequence
from typing import TypeVar

from spec_parser.cleaning import clean, join
from spec_parser.document import Document, Excerpt, Spans, Stretch
from spec_parser.fields.reading import Reading
from spec_parser.findings import finding
from spec_parser.model import Finding, PlainProvenance, PlainSpan, Rule
from spec_parser.structure import LogicalLine

T = TypeVar("T")


class Trace:
    """The provenance and the findings of one record, growing as values are taken from the document.

    Args:
        document: what values are taken from.
        spans: the document's.
        findings: what there was to say before.
    """

    def __init__(self, document: Document, spans: Spans, findings: tuple[Finding, ...] = ()) -> None:
        self.document = document
        self.provenance: dict[str, PlainProvenance] = {}
        self.findings: list[Finding] = list(findings)
        self.spans = spans
        self._text = document.text
        self._span = spans.__getitem__  # called in half the time that subscription takes a class derived from dict

    def take(self, pointer: str, excerpt: Excerpt | LogicalLine) -> str:
        """Record that the value at a pointer is the text of an excerpt or a line; gives the text."""
        text, stretches = excerpt.text, excerpt.stretches
        if len(stretches) == 1:
            stretch = start, end = stretches[0]
            rule: Rule = "copy" if self._text[start:end] == text else "clean"
            span = self._span
            self.provenance[pointer] = {"spans": span(stretch), "rule": rule}
        else:
            self.provenance[pointer] = {"spans": self._several(stretches), "rule": "join"}
        return text

    def derive(self, pointer: str, stretches: Sequence[Stretch]) -> None:
        """Record that the value at a pointer is derived from these stretches."""
        span = self._span
        spans = span(stretches[0]) if len(stretches) == 1 else self._several(stretches)
        self.provenance[pointer] = {"spans": spans, "rule": "derive"}

    def _several(self, stretches: Sequence[Stretch]) -> tuple[PlainSpan, ...]:
        """The spans of any number of stretches; of a single one they are made already."""
        span = self._span
        return tuple([span(stretch)[0] for stretch in stretches])

    def read(self, pointer: str, excerpt: Excerpt, reading: Reading[T]) -> T:
        """Record where the parts of a field come from and what could not be read; gives the field's value."""
        value, parts, problems = reading
        text, span = self._text, self._span
        carried, shift = excerpt.carried(self.document)
        for name, part, places in parts:
            stretches: Sequence[Stretch]
            if len(places) == 1 and places[0][0] < places[0][1] <= carried:
                start, end = places[0]
                stretches = ((start + shift, end + shift),)
            else:
                stretches = [one for place in places for one in excerpt.stretches_of(self.document, *place)]
            if len(stretches) == 1:
                stretch = start, end = stretches[0]
                raw = text[start:end]
                rule: Rule = "copy" if raw == part else "clean" if clean(raw) == part else "derive"
                self.provenance[pointer + name] = {"spans": span(stretch), "rule": rule}
            else:
                is_joined = isinstance(part, str) and join([text[start:end] for start, end in stretches]) == part
                rule = "join" if is_joined else "derive"
                self.provenance[pointer + name] = {"spans": self._several(stretches), "rule": rule}
        for problem in problems:
            where = excerpt.stretches_of(self.document, *problem.stretch) or excerpt.stretches
            self.note(problem.code, problem.message, pointer, where, problem.fix)
        return value

    def note(
        self,
        code: str,
        message: str,
        pointer: str | None,
        stretches: Sequence[Stretch],
        fix: str | None = None,
    ) -> None:
        """Record a finding; `fix` is what should stand at the stretches."""
        spans = [self.document.span(stretch) for stretch in stretches]
        self.findings.append(finding(code, message, spans, pointer=pointer, mended=fix))
