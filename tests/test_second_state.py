"""A second jurisdiction, which does not exist, needs a profile and no Python."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import spec_parser
from tests.fields.qualifications.short_form import as_detailed_as, shortened
from tests.fields.qualifications.without import without_expressions
from tests.samples import SECOND_PROFILE

FOLDER = SECOND_PROFILE.parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
ROOT = Path(__file__).parent.parent
# Entries of the hand-written files that are no properties of the record; each has a test below.
NOT_IN_RECORD = {"section_kinds", "unrecognised_characters", "duty_items", "note_quantities", "note_section"}


def _expected(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def _record(name: str) -> dict[str, Any]:
    (record,) = spec_parser.parse(FOLDER / f"{name}.txt", profile=SECOND_PROFILE).records
    plain = record.to_dict()
    return {**plain, "minimum_qualifications": without_expressions(plain["minimum_qualifications"])}


def test_there_are_two() -> None:
    assert NAMES == ["ferry-inspector", "orchard-warden"]


@pytest.mark.parametrize("name", NAMES)
def test_the_record_is_what_a_person_reads(name: str) -> None:
    expected, record = _expected(name), _record(name)
    qualifications = expected["minimum_qualifications"]
    if "note_quantities" in expected:  # how many notes there are is left to the program
        qualifications["notes"] = record["minimum_qualifications"]["notes"]
    named = expected.keys() - NOT_IN_RECORD
    assert {property_: record[property_] for property_ in named} == {
        property_: expected[property_] for property_ in named
    }
    assert [section["kind"] for section in record["sections"]] == expected["section_kinds"]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_unrecognised_and_nothing_wrong(name: str) -> None:
    record = _record(name)
    assert record["coverage"]["unrecognised"] == _expected(name)["unrecognised_characters"] == 0
    assert [finding for finding in record["findings"] if finding["severity"] in ("warning", "error")] == []


def test_items_of_the_duties_keep_their_levels() -> None:
    (section,) = [one for one in _record("orchard-warden")["sections"] if one["kind"] == "duties"]
    (block,) = section["blocks"]
    expected = [(item["level"], item["text"]) for item in _expected("orchard-warden")["duty_items"]]
    assert [(item["level"], item["text"]) for item in block["items"]] == expected


def test_duties_are_the_items_without_their_semicolons() -> None:
    assert _record("orchard-warden")["duties"] == [
        {"text": item["text"].rstrip(";"), "label": None, "verb": item["verb"]}
        for item in _expected("orchard-warden")["duty_items"]
    ]


def test_each_item_of_a_bare_note_is_a_note() -> None:
    expected = _expected("orchard-warden")
    notes = _record("orchard-warden")["minimum_qualifications"]["notes"]
    assert notes == [
        {
            "text": "Work in one's own garden counts.",
            "section": "general_experience",
            "quantities": [],
        },
        {
            "text": "Six (6) months of paid work count as one (1) season.",
            "section": "general_experience",
            "quantities": expected["note_quantities"],
        },
    ]
    assert {note["section"] for note in notes} == {expected["note_section"]}


def test_the_program_does_not_know_the_second_state() -> None:
    files = [path for path in (ROOT / "spec_parser").rglob("*") if path.suffix in (".py", ".toml", ".lark")]
    files += (ROOT / "grammars").rglob("*.lark")
    assert len(files) > 60
    knowing = [
        str(path) for path in files if any(word in path.read_text("utf-8").lower() for word in ("xx-av", "avalon"))
    ]
    assert knowing == []


def test_qualifications_in_the_states_own_words_are_understood() -> None:
    (record,) = spec_parser.parse(FOLDER / "ferry-inspector.txt", profile=SECOND_PROFILE).records
    found = record.minimum_qualifications
    general, special = found.general_experience, found.special_experience
    assert general is not None
    assert special is not None
    trees = [shortened(one.expression, one.text) for one in (general, special, *found.substitutions) if one.expression]
    areas = "building, repairing, crewing or examining vessels"
    assert [as_detailed_as(None, tree) for tree in trees] == [
        {"type": "experience", "amount": "4", "unit": "year", "areas": areas},
        {
            "type": "experience",
            "amount": "1",
            "unit": "year",
            "at_least": True,
            "of": "preceding",
            "conditions": "examining vessels that carry passengers",
        },
        {
            "type": "substitution",
            "offer": {"type": "credential", "kind": "certificate", "names": "mate's"},
            "instead_of": ["general_experience"],
            "grants": "2 year",
        },
        {
            "type": "substitution",
            "offer": {"type": "training", "kind": "college", "name": "Schooling", "areas": "naval architecture"},
            "rate": {"per": "30 credit_hour", "grants": "1 year"},
            "caps": [{"amount": "3", "unit": "year"}],
        },
    ]
    assert [note.understood for note in found.notes] == ["text"]
