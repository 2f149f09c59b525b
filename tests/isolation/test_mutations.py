"""Corpus files that went wrong: each ends in a record or one clear line, in time, and the next file is unaffected."""

import sys

import pytest

from spec_parser.limits import DEFAULT
from tests.isolation import mutations
from tests.isolation.trial import Result, Trial
from tests.specimens import CORPUS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is told by /proc")
GOOD = CORPUS / "forms" / "4207AR" / "word.docx"


def faults(result: Result) -> list[str]:
    faults = [
        fault
        for fault, found in (
            ("spoils the next file", result.outcome == "spoils the next file"),
            ("more than one line", not result.message.isprintable()),
            ("too long a line", len(result.message) > 400),
            ("too slow", result.seconds > 10),
            ("too much memory", result.memory > DEFAULT.memory >> 20),
            ("a fault of ours", "fault of spec-parser" in result.message),
        )
        if found
    ]
    return [f"{result.mutant.name}, {result.mutant.deed}: {fault}: {result.message}" for fault in faults]


@pytest.mark.parametrize("seed", range(0, 60, 12))
def test_each_ends_well(seed: int) -> None:
    results = Trial(GOOD, ocr=False, limits=DEFAULT).results(mutations.mutants(seed, 12))
    assert len(results) == 12
    assert [fault for result in results for fault in faults(result)] == []


def test_the_same_seed_gives_the_same_files() -> None:
    assert list(mutations.mutants(5, 12)) == list(mutations.mutants(5, 12))
    assert len({mutant.data for mutant in mutations.mutants(0, 60)}) == 60
