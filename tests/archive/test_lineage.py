"""Revisions in order, and which replaced which."""

from random import Random
from typing import Any

import pytest

from spec_parser.archive.identity import RevisionKey
from spec_parser.archive.lineage import Entry, lineage
from tests.cases import cases


def _entry(text: str) -> Entry:
    key, title, replaced, date = (part.strip() for part in text.split("|"))
    code, value = key.split()
    undated = "-" not in value
    return Entry(
        RevisionKey("xx", code, undated, value, "content" if undated else "effective_date"),
        title,
        replaced != "-",
        None if replaced in "-?" else replaced,
        None if date in "-?" else date,
    )


@pytest.mark.parametrize("case", cases(__file__, "lineage"))
def test_lineage(case: dict[str, Any]) -> None:
    entries = [_entry(text) for text in case["revisions"]]
    Random(1).shuffle(entries)
    found = {
        key.text: [
            place.ordinal,
            place.is_latest,
            *((None, None, None) if place.predecessor is None else _three(place.predecessor)),
            list(place.replaced_by),
        ]
        for key, place in zip(sorted(entry.key for entry in entries), lineage(entries), strict=True)
    }
    assert found == case["places"]


def _three(predecessor: Any) -> tuple[Any, ...]:
    return predecessor.revision, predecessor.code, predecessor.certainty
