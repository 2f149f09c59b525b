"""All sources of one revision as one revision."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from msgspec import Raw

from spec_parser.archive.glance import Glance, fields
from spec_parser.archive.model import Disagreement, ObservedPay, SeenSource
from spec_parser.differences import diff
from spec_parser.model import Content
from spec_parser.model.values import Pay

# Sections that the record's fields tell already: a contradiction is reported once.
_TOLD_BY_FIELDS = frozenset(
    {
        "masthead",
        "banner",
        "duties",
        "knowledge_skill_ability",
        "minimum_qualifications",
        "general_experience",
        "special_experience",
        "substitutions",
        "special_requirements",
        "designation",
        "occupational_group",
        "bargaining_unit",
        "eeo",
        "salary",
        "cancellation",
        "effective_date",
        "footer",
    }
)
# What two sources of one revision can contradict each other about. Pay has its own place.
_COMPARED = frozenset(Content.__struct_fields__) - {"pay", "citations"}
_ENCODER = msgspec.json.Encoder()


class Seen(NamedTuple):
    """One source's record of a revision.

    Attributes:
        path: where the file lies.
        observed_on: when it showed this.
        url: where it was taken from.
        line: the record as JSON.
        candidates: what of it may name something (`references.Candidates`) as JSON.
        record: what is asked of it.
    """

    path: str
    observed_on: str | None
    url: str | None
    line: memoryview
    candidates: bytes
    record: Glance


class Merged(NamedTuple):
    """What all sources of one revision say."""

    sources: tuple[SeenSource, ...]
    disagreements: tuple[Disagreement, ...]
    pay: tuple[ObservedPay, ...]


def merge(ordered: Sequence[Seen]) -> Merged:
    """One revision from the sources that show it, at least one, the best evidence first."""
    sources = tuple(
        SeenSource(
            path=one.path,
            sha256=one.record.source.sha256,
            media_type=one.record.source.media_type,
            observed_on=one.observed_on,
            url=one.url,
            best=one is ordered[0],
        )
        for one in ordered
    )
    return Merged(sources, _disagreements(ordered), _pay(ordered))


def _disagreements(ordered: Sequence[Seen]) -> tuple[Disagreement, ...]:
    known = {ordered[0].record.source.sha256}
    if known.issuperset(one.record.source.sha256 for one in ordered):
        return ()
    chosen = fields(ordered[0].line)
    found: list[Disagreement] = []
    for one in ordered:
        sha256 = one.record.source.sha256
        if sha256 in known:
            continue
        known.add(sha256)
        other = fields(one.line)
        # What is equal as it is written, nearly all of it, is not even looked into.
        names = [name for name in chosen if name in _COMPARED and memoryview(chosen[name]) != memoryview(other[name])]
        found.extend(
            Disagreement(sha256, change.pointer, change.other_pointer, change.value, change.other_value)
            for change in diff(_comparable(chosen, names), _comparable(other, names))
            if change.value is not None or change.other_value is not None
        )
    return tuple(found)


def _comparable(record: dict[str, Raw], names: Sequence[str]) -> dict[str, Any]:
    """Some fields of a record, decoded."""
    plain = {name: msgspec.json.decode(record[name]) for name in names}
    if "sections" in plain:
        # Pointers must hold in the record: what is not compared leaves its place.
        plain["sections"] = [None if section["kind"] in _TOLD_BY_FIELDS else section for section in plain["sections"]]
    return plain


def _pay(ordered: Sequence[Seen]) -> tuple[ObservedPay, ...]:
    found: defaultdict[tuple[str, bytes], set[str]] = defaultdict(set)
    for one in ordered:
        if one.record.pay is not None:
            found[one.observed_on or "", _ENCODER.encode(one.record.pay)].add(one.record.source.sha256)
    return tuple(
        ObservedPay(day or None, msgspec.json.decode(pay, type=Pay), tuple(sorted(sources)))
        for (day, pay), sources in sorted(found.items())
    )
