"""Sources of one revision become one revision."""

from itertools import permutations
from pathlib import Path

import pytest

from spec_parser import parse
from spec_parser.archive.identity import revision_key
from spec_parser.archive.merging import Seen, merge

SPECIMEN = (Path(__file__).parents[1] / "samples" / "1234AB.txt").read_text(encoding="utf-8")
PAY = next(line for line in SPECIMEN.splitlines() if line.startswith("$"))


def _seen(path: str, text: str, observed_on: str | None = None) -> Seen:
    (record,) = parse(text, name=path).records
    return Seen(path, observed_on, None, record)


def test_pay_is_no_part_of_the_identity() -> None:
    other = SPECIMEN.replace(PAY, PAY.replace("$2", "$3"))
    assert other != SPECIMEN
    assert revision_key(_seen("a", SPECIMEN).record) == revision_key(_seen("b", other).record)
    bare, other_bare = (
        text.replace("EFFECTIVE DATE", "WORKING CONDITIONS").split("CLASS:")[0] for text in (SPECIMEN, other)
    )
    key = revision_key(_seen("a", bare).record)
    assert key.basis == "content"
    assert key == revision_key(_seen("b", other_bare).record)
    assert key != revision_key(_seen("c", bare.replace("the", "a", 1)).record)


def test_what_sources_say_otherwise_is_told_value_by_value() -> None:
    merged = merge([_seen("b.txt", SPECIMEN), _seen("a.txt", _reworded())])
    (best,) = [source for source in merged.sources if source.best]
    other = next(source for source in merged.sources if not source.best)
    assert merged.record.source.sha256 == best.sha256
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
    first = merge(seen)
    for order in permutations(seen):
        assert merge(order) == first
    assert [(one.observed_on, one.sources) for one in first.pay] == [
        (None, (seen[1].record.source.sha256,)),
        ("2024-11-20", (seen[0].record.source.sha256,)),
        ("2025-07-01", (seen[2].record.source.sha256,)),
    ]


@pytest.mark.parametrize("worse", [SPECIMEN.split("EFFECTIVE DATE")[0], SPECIMEN.replace("EEO\n", "EEOC THINGS\n")])
def test_the_more_complete_source_is_the_best(worse: str) -> None:
    merged = merge([_seen("a.txt", worse), _seen("b.txt", SPECIMEN)])
    assert [source.path for source in merged.sources] == ["b.txt", "a.txt"]
