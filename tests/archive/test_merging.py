"""Sources of one revision become one revision."""

import json
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest

from spec_parser import parse
from spec_parser.archive.evidence import rank
from spec_parser.archive.glance import glance, glanced
from spec_parser.archive.identity import RevisionKey, revision_key
from spec_parser.archive.merging import Merged, Seen, merge

SPECIMEN = (Path(__file__).parents[1] / "samples" / "1234AB.txt").read_text(encoding="utf-8")
PAY = next(line for line in SPECIMEN.splitlines() if line.startswith("$"))


def _seen(path: str, text: str, observed_on: str | None = None) -> Seen:
    parsed = parse(text, name=path)
    (record,) = parsed.plain
    line = parsed.to_json()
    return Seen(path, observed_on, None, memoryview(line), b"", glance(glanced(record, line)))


def _merge(seen: Iterable[Seen]) -> Merged:
    return merge(sorted(seen, key=lambda one: (*rank(json.loads(bytes(one.line))), one.path)))


def _key(text: str) -> RevisionKey:
    return revision_key(parse(text).plain[0])


def test_pay_is_no_part_of_the_identity() -> None:
    other = SPECIMEN.replace(PAY, PAY.replace("$2", "$3"))
    assert other != SPECIMEN
    assert _key(SPECIMEN) == _key(other)
    bare, other_bare = (
        text.replace("EFFECTIVE DATE", "WORKING CONDITIONS").split("CLASS:")[0] for text in (SPECIMEN, other)
    )
    key = _key(bare)
    assert key.basis == "content"
    assert key == _key(other_bare)
    assert key != _key(bare.replace("the", "a", 1))


def test_what_sources_say_otherwise_is_told_value_by_value() -> None:
    merged = _merge([_seen("b.txt", SPECIMEN), _seen("a.txt", _reworded())])
    best, other = merged.sources
    assert (best.best, other.best) == (True, False)
    assert best.sha256 < other.sha256  # all else is equal
    assert {found.sha256 for found in merged.disagreements} == {other.sha256}
    assert [found.pointer for found in merged.disagreements] == ["/duties/0/text"]


def _reworded() -> str:
    (record,) = parse(SPECIMEN).records
    duty = record.duties[0].text
    return SPECIMEN.replace(duty, duty + " promptly")


def test_the_answer_does_not_depend_on_the_order_of_the_sources() -> None:
    seen = [
        _seen("a.txt", SPECIMEN, "2024-11-20"),
        _seen("b.txt", _reworded()),
        _seen("c.txt", SPECIMEN.replace(PAY, PAY.replace("$2", "$3")), "2025-07-01"),
    ]
    first = _merge(seen)
    for order in permutations(seen):
        assert _merge(order) == first
    assert [(one.observed_on, one.sources) for one in first.pay] == [
        (None, (seen[1].record.source.sha256,)),
        ("2024-11-20", (seen[0].record.source.sha256,)),
        ("2025-07-01", (seen[2].record.source.sha256,)),
    ]


@pytest.mark.parametrize("worse", [SPECIMEN.split("EFFECTIVE DATE")[0], SPECIMEN.replace("EEO\n", "EEOC THINGS\n")])
def test_the_more_complete_source_is_the_best(worse: str) -> None:
    merged = _merge([_seen("a.txt", worse), _seen("b.txt", SPECIMEN)])
    assert [source.path for source in merged.sources] == ["b.txt", "a.txt"]
