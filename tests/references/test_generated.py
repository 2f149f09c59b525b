"""References of generated specifications: each where it says it is, none twice."""

import re
from itertools import combinations
from typing import Any

import pytest

import spec_parser
from spec_parser.generator import generate
from spec_parser.references import Reference, references
from spec_parser.render import Style, render_text


def _record(seed: int, dialect: str) -> tuple[str, dict[str, Any], tuple[Reference, ...]]:
    page = render_text(generate(seed).content, dialect, style=Style.seeded(seed))
    parsed = spec_parser.parse(page)
    (record,) = parsed.records
    return parsed.document.text, record.to_dict(), references(record)


def _at(record: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        record = record[int(step)] if isinstance(record, list) else record[step]
    return record


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("dialect", ["A", "B", "D"])
def test_a_reference_stands_where_it_says(dialect: str) -> None:
    for seed in range(40):
        text, record, found = _record(seed, dialect)
        for one in found:
            assert _at(record, one.pointer)[one.start : one.end] == one.text
            shown = _letters("".join(text[span.start : span.end] for span in one.spans))
            assert _letters(one.text) in shown
        stretches = [(span.start, span.end) for one in found for span in one.spans if one.kind != "class"]
        for first, second in combinations(sorted(stretches), 2):
            assert first != second


def test_every_citation_of_a_record_is_a_reference() -> None:
    for seed in range(40):
        _, record, found = _record(seed, "A")
        cited = sorted(
            (one["kind"], one["number"] + "".join(f"({sub})" for sub in one["subsections"]))
            for one in record["citations"]
        )
        assert sorted((one.kind, one.name) for one in found if one.kind in ("statute", "act")) == cited
