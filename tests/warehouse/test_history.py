"""Any order of loads, with repeats and late arrivals: the same is believed in the end, and record time tells the truth.

Conversions are made of files that are read anew now and then, and show other revisions each time. What must be
believed is told here in a few lines, without tables, loads or intervals.
"""

import random
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from spec_parser.warehouse.rows import ROWS
from spec_parser.warehouse.tables import BY_NAME
from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.targets import held, loaded, moment, url

# A disk takes longer to be sure of a load than the load takes; where there is one that is memory, tests need no other.
_MEMORY = next((str(path) for path in (Path("/dev/shm"),) if path.is_dir()), None)  # noqa: S108
_NAMES = ("a.txt", "b.html", "c.png", "d.pdf")
_SHOWN = st.builds(
    Shown,
    code=st.sampled_from(["1111AA", "2222BB", None]),
    effective=st.sampled_from([None, "2001-01-01", "2002-02-02", "2003-03-03"]),
    duties=st.lists(st.sampled_from(["Rows", "Sows corn", "Sows the corn", "Mows"]), max_size=3).map(tuple),
    pay=st.sampled_from([None, "1000.00", "2000.50"]),
    message=st.sampled_from([None, "Look here.", "Look there."]),
    unit=st.sampled_from(["ADMIN", "CLERKS"]),
    title=st.sampled_from(["Ferry Inspector 1", "Buoy Painter"]),
    level=st.sampled_from([None, 1, 2]),
)
_SHOWS = st.lists(_SHOWN, max_size=2, unique_by=lambda one: (one.code, one.effective)).map(tuple)
_DAYS = st.sampled_from([None, "2002-06-01", "2004-01-01", "2005-01-01"])

Conversion = tuple[File, ...]


class Stands(NamedTuple):
    """A revision as it must stand."""

    code: str | None
    since: str | None
    until: str | None
    is_current: bool
    duties: tuple[str, ...]
    file: str


def expected(conversions: Iterable[Conversion]) -> set[Stands]:
    """What must be believed once these conversions were loaded, in whatever order."""
    latest: dict[str, int] = {}
    taken: set[tuple[File, Shown]] = set()  # what the record of a revision was taken from
    for files in conversions:
        for file in files:
            latest[file.name] = max(latest.get(file.name, 0), file.converted)
        for key in {_key(shown) for file in files for shown in file.shows}:
            taken.add(next((file, shown) for file in files for shown in file.shows if _key(shown) == key))
    best: dict[Any, tuple[Any, Shown, str]] = {}
    for file, shown in taken:
        if file.converted == latest[file.name]:
            rank = (not file.recognised, file.converted)
            best[_key(shown)] = max(
                best.get(_key(shown), ((), shown, "")), (rank, shown, file.name), key=lambda one: one[0]
            )
    return {stands for code in {shown.code for _, shown, _ in best.values()} for stands in _standing(code, best)}


def _key(shown: Shown) -> Any:
    """What tells a revision; one without a date is told by its content without pay."""
    return shown.code, shown.effective or shown._replace(pay=None, message=None)


def _standing(code: str | None, best: dict[Any, Any]) -> Iterable[Stands]:
    of_class = [(shown, name) for _, shown, name in best.values() if shown.code == code]
    dates = sorted(shown.effective for shown, _ in of_class if shown.effective is not None)
    for shown, name in of_class:
        since = shown.effective
        later = [] if code is None or since is None else [date for date in dates if date > since]
        alone = code is None or len(of_class) == 1
        is_current = alone if since is None else not later
        yield Stands(code, since, later[0] if later else None, is_current, shown.duties, name)


