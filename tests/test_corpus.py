"""Every specimen gives what an expert reads in it, and the same bytes as when its record was last reviewed."""

import json
from pathlib import Path

import pytest

from tests import regenerate_expected
from tests.specimens import CORPUS, SPECIMENS, content, golden, golden_path, truth, truth_path

specimens = pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda path: path.stem)


@specimens
def test_the_record_says_what_an_expert_reads(specimen: Path) -> None:
    assert content(json.loads(golden(specimen))) == truth(specimen)


@specimens
def test_the_record_is_byte_for_byte_the_expected_one(specimen: Path) -> None:
    assert golden(specimen) == golden_path(specimen).read_bytes()


def test_every_specimen_has_truth_and_record_and_nothing_stands_alone() -> None:
    expected = {path for specimen in SPECIMENS for path in (specimen, truth_path(specimen), golden_path(specimen))}
    assert {
        path for path in CORPUS.iterdir() if path.name not in ("README.md", ".specignore", "generated", "forms")
    } == expected
    assert len(SPECIMENS) >= 12


def test_the_readme_tells_what_each_specimen_shows() -> None:
    rows = [line for line in (CORPUS / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    by_hand = [row for row in rows if not row.startswith(("| `generated/", "| `forms/"))]
    assert [row.split("`")[1] for row in by_hand] == [specimen.name for specimen in SPECIMENS]


def test_a_record_that_contradicts_the_truth_is_not_written(tmp_path: Path) -> None:
    original = SPECIMENS[0]
    specimen = tmp_path / original.name
    specimen.write_bytes(original.read_bytes())
    wrong = truth_path(original).read_text(encoding="utf-8").replace("findings: []", "findings: [header-unknown]")
    truth_path(specimen).write_text(wrong, encoding="utf-8")
    assert regenerate_expected.regenerate([specimen]) == [
        f"{original.name}: findings: the truth has ['header-unknown'], the parser has []"
    ]
    assert not golden_path(specimen).exists()
