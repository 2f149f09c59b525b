"""Keeps, while a record is put together, where each value comes from and what there is to say about it."""

from typing import TypeVar

from spec_parser.document import Document, Excerpt, Stretch
from spec_parser.document import excerpt as excerpt_of
from spec_parser.fields.reading import Reading
from spec_parser.findings import severity
from spec_parser.model import Finding, Provenance, Rule, Span

T = TypeVar("T")


class Trace:
    """The provenance and the findings of one record, growing as values are taken from the document."""

    def __init__(self, document: Document, findings: tuple[Finding, ...] = ()) -> None:
        self.document = document
        self.provenance: dict[str, Provenance] = {}
        self.findings: list[Finding] = list(findings)
        self._spans: dict[Stretch, Span] = {}

    def spans(self, stretches: "tuple[Stretch, ...] | list[Stretch]") -> tuple[Span, ...]:
        """The spans of some stretches."""
        if len(stretches) == 1:
            return (self._span(stretches[0]),)
        return tuple([self._span(stretch) for stretch in stretches])

    def _span(self, stretch: Stretch) -> Span:
        span = self._spans.get(stretch)
        if span is None:
            self._spans[stretch] = span = self.document.span(stretch)
        return span

    def take(self, pointer: str, excerpt: Excerpt) -> str:
        """Record that the value at a pointer is this excerpt's text; gives the text."""
        text, stretches = excerpt
        if len(stretches) == 1:
            start, end = stretch = stretches[0]
            rule: Rule = "copy" if self.document.text[start:end] == text else "clean"
            self.provenance[pointer] = Provenance((self._span(stretch),), rule)
        else:
            self.provenance[pointer] = Provenance(self.spans(stretches), "join")
        return text

    def derive(self, pointer: str, stretches: "tuple[Stretch, ...] | list[Stretch]") -> None:
        """Record that the value at a pointer is derived from these stretches."""
        self.provenance[pointer] = Provenance(self.spans(stretches), "derive")

    def read(self, pointer: str, excerpt: Excerpt, reading: Reading[T]) -> T:
        """Record where the parts of a field come from and what could not be read; gives the field's value."""
        document = self.document
        for part in reading.parts:
            stretches = [place for start, end in part.stretches for place in excerpt.stretches_of(document, start, end)]
            at = pointer + part.pointer
            if isinstance(part.value, str) and excerpt_of(document, stretches).text == part.value:
                self.take(at, Excerpt(part.value, tuple(stretches)))
            else:
                self.derive(at, stretches)
        for problem in reading.problems:
            places = excerpt.stretches_of(document, *problem.stretch) or excerpt.stretches
            self.note(problem.code, problem.message, pointer, places)
        return reading.value

    def note(
        self, code: str, message: str, pointer: str | None, stretches: "tuple[Stretch, ...] | list[Stretch]"
    ) -> None:
        """Record a finding."""
        self.findings.append(Finding(code, severity(code), message, pointer, self.spans(stretches), None))
