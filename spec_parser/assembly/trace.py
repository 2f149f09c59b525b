"""Keeps, while a record is put together, where each value comes from and what there is to say about it."""

from collections.abc import Sequence
from typing import TypeVar

from spec_parser.cleaning import clean, join
from spec_parser.document import Document, Excerpt, Stretch
from spec_parser.fields.reading import Reading
from spec_parser.findings import finding
from spec_parser.model import Finding, PlainProvenance, PlainSpan, Rule
from spec_parser.structure import LogicalLine

T = TypeVar("T")


class Trace:
    """The provenance and the findings of one record, growing as values are taken from the document.

    Values of one stretch share its span. Spans have only their start and end until all are completed at once.
    """

    def __init__(self, document: Document, findings: tuple[Finding, ...] = ()) -> None:
        self.document = document
        self.provenance: dict[str, PlainProvenance] = {}
        self.findings: list[Finding] = list(findings)
        self._text = document.text
        self._alone: dict[Stretch, tuple[PlainSpan]] = {}  # the span of each stretch, as most values have it

    def complete(self) -> dict[str, PlainProvenance]:
        """The provenance, its spans complete: lines and places in the file are told of all of them at once."""
        self.document.complete(self._alone)
        return self.provenance

    def take(self, pointer: str, excerpt: Excerpt | LogicalLine) -> str:
        """Record that the value at a pointer is the text of an excerpt or a line; gives the text."""
        text, stretches = excerpt.text, excerpt.stretches
        rule: Rule = "join"
        if len(stretches) == 1:
            start, end = stretches[0]
            rule = "copy" if self._text[start:end] == text else "clean"
        self.provenance[pointer] = {"spans": self._spans(stretches), "rule": rule}
        return text

    def derive(self, pointer: str, stretches: Sequence[Stretch]) -> None:
        """Record that the value at a pointer is derived from these stretches."""
        self.provenance[pointer] = {"spans": self._spans(stretches), "rule": "derive"}

    def _spans(self, stretches: Sequence[Stretch]) -> tuple[PlainSpan, ...]:
        """The spans of some stretches."""
        alone = self._alone
        found: list[tuple[PlainSpan]] = []
        for stretch in stretches:
            spans = alone.get(stretch)
            if spans is None:
                alone[stretch] = spans = ({"start": stretch[0], "end": stretch[1]},)
            found.append(spans)
        return found[0] if len(found) == 1 else tuple([span for (span,) in found])

    def read(self, pointer: str, excerpt: Excerpt, reading: Reading[T]) -> T:
        """Record where the parts of a field come from and what could not be read; gives the field's value."""
        shift = excerpt.shift
        for name, value, places in reading.parts:
            stretches: Sequence[Stretch]
            if len(places) != 1:
                stretches = [one for place in places for one in excerpt.stretches_of(self.document, *place)]
            elif shift is not None:
                ((start, end),) = places
                stretches = ((start + shift, end + shift),)
            else:
                stretches = excerpt.stretches_of(self.document, *places[0])
            rule: Rule = self._rule(value, stretches) if isinstance(value, str) else "derive"
            self.provenance[pointer + name] = {"spans": self._spans(stretches), "rule": rule}
        for problem in reading.problems:
            where = excerpt.stretches_of(self.document, *problem.stretch) or excerpt.stretches
            self.note(problem.code, problem.message, pointer, where, problem.fix)
        return reading.value

    def _rule(self, value: str, stretches: Sequence[Stretch]) -> Rule:
        """How a text follows from the stretches that a grammar read it from."""
        if len(stretches) == 1:
            start, end = stretches[0]
            raw = self._text[start:end]
            return "copy" if raw == value else "clean" if clean(raw) == value else "derive"
        return "join" if join([self._text[start:end] for start, end in stretches]) == value else "derive"

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
