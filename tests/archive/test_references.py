"""references.ndjson: every mention with the class that it names."""

from pathlib import Path

import pytest

from spec_parser.generator import series
from spec_parser.render import render_text
from spec_parser.validation import validator
from tests.archive.archives import convert
from tests.archive.naming import Spec, converted, lines

SPECS = (
    Spec("1001AR", "Kelp Clerk 1"),
    Spec("1002AR", "Kelp Clerk 2", "Works under the direction of a Kelp Warden or a Pier Captain."),
    Spec("1003AR", "Harbor Agent 1 (35 Hour)"),
    Spec("1004AR", "Harbor Agent 1 (40 Hour)"),
    Spec("1005AR", "Kelp Warden", "Leads Kelp Clerks 1 and a Kelp Clerk 2.", replaces="Kelp Keeper"),
    Spec("1006AR", "Tide Reader", "Leads Harbor Agent 1s. Trains Harbor Agents 1 (35 Hour)."),
    Spec("1007AR", "Buoy Painter", "Works with the Kelp Keeper. Meets Kelp Clerks daily.", "01/02/2012"),
    Spec("1007AR", "Buoy Artist", "Reports to a Lamp Chief. Was once a Buoy Painter."),
    Spec("1008AR", "Steward", "Asks the Tide Reader. Wharf Stewards are others."),
    Spec("1009AR", "Rope Grader", "Asks a Steward. Steward Clubs are none."),
    Spec("1010AR", "Net Mender", "Comes from the classes of Rope Grader and Rope Tester."),
)
# Of whom, at which relation, in which words, how surely, which class.
NAMED = [
    ("1002AR", "supervised_by", "Kelp Warden", "exact", ["1005AR"]),
    ("1002AR", "supervised_by", "Pier Captain", "unresolved", []),
    ("1005AR", "replaces", "Kelp Keeper", "retitled", ["1005AR"]),
    ("1005AR", "supervises", "Kelp Clerks 1", "plural", ["1001AR"]),
    ("1005AR", "supervises", "Kelp Clerk 2", "exact", ["1002AR"]),
    ("1006AR", "supervises", "Harbor Agent 1s", "ambiguous", ["1003AR", "1004AR"]),
    ("1006AR", "supervises", "Harbor Agents 1 (35 Hour)", "plural", ["1003AR"]),
    ("1007AR", None, "Kelp Keeper", "retitled", ["1005AR"]),
    ("1007AR", None, "Kelp Clerks", "ambiguous", ["1001AR", "1002AR"]),
    ("1007AR", "supervised_by", "Lamp Chief", "unresolved", []),
    ("1007AR", None, "Buoy Painter", "retitled", ["1007AR"]),
    ("1008AR", None, "Tide Reader", "exact", ["1006AR"]),
    ("1009AR", None, "Steward", "exact", ["1008AR"]),
    ("1010AR", "class", "Rope Grader", "exact", ["1009AR"]),
    ("1010AR", "class", "Rope Tester", "unresolved", []),
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted(tmp_path_factory.mktemp("naming"), SPECS)


def test_every_mention_has_the_class_that_it_names(out: Path) -> None:
    found = [line for line in lines(out / "references.ndjson") if line["kind"] == "class"]
    assert [(line["code"], line["relation"], line["text"], line["certainty"], line["codes"]) for line in found] == NAMED


def test_every_line_satisfies_its_schema_and_points_into_its_revision(out: Path) -> None:
    records = {revision["key"]: revision["record"] for revision in lines(out / "records.ndjson")}
    pages = {f"{spec.code}-{number}.txt": spec.page for number, spec in enumerate(SPECS)}
    for line in lines(out / "references.ndjson"):
        assert validator("reference").is_valid(line)
        record = records[line["key"]]
        text = record
        for step in line["pointer"].split("/")[1:]:
            text = text[int(step)] if isinstance(text, list) else text[step]
        assert text[line["start"] : line["end"]] == line["text"]
        (span,) = line["spans"]
        assert pages[record["source"]["name"]][span["start"] : span["end"]] == line["text"]


def test_the_levels_of_generated_series_are_found(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    expected = set()
    for seed in range(12):
        levels = [truth.content for truth in series(seed, 3)]
        for below, content in zip([None, *levels], levels, strict=False):
            code = content.job_class.code
            (given / f"{seed}-{content.job_class.level}.txt").write_text(render_text(content, "A"), encoding="utf-8")
            told = "".join(block.text or "" for section in content.sections for block in section.blocks)
            if below is not None and f"distinguished from the {below.job_class.title}" in told:
                expected.add((code, below.job_class.code))
    convert(given, out=tmp_path / "out")
    found = {
        (line["code"], code)
        for line in lines(tmp_path / "out" / "references.ndjson")
        for code in line["codes"]
        if line["relation"] == "distinguished_from"
    }
    assert len(expected) > 10
    assert found == expected
