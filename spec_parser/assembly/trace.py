"""Keeps, while a record is put together, where each value comes from and what there is to say about it."""

from collections.abc import Sequence
from typing import TypeVar

from spec_parser.cleaning import clean, join
from spec_parser.document import NEAR, Document, Excerpt, Spans, Stretch
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
        # Of the text of each stretch that was taken whole: it stands in several places of the record.
        self._wholes: dict[Stretch, PlainProvenance] = {}
        # Asked for as `made(stretch) or make(stretch)`, hundreds of times: a method around both would cost as much.
        self._made, self._make = spans.made.get, spans.make

    def take(self, pointer: str, excerpt: Excerpt | LogicalLine) -> str:
        """Record that the value at a pointer is the text of an excerpt or a line; gives the text."""
        text, stretches = excerpt.text, excerpt.stretches
        if len(stretches) == 1:
            stretch = stretches[0]
            found = self._wholes.get(stretch)
            if found is None:
                start, end = stretch
                rule: Rule = "copy" if self._text[start:end] == text else "clean"
                self._wholes[stretch] = found = {"spans": self._made(stretch) or self._make(stretch), "rule": rule}
            self.provenance[pointer] = found
        else:
            self.provenance[pointer] = {"spans": self._several(stretches), "rule": "join"}
        return text

    def derive(self, pointer: str, stretches: Sequence[Stretch]) -> None:
        """Record that the value at a pointer is derived from these stretches."""
        if len(stretches) == 1:
            stretch = stretches[0]
            spans: tuple[PlainSpan, ...] = self._made(stretch) or self._make(stretch)
        else:
            spans = self._several(stretches)
        self.provenance[pointer] = {"spans": spans, "rule": "derive"}

    def _several(self, stretches: Sequence[Stretch]) -> tuple[PlainSpan, ...]:
        """The spans of any number of stretches; of a single one they are made already."""
        made, make = self._made, self._make
        return tuple([(made(stretch) or make(stretch))[0] for stretch in stretches])

    def read(self, pointer: str, excerpt: Excerpt, reading: Reading[T]) -> T:
        """Record where the parts of a field come from and what could not be read; gives the field's value."""
        value, parts, problems = reading
        words, made, make = excerpt.text, self._made, self._make
        carried, shift = self._carried(excerpt)
        for name, part, places in parts:
            if len(places) == 1 and places[0][0] < places[0][1] <= carried:
                start, end = places[0]
                stretch = start + shift, end + shift
                rule: Rule = "copy" if words[start:end] == part else "derive"
                self.provenance[pointer + name] = {"spans": made(stretch) or make(stretch), "rule": rule}
            else:
                stretches: list[Stretch] = []
                for start, end in places:
                    if start < end <= carried:
                        stretches.append((start + shift, end + shift))
                    else:
                        stretches += excerpt.stretches_of(self.document, start, end)
                self.provenance[pointer + name] = {
                    "spans": self._several(stretches),
                    "rule": self._rule(stretches, part),
                }
        for problem in problems:
            where = excerpt.stretches_of(self.document, *problem.stretch) or excerpt.stretches
            self.note(problem.code, problem.message, pointer, where, problem.fix)
        return value

    def _rule(self, stretches: list[Stretch], part: object) -> Rule:
        """The rule that gives the value of a part of a field again from its stretches."""
        raws = [self._text[start:end] for start, end in stretches]
        if len(raws) == 1:
            return "copy" if raws[0] == part else "clean" if clean(raws[0]) == part else "derive"
        if raws and isinstance(part, str) and part.startswith(clean(raws[0])) and join(raws) == part:
            return "join"
        return "derive"

    def _carried(self, excerpt: Excerpt) -> Stretch:
        """Up to where the text of an excerpt stands in the document just so, and how much further on.

        That is the first stretch, where cleaning has changed nothing in it. Whether it has is known of what was taken
        whole; in a long one, looking takes too long.
        """
        text, stretches = excerpt.text, excerpt.stretches
        if not stretches:
            return 0, 0
        start, end = stretches[0]
        size = end - start
        whole = self._wholes.get(stretches[0])
        if whole is not None:
            return (size, start) if whole["rule"] == "copy" else (0, 0)
        if size > NEAR or (len(stretches) == 1 and size != len(text)):
            return 0, 0
        is_unchanged = self._text[start:end] == text[:size] and (len(stretches) == 1 or text[size - 1] != " ")
        return (size, start) if is_unchanged else (0, 0)

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
