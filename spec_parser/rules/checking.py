"""Judge what was read from a file by the rules that are switched on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from spec_parser.document import Document
from spec_parser.model import Finding, Severity
from spec_parser.pipeline import Parsed
from spec_parser.profiles.profile import Profile
from spec_parser.rules.catalogue import Loaded, chosen, entries, load
from spec_parser.rules.notice import Mend, Notice
from spec_parser.rules.problem import Edit, Problem, edits_leave
from spec_parser.rules.subject import Subject

if TYPE_CHECKING:
    from spec_parser.rules.archive import Archive


class Settings(Struct, frozen=True):
    """What is checked, and how bad it is.

    Attributes:
        codes: of rules and of parsing's findings that are switched on.
        severities: by code, where they are not the rule's own.
        archive: the other classes.
        today: the day on which specifications are judged; that of the clock where none is given.
        house: rules that are written by the office itself.
    """

    codes: frozenset[str] = field(default_factory=chosen)
    severities: Mapping[str, Severity] = {}
    archive: "Archive | None" = None
    today: date | None = None
    house: tuple[Loaded, ...] = ()

    @property
    def rules(self) -> tuple[Loaded, ...]:
        """The rules that are switched on, in the order of their codes."""
        shipped = [load(code) for code in entries() if code in self.codes]
        found = [*shipped, *[one for one in self.house if one.rule.code in self.codes]]
        return tuple(one for one in found if self.archive is not None or not one.rule.archive)


def check(parsed: Parsed, profile: Profile, settings: Settings | None = None) -> tuple[Notice, ...]:
    """All findings on a file, in the order of the text; those that stand nowhere are last.

    What records share (the sections of a page of several classes) is told once.
    """
    settings = settings or Settings()
    rules = settings.rules
    found: dict[tuple[object, ...], Notice] = {}
    for number in range(len(parsed.plain)):
        subject = Subject(parsed, number, profile, archive=settings.archive, today=settings.today)
        for notice in _of_record(subject, rules, settings):
            found.setdefault((notice.code, notice.message, notice.stretches), notice)
    last = len(parsed.document.text)
    return tuple(sorted(found.values(), key=lambda one: (one.stretches[0] if one.spans else (last, last), one.code)))


def _of_record(subject: Subject, rules: Sequence[Loaded], settings: Settings) -> Iterator[Notice]:
    code = subject.content.job_class.code
    judged = [_judged(problem, one, subject.document, code) for one in rules for problem in one.check(subject)]
    superseded = [(one.rule.supersedes, notice) for one, notice in judged if one.rule.supersedes]
    findings = msgspec.convert(subject.record["findings"], tuple[Finding, ...])
    read = [_read(finding, code) for finding in findings if finding.code in settings.codes]
    for notice in read:
        if not any(notice.code in codes and _meet(notice, better) for codes, better in superseded):
            yield _graded(notice, settings)
    for _, notice in judged:
        yield _graded(notice, settings)


def _judged(problem: Problem, loaded: Loaded, document: Document, job_class: str | None) -> tuple[Loaded, Notice]:
    """What a rule has found, with its place in the file.

    Raises:
        ValueError: its mend reaches beyond what it found, or it said it has none: a fault of the rule.
    """
    rule = loaded.rule
    if problem.edits and (rule.fix is None or edits_leave(problem.edits, problem.stretches)):
        raise ValueError(f"{rule.code} mends what it has not found: {problem.edits} in {problem.stretches}")
    safe = rule.fix == "safe" and not problem.unsafe
    notice = Notice(
        rule.code,
        problem.severity or rule.severity,
        problem.message,
        problem.pointer,
        tuple(document.span(stretch) for stretch in problem.stretches),
        Mend(tuple(sorted(problem.edits)), safe) if problem.edits else None,
        job_class,
    )
    return loaded, notice


def _read(finding: Finding, job_class: str | None) -> Notice:
    """A finding of parsing. Its mend is what it read: it is safe to write it out."""
    mend = None
    if finding.fix is not None and len(finding.spans) == 1:
        span = finding.spans[0]
        mend = Mend((Edit(span.start, span.end, finding.fix.replacement),), safe=True)
    return Notice(finding.code, finding.severity, finding.message, finding.pointer, finding.spans, mend, job_class)


def _meet(one: Notice, other: Notice) -> bool:
    """Whether two findings have a character in common."""
    return any(a < d and c < b for a, b in one.stretches for c, d in other.stretches)


def _graded(notice: Notice, settings: Settings) -> Notice:
    severity = settings.severities.get(notice.code, notice.severity)
    return notice if severity == notice.severity else msgspec.structs.replace(notice, severity=severity)


def worst(notices: Iterable[Notice]) -> Severity | None:
    """How bad the worst of some findings is."""
    severities = {notice.severity for notice in notices}
    return next((one for one in ("error", "warning", "info") if one in severities), None)
