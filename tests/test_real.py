"""The real specification, whole: what the contract says of it, in whatever form its text comes."""

import csv
import json
import re
import textwrap
from collections import Counter
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

import spec_parser
from tests.conftest import real_documents

_EVIDENCE = {"source", "provenance", "coverage", "findings"}


@pytest.fixture
def text() -> str:
    """The text of the real specification."""
    return (real_documents() / "ct" / "4978AR.txt").read_text(encoding="utf-8")


def _record(data: bytes | str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(spec_parser.parse(data).to_json())
    return record


def _content(data: bytes | str) -> dict[str, Any]:
    return {name: value for name, value in _record(data).items() if name not in _EVIDENCE}


def test_every_value_of_the_contract(text: str) -> None:
    record = _record(text)
    qualifications = record["minimum_qualifications"]
    pay_text, clause_text = record["pay"].pop("text"), record["cancellation"].pop("text")
    assert pay_text.startswith("$53.18-$72.51 Hourly / ")
    assert pay_text.endswith(" Yearly")
    assert clause_text.startswith("This replaces the existing title and ")
    assert clause_text.endswith(" Item No. 24-097")
    assert {
        name: record[name]
        for name in (
            "schema_version",
            "jurisdiction",
            "job_class",
            "pay",
            "salary_group",
            "designation",
            "occupational_group",
            "bargaining_unit",
            "eeo_category",
            "effective_date",
            "footer",
        )
    } == {
        "schema_version": "1.0.0",
        "jurisdiction": "us-ct",
        "job_class": {
            "code": "4978AR",
            "title": "Insurance Program Coordinator 2",
            "series": "Insurance Program Coordinator",
            "level": 2,
            "qualifiers": [],
        },
        "pay": {
            "kind": "range",
            "hourly": {"min": "53.18", "max": "72.51"},
            "biweekly": {"min": "4253.95", "max": "5800.23"},
            "yearly": {"min": "111028.00", "max": "151386.00"},
            "weekly_hours": "40",
            "currency": "USD",
        },
        "salary_group": {"text": "AR2 67", "plan": "AR2", "grade": "67"},
        "designation": {"text": "Classified/Competitive", "service": "classified", "selection": "competitive"},
        "occupational_group": {
            "text": "(15)-Insurance Programs and Control",
            "code": "15",
            "name": "Insurance Programs and Control",
        },
        "bargaining_unit": {
            "text": "(16)-ADMIN & RESID (P-5)",
            "code": "16",
            "name": "ADMIN & RESID",
            "unit": "P-5",
        },
        "eeo_category": {"text": "(2)-Professional", "code": "2", "name": "Professional"},
        "effective_date": "2024-11-07",
        "footer": {
            "text": "CLASS: 4978AR; REV: 11/13/2024;",
            "code": "4978AR",
            "established": None,
            "revised": "2024-11-13",
        },
    }
    (reason,) = record["cancellation"].pop("reasons")
    assert reason.startswith("Revised to retitle and modify content")
    assert record["cancellation"] == {
        "kind": "replaces",
        "title": "Insurance Program Manager",
        "retitled": True,
        "salary_group": {"text": "AR2 67", "plan": "AR2", "grade": "67"},
        "approved_effective": "2021-04-29",
        "reference": {"kind": "Item", "number": "24-097"},
    }
    assert [one["stem"] for one in record["knowledge_skill_ability"]] == (
        ["Considerable knowledge of"] * 5 + ["Knowledge of"] * 6 + ["Considerable"] * 2 + [None]
    )
    assert all(
        one["statement"] == " ".join(filter(None, (one["stem"], one["text"])))
        for one in record["knowledge_skill_ability"]
    )
    assert {duty["label"] for duty in record["duties"]} == {None}
    assert len(record["special_requirements"]) == 2
    assert [quantity["value"] for quantity in qualifications["general_experience"]["quantities"]] == ["9"]
    assert [quantity["value"] for quantity in qualifications["special_experience"]["quantities"]] == ["2"]
    assert [[one["value"] for one in row["quantities"]] for row in qualifications["substitutions"]] == [
        ["15", "0.5", "4"],
        ["1"],
        ["1"],
        ["1"],
    ]
    assert [note["section"] for note in qualifications["notes"]] == ["special_experience"]
    assert [(one["kind"], one["number"]) for one in record["citations"]] == [("statute", "5-196")]


def test_counts_and_coverage(text: str) -> None:
    record = _record(text)
    qualifications = record["minimum_qualifications"]
    guidelines = next(section for section in record["sections"] if section["kind"] == "guidelines")
    assert len(record["duties"]) == 18
    assert len(record["knowledge_skill_ability"]) == 14
    assert len(qualifications["substitutions"]) == 4
    assert len(qualifications["notes"]) == 1
    assert qualifications["other"] == []
    assert [len(block["items"]) for block in guidelines["blocks"]] == [0, 0, 3]
    assert record["coverage"]["unrecognised"] == 0
    assert record["findings"] == []


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("hyphens", [True, False], ids=["broken at hyphens", "broken at blanks"])
@pytest.mark.parametrize("hanging", ["", "  ", "as its text"], ids=["no indent", "two blanks", "below its text"])
def test_wrapped_by_a_program(text: str, width: int, hyphens: bool, hanging: str) -> None:
    wrapped = "\n".join(_wrapped(line, width, hyphens, hanging) for line in text.splitlines())
    assert wrapped.count("\n") > text.count("\n") + 40
    assert _content(wrapped) == _content(text)


def _wrapped(line: str, width: int, hyphens: bool, hanging: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    if hanging == "as its text":
        hanging = indent + ("  " if line.lstrip().startswith("•") else "")
    wrap = textwrap.TextWrapper(width, subsequent_indent=hanging, break_on_hyphens=hyphens, break_long_words=False)
    return wrap.fill(line) if line.strip() else line


@pytest.mark.parametrize(
    "form", ["CRLF", "CR", "UTF-16", "UTF-16 without a mark", "NBSP", "UTF-8 with a mark", "cp1252"]
)
def test_the_same_content_in_other_bytes(text: str, form: str) -> None:
    forms = {
        "CRLF": text.replace("\n", "\r\n").encode(),
        "CR": text.replace("\n", "\r").encode(),
        "UTF-16": text.encode("utf-16"),
        "UTF-16 without a mark": text.encode("utf-16-le"),
        "NBSP": text.replace(" ", "\u00a0").encode(),
        "UTF-8 with a mark": text.encode("utf-8-sig"),
        "cp1252": text.encode("cp1252"),
    }
    assert _content(forms[form]) == _content(text)


def _hours(row: dict[str, str]) -> str:
    """The hours a week that come nearest to biweekly pay divided by hourly pay."""
    hours = Decimal(row["biweekly_max"]) / Decimal(row["hourly_max"]) / 2
    return min(("35", "36.25", "37.5", "40"), key=lambda candidate: abs(Decimal(candidate) - hours))


@cache
def _pay_facts() -> list[dict[str, str]]:
    with (real_documents() / "ct" / "pay-facts.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _pay_line(row: dict[str, str], *, between: str) -> str:
    def pair(period: str) -> str:
        return "-".join(f"${Decimal(row[f'{period}_{end}']):,.2f}" for end in ("min", "max"))

    return f"{pair('hourly')} Hourly / {pair('biweekly')} BiWeekly /{between}{pair('annual')} Yearly"


@pytest.mark.parametrize("between", [" ", "\n"], ids=["one line", "two lines"])
def test_every_pay_fact_gives_its_numbers(between: str) -> None:
    rows = _pay_facts()
    assert len(rows) > 20
    for row in rows:
        title = f"{row['title'] or 'Orchard Warden'} ({row['class_code']})"
        found = _record(f"{title}\n\n{_pay_line(row, between=between)}\n\nSUPERVISION RECEIVED\n\nWorks alone.\n")
        printed = " ".join(_pay_line(row, between=between).split())
        placeholder = row["class_code"].endswith("VR")
        assert found["job_class"]["code"] == row["class_code"]
        assert found["job_class"]["title"] == (" ".join(row["title"].split()) or "Orchard Warden")
        assert found["pay"] == {
            "text": printed,
            "kind": "variable" if placeholder else "range",
            **{
                name: {end: f"{Decimal(row[f'{period}_{end}']):.2f}" for end in ("min", "max")}
                for name, period in (("hourly", "hourly"), ("biweekly", "biweekly"), ("yearly", "annual"))
            },
            "weekly_hours": None if placeholder else _hours(row),
            "currency": "USD",
        }


def _flat(text: str) -> list[str]:
    """The specification as pages print it that have lost masthead, title, pay and nesting: dialect B."""
    lines = text.splitlines()
    body = lines[lines.index("PURPOSE OF JOB CLASS (NATURE OF WORK)") :]
    return [re.sub(r"^\s*•\s*", "- ", line) for line in body if line.strip()]


def _page(lines: list[str], width: int | None) -> str:
    broken = [line if width is None else textwrap.fill(line, width) for line in lines]
    return "\n".join(broken) + "\n"


@pytest.mark.parametrize("width", [None, 60, 72, 80])
def test_without_masthead_and_nesting_the_rest_is_the_same(text: str, width: int | None) -> None:
    expected, found = _record(text), _record(_page(_flat(text), width))
    for name in ("title", "series", "level"):
        assert found["job_class"].pop(name) is None
        expected["job_class"].pop(name)
    assert found.pop("pay") is None
    expected.pop("pay")
    assert expected["sections"].pop(0)["kind"] == "masthead"
    assert [finding["code"] for finding in found["findings"]] == ["nesting-inferred"]
    for record in (expected, found):
        for name in _EVIDENCE:
            record.pop(name)
    assert found == expected


@pytest.mark.parametrize("width", [None, 60, 72, 80])
def test_without_headers_what_can_be_told_is_the_same(text: str, width: int | None) -> None:
    expected = _record(text)
    headings = {section["heading"] for section in expected["sections"]}
    found = _record(_page([line for line in text.splitlines() if line not in headings], width))
    told = (
        "job_class",
        "pay",
        "salary_group",
        "designation",
        "occupational_group",
        "bargaining_unit",
        "eeo_category",
        "effective_date",
        "footer",
        "cancellation",
        "citations",
    )
    assert {name: found[name] for name in told} == {name: expected[name] for name in told}
    assert found["coverage"]["unrecognised"] > 0
    codes = {finding["code"] for finding in found["findings"]}
    assert codes == {"text-unrecognised", "section-inferred"}


def test_a_posting_that_embeds_a_specification() -> None:
    path = real_documents() / "ct" / "posting-5462MP.txt"
    found = spec_parser.parse(path).records[0].to_dict()
    assert [section["kind"] for section in found["sections"] if section["kind"] != "unrecognised"] == [
        "purpose",
        "duties",
        "knowledge_skill_ability",
        "general_experience",
        "preferred_qualifications",
        "acknowledgement",
    ]
    assert Counter(duty["label"] for duty in found["duties"]) == {
        None: 15,
        "LEGISLATIVE AND ELECTION ADMINISTRATION": 8,
        "COMMERCIAL RECORDING DIVISION": 3,
    }
    assert [statement["stem"] for statement in found["knowledge_skill_ability"]] == [
        *["Considerable knowledge of"] * 4,
        *["Knowledge of"] * 3,
        *["Considerable"] * 2,
        None,
        "Ability to",
    ]
    assert Counter(finding["code"] for finding in found["findings"]) == {
        "mojibake-mended": 1,
        "mojibake-lost": 1,
        "text-foreign": 8,
        "label-assumed": 2,
        "nesting-inferred": 1,
    }
