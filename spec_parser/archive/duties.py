"""duties.ndjson: the duties of an archive that several classes have in nearly the same words.

Duties may be many more than memory should hold: they are noted in a database, which is on disk once it is large. In
memory are four bytes for each different text, and one group after the other.
"""

import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import msgspec
from msgspec import Struct

from spec_parser.archive.likeness import buckets, likeness, plain, runs
from spec_parser.archive.model import DutyGroup, GroupedDuty
from spec_parser.archive.outputs import RECORDS, Lines

DUTIES = "duties.ndjson"
# Two duties are near-identical if they share so many percent of their runs of characters.
ALIKE = 75
# Of a bucket that holds more texts that are not alike, each is compared with so many before it.
_COMPARED = 25
_BATCH = 500
_REMEMBERED = 1 << 15

_SCHEMA = """
CREATE TABLE text (number INTEGER PRIMARY KEY, plain TEXT UNIQUE);
CREATE TABLE duty (place INTEGER PRIMARY KEY, text INTEGER, key TEXT, code TEXT, ordinal INTEGER, printed TEXT);
CREATE TABLE bucket (band INTEGER, bucket INTEGER, text INTEGER, PRIMARY KEY (band, bucket, text)) WITHOUT ROWID;
CREATE TABLE grouped (text INTEGER PRIMARY KEY, leader INTEGER);
"""


class _Duty(Struct, frozen=True):
    text: str


class _Record(Struct, frozen=True):
    duties: tuple[_Duty, ...]


class _Revision(Struct, frozen=True):
    key: str
    code: str | None
    record: _Record


_revision = msgspec.json.Decoder(_Revision).decode


def write_duties(out: Path) -> None:
    """Write duties.ndjson: one group a line, in the order of their first duties.

    Args:
        out: the folder of the archive, its records.ndjson written.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as base, Lines(out / DUTIES) as lines:
        base.execute("PRAGMA cache_size = -4000")  # KiB; the rest is on disk
        base.executescript(_SCHEMA)
        base.execute("BEGIN")
        with (out / RECORDS).open("rb") as file:
            _note(base, map(_revision, file))
        _fill_buckets(base)
        _group(base)
        for group in _groups(base):
            lines.add(group)


def _note(base: sqlite3.Connection, revisions: Iterator[_Revision]) -> None:
    """Note all duties, each different text once."""
    for revision in revisions:
        for ordinal, duty in enumerate(revision.record.duties, 1):
            words = plain(duty.text)
            if not words:
                continue
            base.execute("INSERT OR IGNORE INTO text (plain) VALUES (?)", (words,))
            base.execute(
                "INSERT INTO duty (text, key, code, ordinal, printed)"
                " SELECT number, ?, ?, ?, ? FROM text WHERE plain = ?",
                (revision.key, revision.code, ordinal, duty.text, words),
            )


def _fill_buckets(base: sqlite3.Connection) -> None:
    texts = base.execute("SELECT number, plain FROM text ORDER BY number")
    while batch := texts.fetchmany(_BATCH):
        found = zip(batch, buckets([words for _, words in batch]), strict=True)
        base.executemany(
            "INSERT INTO bucket VALUES (?, ?, ?)",
            [(band, bucket, number) for (number, _), row in found for band, bucket in enumerate(row)],
        )


def _group(base: sqlite3.Connection) -> None:
    """Put texts that are alike into one group, and those that either of them is alike to."""
    leaders = _Leaders(base.execute("SELECT coalesce(max(number), 0) FROM text").fetchone()[0])
    texts = _Texts(base)
    rows = base.execute("SELECT group_concat(text) FROM bucket GROUP BY band, bucket HAVING count(*) > 1")
    for (bucket,) in rows:
        others: list[int] = []
        for number in sorted(map(int, bucket.split(","))):
            for other in others:
                if leaders.of(other) != leaders.of(number) and texts.are_alike(other, number):
                    leaders.join(other, number)
            others = [*others[1 - _COMPARED :], number]
    base.executemany("INSERT INTO grouped VALUES (?, ?)", leaders.all())


class _Texts:
    """Compares texts by their numbers. Two may share several buckets: what was compared is remembered."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._plain = lru_cache(maxsize=_REMEMBERED)(self._read)
        self.are_alike = lru_cache(maxsize=_REMEMBERED)(self._compare)

    def _read(self, number: int) -> str:
        words: str = self._base.execute("SELECT plain FROM text WHERE number = ?", (number,)).fetchone()[0]
        return words

    def _compare(self, one: int, other: int) -> bool:
        first, second = self._plain(one), self._plain(other)
        short, long = sorted((len(runs(first)), len(runs(second))))
        return 100 * short >= ALIKE * long and likeness(first, second) >= ALIKE


class _Leaders:
    """Texts in groups, by number; each group is known by its lowest."""

    def __init__(self, highest: int) -> None:
        self._above = array("I", range(highest + 1))

    def of(self, number: int) -> int:
        """The leader of a text's group."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low

    def all(self) -> Iterator[tuple[int, int]]:
        """Each text with its leader."""
        return ((number, self.of(number)) for number in range(1, len(self._above)))


def _groups(base: sqlite3.Connection) -> Iterator[DutyGroup]:
    """The groups that have duties of several classes. Texts have their numbers in the order of their first duties."""
    rows = base.execute(
        "SELECT g.leader, d.key, d.code, d.ordinal, d.printed, t.plain FROM duty d"
        " JOIN grouped g ON g.text = d.text JOIN text t ON t.number = d.text"
        " WHERE g.leader IN (SELECT g.leader FROM duty d JOIN grouped g ON g.text = d.text"
        "  GROUP BY g.leader HAVING count(DISTINCT d.code) > 1)"
        " ORDER BY g.leader, d.place"
    )
    for _, members in groupby(rows, key=lambda row: row[0]):
        yield _made(list(members))


def _made(members: list[tuple[int, str, str | None, int, str, str]]) -> DutyGroup:
    """A group from its duties. What it is told by is the wording that most of them have, of several the first."""
    counted: dict[str, int] = {}
    for *_, words in members:
        counted[words] = counted.get(words, 0) + 1
    most = max(counted, key=lambda words: counted[words])
    printed = next(text for *_, text, words in members if words == most)
    return DutyGroup(
        text=printed,
        classes=len({code for _, _, code, *_ in members if code is not None}),
        duties=tuple(
            GroupedDuty(key, code, ordinal, text, likeness(most, words))
            for _, key, code, ordinal, text, words in members
        ),
    )
