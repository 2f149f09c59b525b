from typing import Any

import pytest

from tests.fields.harness import CASES, FIELDS, Case, as_case, cases, plain, reader, scalars

ALL = [pytest.param(field, case, id=f"{field}: {case['text'][:60]}") for field in FIELDS for case in cases(field)]

# The field's own text and what is the same in every record of a profile are read from no stretch in particular.
WITHOUT_PART = {"/text", "/currency"}


@pytest.mark.parametrize(("field", "case"), ALL)
def test_a_text_gives_the_whole_reading_of_its_case(field: str, case: Case) -> None:
    assert as_case(case["text"], reader(field)(case["text"])) == case


@pytest.mark.parametrize(("field", "case"), ALL)
def test_every_value_has_a_part_and_every_part_a_value(field: str, case: Case) -> None:
    reading = reader(field)(case["text"])
    parts: dict[str, Any] = {part.pointer: part.value for part in reading.parts}
    expected = {p: value for p, value in scalars(plain(reading.value)).items() if p not in WITHOUT_PART}
    assert parts == expected
    assert len(parts) == len(reading.parts)


def test_every_field_has_cases_and_every_case_file_a_field() -> None:
    assert sorted(path.stem for path in CASES.glob("*.yaml")) == list(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_no_text_stands_twice_in_a_case_file(field: str) -> None:
    texts = [case["text"] for case in cases(field)]
    assert len(set(texts)) == len(texts)
