"""Three rounds of revisions of invented classes, loaded in shuffled order: what stood on each day is the truth's."""

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest

from spec_parser.generator import revisions
from spec_parser.model import Content
from spec_parser.render import render_text
from tests.archive.archives import convert
from tests.warehouse.targets import loaded, url

_SEEDS = range(40, 54)
_ROUNDS = 3
_STOOD = """
SELECT r.title, r.effective_date, (
    SELECT list(d.text ORDER BY d.ordinal) FROM duty d WHERE d.reading_id = r.reading_id
), (
    SELECT list(s.statement ORDER BY s.ordinal) FROM ksa_statement s WHERE s.reading_id = r.reading_id
)
FROM class_revision r
WHERE r.class_key = $class AND r.recorded_to IS NULL
  AND r.valid_from <= CAST($day AS DATE) AND (r.valid_to IS NULL OR r.valid_to > CAST($day AS DATE))
"""


class Said(NamedTuple):
    """What of a specification is asked for."""

    title: str | None
    effective: str | None
    duties: tuple[str, ...]
    statements: tuple[str, ...]


def _truths() -> Iterator[tuple[Content, ...]]:
    """The editions of invented classes, of which each edition has a date of its own."""
    for seed in _SEEDS:
        editions = tuple(truth.content for truth in revisions(seed, _ROUNDS))
        dates = {edition.effective_date for edition in editions}
        codes = {edition.job_class.code for edition in editions}
        if None not in dates | codes and len(dates) == _ROUNDS and len(codes) == 1:
            yield editions


@pytest.fixture(scope="module")
def truths() -> tuple[tuple[Content, ...], ...]:
    """Classes with all their editions, oldest first."""
    found = tuple(_truths())
    assert len(found) >= len(_SEEDS) // 2
    return found


def _archives(folder: Path, truths: Sequence[Sequence[Content]]) -> list[Path]:
    """A converted archive a round: of each class one edition, which one differs from class to class."""
    dice = random.Random(3)
    orders = [dice.sample(range(_ROUNDS), _ROUNDS) for _ in truths]
    archives = []
    for number in range(_ROUNDS):
        given = folder / f"given{number}"
        given.mkdir()
        for editions, order in zip(truths, orders, strict=True):
            edition = editions[order[number]]
            name = f"{edition.job_class.code}-{order[number]}.txt"
            (given / name).write_text(render_text(edition, "A"), encoding="utf-8")
        archives.append(folder / f"round{number}")
        convert(given, out=archives[-1])
    return archives


def _stood(editions: Sequence[Content], day: str) -> list[Said]:
    """What stood on a day, by the truth."""
    past = [one for one in editions if one.effective_date is not None and one.effective_date <= day]
    return [_said(max(past, key=lambda one: one.effective_date or ""))] if past else []


def _said(one: Content) -> Said:
    return Said(
        one.job_class.title,
        one.effective_date,
        tuple(duty.text for duty in one.duties),
        tuple(statement.statement for statement in one.knowledge_skill_ability),
    )


def _days(editions: Sequence[Content]) -> list[str]:
    """The days on which an edition begins to stand, each with the day before, and days long ago and far off."""
    begin = [date.fromisoformat(one.effective_date) for one in editions if one.effective_date is not None]
    around = [day - timedelta(days=back) for day in begin for back in (0, 1)]
    return ["1900-01-01", *(day.isoformat() for day in around), "2100-01-01"]


def _told(row: Sequence[Any]) -> Said:
    title, effective, duties, statements = row
    return Said(title, effective.isoformat(), tuple(duties or ()), tuple(statements or ()))


def test_what_stood_on_each_day(truths: tuple[tuple[Content, ...], ...], tmp_path: Path) -> None:
    to = url("duckdb", tmp_path)
    for when, archive in enumerate(_archives(tmp_path, truths), 1):
        loaded(archive, to, when)
    with closing(duckdb.connect(to.removeprefix("duckdb:///"), read_only=True)) as base:
        for editions in truths:
            key = f"{editions[0].jurisdiction}/{editions[0].job_class.code}"
            for day in _days(editions):
                found = [_told(row) for row in base.execute(_STOOD, {"class": key, "day": day}).fetchall()]
                assert found == _stood(editions, day), (key, day)
