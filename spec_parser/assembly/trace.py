"""Keeps, while a record is put together, where each value comes from and what there is to say about it."""

from typing import TypeVar

from spec_parser.cleaning import clean, join
from spec_parser.document import Document, Excerpt, Stretch
from spec_parser.fields.reading import Reading
from spec_parser.findings import severity
from spec_parser.model import Finding, Fix, PlainProvenance, PlainSpan, Rule
from spec_parser.structure import LogicalLine

T = TypeVar("T")


class Trace:
    """The provenance and the findings of one record, growing as values are taken from the document."""

    def __init__(self, document: Document, findings: tuple[Finding, ...] = ()) -> None:
        self.document = document
        self.provenance: dict[str, PlainProvenance] = {}
        self.findings: list[Finding] = list(findings)
        self._text = document.text
        self._known: dict[Stretch, tuple[PlainSpan, ...]] = {}

    def spans(self, stretches: "tuple[Stretch, ...] | list[Stretch]") -> tuple[PlainSpan, ...]:
        """The spans of some stretches. Each is made once and shared by all values that come from it."""
        if len(stretches) != 1:
            return tuple([span for stretch in stretches for span in self.spans((stretch,))])
        stretch = stretches[0]
        known = self._known.get(stretch)
        if known is None:
            self._known[stretch] = known = (self.document.plain_span(stretch),)
        return known

    def take(self, pointer: str, excerpt: Excerpt | LogicalLine) -> str:
        """Record that the value at a pointer is the text of an excerpt or a line; gives the text."""
        text, stretches = excerpt.text, excerpt.stretches
        if len(stretches) == 1:
            start, end = stretch = stretches[0]
            spans = self._known.get(stretch) or self.spans(stretches)
            rule: Rule = "copy" if self._text[start:end] == text else "clean"
            self.provenance[pointer] = {"spans": spans, "rule": rule}
        else:
            self.provenance[pointer] = {"spans": self.spans(stretches), "rule": "join"}
        return text

    def derive(self, pointer: str, stretches: "tuple[Stretch, ...] | list[Stretch]") -> None:
        """Record that the value at a pointer is derived from these stretches."""
        spans = self._known.get(stretches[0]) if len(stretches) == 1 else None
        self.provenance[pointer] = {"spans": spans or self.spans(stretches), "rule": "derive"}

    def read(self, pointer: str, excerpt: Excerpt, reading: Reading[T]) -> T:
        """Record where the parts of a field come from and what could not be read; gives the field's value."""
        document = self.document
        places = excerpt.stretches_of
        for name, value, parts in reading.parts:
            if len(parts) == 1:
                start, end = parts[0]
                stretches = places(document, start, end)
            else:
                stretches = tuple([place for start, end in parts for place in places(document, start, end)])
            self.provenance[pointer + name] = {"spans": self.spans(stretches), "rule": self._rule(value, stretches)}
        for problem in reading.problems:
            where = places(document, *problem.stretch) or excerpt.stretches
            self.note(problem.code, problem.message, pointer, where, problem.fix)
        return reading.value

    def _rule(self, value: object, stretches: tuple[Stretch, ...]) -> Rule:
        """How a value follows from the stretches that a grammar read it from."""
        if not isinstance(value, str):
            return "derive"
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
        stretches: "tuple[Stretch, ...] | list[Stretch]",
        fix: str | None = None,
    ) -> None:
        """Record a finding; `fix` is what should stand at the stretches."""
        mended = None if fix is None else Fix(fix)
        spans = tuple([self.document.span(stretch) for stretch in stretches])
        self.findings.append(Finding(code, severity(code), message, pointer, spans, mended))
