"""All sources of one revision as one revision."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from spec_parser.archive.evidence import rank
from spec_parser.archive.model import Disagreement, ObservedPay, SeenSource
from spec_parser.differences import differences
from spec_parser.model import JobClass
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
_ENCODER = msgspec.json.Encoder()


class Seen(NamedTuple):
    """One source's record: where the file lies, when it showed this, where it was taken from."""

    path: str
    observed_on: str | None
    url: str | None
    record: JobClass


class Merged(NamedTuple):
    """What all sources of one revision say."""

    record: JobClass
    sources: tuple[SeenSource, ...]
    disagreements: tuple[Disagreement, ...]
    pay: tuple[ObservedPay, ...]


def merge(seen: Iterable[Seen]) -> Merged:
    """One revision from the sources that show it, at least one, in whatever order they come."""
    ordered = sorted(seen, key=lambda one: (*rank(one.record), one.path))
    best = ordered[0].record
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
    return Merged(best, sources, _disagreements(best, ordered), _pay(ordered))


def _disagreements(best: JobClass, ordered: Sequence[Seen]) -> tuple[Disagreement, ...]:
    chosen, known = _comparable(best), {best.source.sha256}
    found: list[Disagreement] = []
    for one in ordered:
        sha256 = one.record.source.sha256
        if sha256 in known:
            continue
        known.add(sha256)
        found.extend(
            Disagreement(sha256, difference.pointer, difference.other_pointer, difference.value, difference.other_value)
            for difference in differences(chosen, _comparable(one.record))
            if difference.value is not None or difference.other_value is not None
        )
    return tuple(found)


def _comparable(record: JobClass) -> dict[str, Any]:
    """What two sources of one revision can contradict each other about. Pay has its own place."""
    plain: dict[str, Any] = msgspec.json.decode(_ENCODER.encode(record.content))
    del plain["pay"], plain["citations"]
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
