"""What texts name, told without an archive."""

from typing import Any

import pytest

from spec_parser.profiles.loading import load
from spec_parser.references import ReferenceReader
from tests.cases import cases
from tests.references.records import record

READER = ReferenceReader(load())


@pytest.mark.parametrize("case", cases(__file__, "mentions"))
def test_what_a_text_names(case: dict[str, Any]) -> None:
    found = READER.read(record(case["text"], own=case.get("own")))
    assert [[one.kind, one.relation, one.text, one.name] for one in found] == case["finds"]
    for one in found:
        assert (one.pointer, one.text) == ("/special_requirements/0", case["text"][one.start : one.end])


def test_there_are_enough_cases_with_and_without_mentions() -> None:
    found = [case.values[0] for case in cases(__file__, "mentions")]
    assert sum(bool(case["finds"]) for case in found) >= 50
    assert sum(not case["finds"] for case in found) >= 20
