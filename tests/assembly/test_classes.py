"""Several classes on one page: one record a row, all else the same. Cases in cases/classes.yaml."""

import json
from typing import Any

import msgspec
import pytest

from spec_parser import LimitError, NotASpecificationError, parse
from spec_parser.assembly import assemble
from spec_parser.fields.readers import FieldReaders
from spec_parser.limits import Limits
from spec_parser.model import Coverage
from spec_parser.profiles.loading import load
from spec_parser.readers import read
from spec_parser.structure import Vocabulary, structure
from tests.cases import cases

PROFILE = load("us-ct")
VOCABULARY = Vocabulary(PROFILE)
READERS = FieldReaders(PROFILE)
NOT_COUNTED = Coverage(0, 0, 0, 0, 0, 0, 0)
EVIDENCE = {"source", "provenance", "coverage", "findings", "sections"}
# What a class may have of its own.
OWN = ("/job_class/", "/salary_group/", "/designation/", "/effective_date/")

PAGE = """\
Classified/Competitive
Class Code Pay Plan Class Title Eff.Date
6976  CL - 14 LANTERN CLERK 1  May 26, 2009
6977  CL - 16 LANTERN CLERK 2  May 26, 2010
EXAMPLES OF DUTIES:
- Trims lamps.
CC Final# Occup. Group Bargaining Unit EEO
12 09-031 15 16 2
"""


def _records(text: str) -> list[dict[str, Any]]:
    document = read(text)
    draft = assemble(document, structure(document, VOCABULARY), PROFILE, READERS)
    return [json.loads(msgspec.json.encode(record.plain(NOT_COUNTED))) for record in draft.records]


@pytest.mark.parametrize("case", cases(__file__, "classes"))
def test_classes(case: dict[str, Any]) -> None:
    text = case["text"]
    records, (empty,) = _records(text), _records("\n")
    names = set(empty) - EVIDENCE
    assert [{n: record[n] for n in names if record[n] != empty[n]} for record in records] == case["records"]
    for record in records:
        found = [
            [finding["code"], finding["pointer"], [text[span["start"] : span["end"]] for span in finding["spans"]]]
            for finding in record["findings"]
        ]
        assert found == case.get("findings", [])
    provenance = records[0]["provenance"]
    sources = {p: [text[s["start"] : s["end"]] for s in provenance[p]["spans"]] for p in case.get("sources", {})}
    assert sources == case.get("sources", {})


def test_the_records_of_a_page_share_sections_spans_and_coverage() -> None:
    first, second = (record.to_dict() for record in parse(PAGE).records)
    assert first["sections"] == second["sections"]
    assert first["coverage"] == second["coverage"]
    assert (first["coverage"]["furniture"], first["coverage"]["unrecognised"]) == (0, 0)
    shared = [
        {p: row for p, row in record["provenance"].items() if not f"{p}/".startswith(OWN)} for record in (first, second)
    ]
    assert shared[0] == shared[1]
    assert {p: row["spans"][0]["line"] for p, row in second["provenance"].items() if f"{p}/".startswith(OWN)} == {
        "/job_class/code": 4,
        "/job_class/title": 4,
        "/job_class/series": 4,
        "/job_class/level": 4,
        "/salary_group/text": 4,
        "/salary_group/plan": 4,
        "/salary_group/grade": 4,
        "/effective_date": 4,
        "/designation/text": 1,
        "/designation/service": 1,
        "/designation/selection": 1,
    }


def test_every_record_of_a_page_has_its_json_line() -> None:
    parsed = parse(PAGE)
    lines = parsed.to_json().splitlines()
    assert [json.loads(line)["job_class"]["code"] for line in lines] == ["6976", "6977"]
    assert "".join(parsed.document.text[piece.start : piece.end] for piece in parsed.pieces) == PAGE


def test_a_row_of_classes_is_a_title_with_code() -> None:
    table = "Class Code Pay Plan Class Title Eff.Date\n6976 CL - 14 LANTERN CLERK 1 May 26, 2009\n"
    with pytest.raises(NotASpecificationError):
        parse(table)
    assert len(parse(f"{table}SUPERVISION RECEIVED:\nWorks alone.\n").records) == 1


def test_classes_that_repeat_a_long_page_too_often_are_refused() -> None:
    assert len(parse(PAGE, limits=Limits(characters=2 * len(PAGE))).records) == 2
    message = "input: has 2 classes that share 248 characters; together the limit is 495: divide the table among"
    with pytest.raises(LimitError, match=message):
        parse(PAGE, limits=Limits(characters=2 * len(PAGE) - 1))
