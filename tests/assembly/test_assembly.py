"""Text in, the values of the record out.

A case in cases/ holds the `text` of a document and what the `record` has at the properties that it names; in
identity.yaml these are all that differ from the record of an empty document. `findings` are [code, pointer, texts
pointed at]; a case without them expects none.
"""

import json
from typing import Any

import msgspec
import pytest

from spec_parser.assembly import assemble
from spec_parser.fields.readers import FieldReaders
from spec_parser.model import Coverage, JobClass
from spec_parser.profiles.loading import load
from spec_parser.readers import read
from spec_parser.structure import Vocabulary, structure
from tests.cases import cases
from tests.fields.qualifications.without import without_expressions

PROFILE = load("us-ct")
VOCABULARY = Vocabulary(PROFILE)
READERS = FieldReaders(PROFILE)
NOT_COUNTED = Coverage(0, 0, 0, 0, 0, 0, 0)
# What every record has, and what is tested elsewhere.
EVIDENCE = {"source", "provenance", "coverage", "findings"}
PROPERTIES = set(JobClass.__struct_fields__) - EVIDENCE


@pytest.mark.parametrize("case", cases(__file__, "duties", "statements", "qualifications", "clauses"))
def test_section(case: dict[str, Any]) -> None:
    record = _record(case["text"])
    assert {name: record[name] for name in case["record"]} == case["record"]
    assert _findings(case["text"], record) == case.get("findings", [])


@pytest.mark.parametrize("case", cases(__file__, "identity"))
def test_fields(case: dict[str, Any]) -> None:
    record, empty = _record(case["text"]), _record("\n")
    others = {name for name in PROPERTIES - {"sections"} if record[name] != empty[name]}
    assert {name: record[name] for name in others} == case["record"]
    assert _findings(case["text"], record) == case.get("findings", [])


def test_a_record_of_an_empty_document() -> None:
    record = _record("\n")
    assert {name: record[name] for name in PROPERTIES} == {
        "schema_version": "1.0.0",
        "jurisdiction": "us-ct",
        "job_class": {"code": None, "title": None, "series": None, "level": None, "qualifiers": []},
        "pay": None,
        "salary_group": None,
        "designation": None,
        "occupational_group": None,
        "bargaining_unit": None,
        "eeo_category": None,
        "duties": [],
        "knowledge_skill_ability": [],
        "minimum_qualifications": {
            "general_experience": None,
            "special_experience": None,
            "substitutions": [],
            "notes": [],
            "other": [],
        },
        "special_requirements": [],
        "effective_date": None,
        "footer": None,
        "cancellation": None,
        "citations": [],
        "sections": [],
    }
    assert (record["provenance"], record["findings"]) == ({}, [])


def _record(text: str) -> dict[str, Any]:
    document = read(text)
    draft = assemble(document, structure(document, VOCABULARY), PROFILE, READERS)
    plain: dict[str, Any] = json.loads(msgspec.json.encode(draft.records[0].plain(NOT_COUNTED)))
    return {**plain, "minimum_qualifications": without_expressions(plain["minimum_qualifications"])}


def _findings(text: str, record: dict[str, Any]) -> list[list[Any]]:
    return [
        [finding["code"], finding["pointer"], [text[span["start"] : span["end"]] for span in finding["spans"]]]
        for finding in record["findings"]
    ]
