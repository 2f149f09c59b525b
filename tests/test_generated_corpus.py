"""The generated specimens are what their index says, are read as the generator meant them, and show every kind."""

from itertools import pairwise

import msgspec
import pytest

import spec_parser
from spec_parser.generator import DAMAGES, generate
from spec_parser.model import Content, JobClass
from spec_parser.render import DIALECTS
from tests.generated_specimens import GENERATED, Specimen, index
from tests.specimens import CORPUS

INDEX = index()
specimens = pytest.mark.parametrize("specimen", INDEX, ids=lambda specimen: specimen.name)


def _record(page: bytes | str) -> JobClass:
    (record,) = spec_parser.parse(page).records
    return record


@specimens
def test_no_hand_has_edited_it(specimen: Specimen) -> None:
    for name, data in specimen.files().items():
        assert (GENERATED / name).read_bytes() == data, "`make corpus` writes this file: change index.toml instead"


@specimens
def test_the_record_has_the_content_that_the_generator_meant(specimen: Specimen) -> None:
    record = _record((GENERATED / f"{specimen.name}.txt").read_bytes())
    expected = msgspec.json.decode((GENERATED / f"{specimen.name}.expected.json").read_bytes())
    assert msgspec.json.decode(msgspec.json.encode(specimen.told(record.content))) == expected


@pytest.mark.parametrize(
    "specimen", [specimen for specimen in INDEX if specimen.damage is not None], ids=lambda specimen: specimen.damage
)
def test_what_the_damage_destroyed_has_a_finding(specimen: Specimen) -> None:
    damaged, clean = _record(specimen.page), _record(specimen.printed)
    assert specimen.page != specimen.printed
    if damaged.content != clean.content:
        assert {finding.message for finding in damaged.findings} - {finding.message for finding in clean.findings}


def test_nothing_stands_beside_what_the_index_names() -> None:
    assert {path.name for path in GENERATED.iterdir()} == {
        "index.toml",
        *(name for specimen in INDEX for name in specimen.files()),
    }


def test_the_readme_says_of_each_what_the_index_says() -> None:
    rows = (CORPUS / "README.md").read_text(encoding="utf-8").splitlines()
    told = [row for row in rows if row.startswith("| `generated/")]
    assert told == [f"| `generated/{specimen.name}.txt` | {specimen.shows} |" for specimen in INDEX]


def test_every_dialect_and_every_damage_occurs() -> None:
    assert {(specimen.dialect, specimen.width) for specimen in INDEX} == {
        *((dialect, None) for dialect in DIALECTS if dialect != "D"),
        ("D", 60),
        ("D", 72),
    }
    assert sorted(specimen.damage for specimen in INDEX if specimen.damage is not None) == sorted(DAMAGES)


def test_every_kind_that_the_generator_knows_occurs() -> None:
    """In the pages of dialect A without damage, which carry all; what it knows is met among a few hundred classes."""
    shown = set[str]()
    for specimen in INDEX:
        if specimen.dialect == "A" and specimen.damage is None:
            shown |= _kinds(_record(specimen.page))
    known = set[str]()
    for seed in range(300):
        known |= _kinds(generate(seed).content)
    assert known - shown == set()


def _kinds(content: Content) -> set[str]:
    """What is special in a content, as words."""
    blocks = [block for section in content.sections for block in section.blocks]
    items = [item for block in blocks for item in block.items]
    lettered = [*(block.clauses for block in blocks), *(item.clauses for item in items)]
    pay, clause = content.pay, content.cancellation
    return {
        *(f"section {section.kind}" for section in content.sections),
        *(f"empty section {not section.blocks}" for section in content.sections),
        *(f"block {block.type}" for block in blocks),
        *(f"clause {inner.marker}" for clauses in lettered for inner in clauses),
        *(f"level {item.level}" for item in items),
        *(f"number {item.marker is not None}" for item in items),
        *(f"citation {citation.kind}" for citation in content.citations),
        f"pay {pay and pay.kind}",
        f"weekly hours {pay and pay.weekly_hours}",
        f"cancellation {clause and (clause.kind, clause.retitled, bool(clause.reasons))}",
        f"without of {clause and 'class of' not in clause.text}",
        f"reference {clause and clause.reference and clause.reference.kind}",
        f"footer {content.footer and (content.footer.established is not None, content.footer.revised is not None)}",
    }


def test_three_editions_of_one_class_follow_each_other() -> None:
    editions = [specimen.truth.content for specimen in INDEX if specimen.name.startswith("edition-")]
    assert len(editions) == 3
    assert len({edition.job_class.code for edition in editions}) == 1
    for before, after in pairwise(editions):
        assert after.cancellation is not None
        assert after.cancellation.title == before.job_class.title
        assert after.cancellation.approved_effective == before.effective_date


def test_three_classes_are_levels_of_one_series() -> None:
    levels = [specimen.truth.content.job_class for specimen in INDEX if specimen.level is not None]
    assert [level.level for level in levels] == [1, 2, 3]
    assert len({level.series for level in levels}) == 1