def believed(rows: dict[str, list[Any]], when: str | None = None) -> set[Stands]:
    """What a warehouse believes now, or believed at a time."""
    names = {file.sha256: file.name for file in (File(name, 0) for name in _NAMES)}
    codes = {key: code for key, _, code in rows["job_class"]}
    duties: dict[int, list[tuple[int, str]]] = {}
    for reading, ordinal, text, *_ in rows["duty"]:
        duties.setdefault(reading, []).append((ordinal, text))
    return {
        Stands(
            codes[row.class_key],
            row.valid_from,
            row.valid_to,
            row.is_current if when is None else row.valid_to is None and _was_current(row, rows, when),
            tuple(text for _, text in sorted(duties.get(row.reading_id, []))),
            names[row.sha256],
        )
        for row in _at(rows, when)
    }


def _at(rows: dict[str, list[Any]], when: str | None) -> list[Any]:
    found = [ROWS["class_revision"](*row) for row in rows["class_revision"]]
    if when is None:
        return [row for row in found if row.recorded_to is None]
    return [row for row in found if row.recorded_from <= when and (row.recorded_to is None or row.recorded_to > when)]


def _was_current(row: Any, rows: dict[str, list[Any]], when: str) -> bool:
    of_class = [one for one in _at(rows, when) if one.class_key == row.class_key]
    return row.valid_from is not None or len(of_class) == 1


class History(RuleBasedStateMachine):
    """Files are converted again and again, and conversions loaded in any order, some of them twice."""

    conversions = Bundle("conversions")
    files = Bundle("files")
    kind = "sqlite"

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="spec-parser-", dir=_MEMORY))
        self._to = url(self.kind, self._folder)
        self._clock = 0
        self._loaded: list[Conversion] = []
        self._known: list[tuple[str, set[Stands]]] = []

    def teardown(self) -> None:
        try:
            if self._loaded:
                rows = held(self._to)
                for when, what in self._known:
                    assert believed(rows, when) == what, when
                self._in_another_order(rows)
        finally:
            shutil.rmtree(self._folder)

    @rule(target=files, name=st.sampled_from(_NAMES), shows=_SHOWS, day=_DAYS)
    def read(self, name: str, shows: tuple[Shown, ...], day: str | None) -> File:
        self._clock += 1
        return File(name, self._clock, shows, day, recognised=name == "c.png")

    @rule(target=conversions, found=st.lists(files, min_size=1, max_size=4, unique_by=lambda file: file.name))
    def convert(self, found: list[File]) -> Conversion:
        return tuple(found)

    @rule(conversion=conversions)
    def load(self, conversion: Conversion) -> None:
        self._loaded.append(conversion)
        when = len(self._loaded)
        summary = loaded(write(self._folder / "archive", conversion), self._to, when)
        self._known.append((moment(when), expected(self._loaded)))
        if conversion in self._loaded[:-1]:
            assert not summary.changed

    @invariant()
    def what_is_believed_is_right(self) -> None:
        if self._loaded:
            assert believed(held(self._to)) == expected(self._loaded)

    def _in_another_order(self, rows: dict[str, list[Any]]) -> None:
        """The same conversions in another order: all tables say the same, but for the times of loads."""
        shuffled = random.Random(len(self._loaded)).sample(self._loaded, len(self._loaded))
        other = url(self.kind, self._folder / "other")
        (self._folder / "other").mkdir()
        for when, conversion in enumerate(shuffled, 1):
            loaded(write(self._folder / "archive", conversion), other, when)
        assert timeless(held(other)) == timeless(rows)


def timeless(rows: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """What is believed now, by all tables, without the times of loads."""
    found = {}
    for name, of_table in rows.items():
        columns = BY_NAME[name].names
        if BY_NAME[name].nature == "recorded":
            start, end = columns.index("recorded_from"), columns.index("recorded_to")
            found[name] = [(*row[:start], *row[end + 1 :]) for row in of_table if row[end] is None]
        elif BY_NAME[name].nature == "list":
            found[name] = of_table
    return found


History.TestCase.settings = settings(max_examples=20, stateful_step_count=12)
test_history = pytest.mark.property(History.TestCase)
