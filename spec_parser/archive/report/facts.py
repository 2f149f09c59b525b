"""What there is to report of an archive, counted while its revisions go by."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from spec_parser.archive.glance import Glance
from spec_parser.archive.merging import Seen
from spec_parser.archive.model import StoredRevision
from spec_parser.model import Finding

# Examples that are kept of a finding, an unknown header, an unknown code.
_EXAMPLES = 3
_PIECES = ("value", "header", "mark", "space", "furniture", "unrecognised")
_QUOTED = ("header-unknown", "header-near", "code-unlisted", "label-assumed")


class Example(NamedTuple):
    """Where something is to be seen: the revision's key, and what it shows there."""

    key: str
    text: str


class GroupPay(NamedTuple):
    """Yearly pay of the classes in a salary group, in dollars."""

    group: str
    classes: int
    lowest: Decimal
    highest: Decimal


class Facts:
    """Counts revisions as they are put together; their number may be any.

    Attributes:
        revisions: how many there are.
        classes: how many class codes.
        findings: how many there are of each code.
        severities: the severity of each code.
        examples: revisions that have findings of a code.
        unknown: of codes of findings that quote what they found: how often each text was.
        coverage: characters by media type and kind of piece.
        sections: in how many of the latest revisions each kind of section is.
        latest: how many revisions are the latest of their class.
        years: revisions by the year of their date.
        disagreements: values that sources of one revision show otherwise, by field.
        sources: how many revisions are shown by how many sources.
    """

    def __init__(self) -> None:
        self.revisions = self.latest = 0
        self.findings: Counter[str] = Counter()
        self.severities: dict[str, str] = {}
        self.examples: defaultdict[str, list[Example]] = defaultdict(list)
        self.unknown: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.coverage: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.sections: Counter[str] = Counter()
        self.years: Counter[int] = Counter()
        self.disagreements: Counter[str] = Counter()
        self.sources: Counter[int] = Counter()
        self.classes = 0
        self._class: str | None = None
        self._pay: dict[str, GroupPay] = {}

    def add(self, revision: StoredRevision, seen: Sequence[Seen]) -> None:
        """Count one more revision, with all sources that show it, the best first."""
        self.revisions += 1
        if revision.code is not None and revision.code != self._class:
            self.classes += 1  # revisions come class by class
            self._class = revision.code
        self.sources[len(revision.sources)] += 1
        if revision.basis != "content":
            self.years[int(revision.key.rpartition("/")[2][:4])] += 1
        for disagreement in revision.disagreements:
            pointer = disagreement.pointer or disagreement.source_pointer or "/"
            self.disagreements[pointer.split("/")[1]] += 1
        for one in seen:
            self._source(revision.key, one.record)
        if revision.is_latest:
            self._latest(seen[0].record)

    def _source(self, key: str, record: Glance) -> None:
        pieces = self.coverage[record.source.media_type]
        for piece in _PIECES:
            pieces[piece] += getattr(record.coverage, piece)
        for finding in record.findings:
            self._finding(key, finding)

    def _finding(self, key: str, finding: Finding) -> None:
        code = finding.code
        self.findings[code] += 1
        self.severities[code] = finding.severity
        if len(self.examples[code]) < _EXAMPLES and all(one.key != key for one in self.examples[code]):
            self.examples[code].append(Example(key, finding.message))
        if code in _QUOTED and '"' in finding.message:
            self.unknown[code][finding.message.split('"')[1]] += 1

    def _latest(self, record: Glance) -> None:
        self.latest += 1
        self.sections.update(set(record.sections))
        group, pay = record.salary_group, record.pay
        if (
            group is not None
            and group.plan
            and group.grade
            and pay is not None
            and pay.yearly
            and pay.kind != "variable"
        ):
            name = f"{group.plan} {group.grade}"
            low, high = Decimal(pay.yearly.min), Decimal(pay.yearly.max)
            before = self._pay.get(name, GroupPay(name, 0, low, high))
            self._pay[name] = GroupPay(name, before.classes + 1, min(before.lowest, low), max(before.highest, high))

    def pay(self, most: int) -> list[GroupPay]:
        """Pay by salary group, of those groups that most classes are in, by pay."""
        groups = sorted(self._pay.values(), key=lambda one: (-one.classes, one.group))[:most]
        return sorted(groups, key=lambda one: (one.highest, one.lowest, one.group))
