"""What a check tells: a finding of a rule or of parsing, with its place in the file and its mend."""

from msgspec import Struct

from spec_parser.document import Stretch
from spec_parser.model import Severity, Span
from spec_parser.rules.problem import Edit

RANKS: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


class Mend(Struct, frozen=True):
    """Edits that belong together: all of them or none.

    Attributes:
        edits: within the spans of the finding, in order.
        safe: whether they keep the meaning for certain.
    """

    edits: tuple[Edit, ...]
    safe: bool


class Notice(Struct, frozen=True):
    """One finding on one file.

    Attributes:
        code: of the rule, or of parsing's kind of finding.
        severity: as it was settled: by the rule, the finding itself, or the configuration.
        message: what is wrong and what to do.
        pointer: JSON Pointer to the value concerned.
        spans: where in the file.
        mend: what should stand there, where it is known.
        job_class: code of the class whose record it is about.
    """

    code: str
    severity: Severity
    message: str
    pointer: str | None
    spans: tuple[Span, ...]
    mend: Mend | None = None
    job_class: str | None = None

    @property
    def line(self) -> int | None:
        """The line on which it begins."""
        return self.spans[0].line if self.spans else None

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Where in `Document.text` it is."""
        return tuple((span.start, span.end) for span in self.spans)

    def changes(self, text: str) -> list[tuple[str, str]]:
        """Each marked text that the mend changes, and what should stand there; `text` is the document's."""
        found: list[tuple[str, str]] = []
        left = list(self.mend.edits) if self.mend is not None else []
        for start, end in self.stretches:
            edits = tuple(edit for edit in left if start <= edit.start and edit.end <= end)
            if edits:
                left = [edit for edit in left if edit not in edits]
                found.append((text[start:end], applied(text[start:end], edits, start)))
        return found

    def replacement(self, text: str) -> str | None:
        """What should stand at its only span, given the document's text; None where it has no mend or several spans."""
        if self.mend is None or len(self.spans) != 1:
            return None
        span = self.spans[0]
        return applied(text[span.start : span.end], self.mend.edits, span.start)


def applied(text: str, edits: tuple[Edit, ...], start: int = 0) -> str:
    """A text with edits, which stand in order and overlap nowhere; its first character has the offset `start`."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += text[at : edit.start - start], edit.replacement
        at = edit.end - start
    return "".join([*pieces, text[at:]])
