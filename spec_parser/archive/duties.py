"""duties.ndjson: the duties of an archive that several classes have in nearly the same words.

Duties may be many more than memory should hold: they are noted in a database, which is on disk once it is large. In
memory are a few bytes for each different text, and one group after the other.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import msgspec
from msgspec import Struct

from spec_parser.archive.alike import Hashed, grouped
from spec_parser.archive.likeness import plain, runs, share
from spec_parser.archive.merging import Seen
from spec_parser.archive.model import DutyGroup, GroupedDuty, StoredRevision

# Duties that are noted at once.
_BATCH = 500
# Different texts that are hashed at once.
_HASHED = 100
_REMEMBERED = 8192

_SCHEMA = """
PRAGMA cache_size = -2000;  -- KiB; the rest is on disk
CREATE TABLE text (number INTEGER PRIMARY KEY, plain TEXT UNIQUE);
CREATE TABLE revision (number INTEGER PRIMARY KEY, key TEXT, code TEXT);
CREATE TABLE duty (place INTEGER PRIMARY KEY, text INTEGER, revision INTEGER, ordinal INTEGER, printed TEXT);
"""


class _Shown(Struct, frozen=True, array_like=True):
    """The duties of a revision."""

    key: str
    code: str | None
    duties: tuple[str, ...]


_encode = msgspec.json.Encoder().encode
_shown = msgspec.json.Decoder(_Shown).decode_lines


class Duties(NamedTuple):
    """What duties.ndjson is told by."""

    def needed(self, revision: StoredRevision, best: Seen) -> bytes:
        """The duties of a revision, as the best evidence for it shows them."""
        return _encode(_Shown(revision.key, revision.code, best.record.duties)) + b"\n"

    def teller(self) -> "DutyTeller":
        """What tells the duties that classes share."""
        return DutyTeller()


class DutyTeller:
    """Tells the duties that several classes have: one group a line, in the order of their first duties."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(_SCHEMA)
        self._base.execute("BEGIN")
        self._plain = lru_cache(maxsize=_REMEMBERED)(plain)
        self._hashed = Hashed()
        self._revisions = 0
        self._waiting: list[tuple[str, int, int, str]] = []  # words, revision, ordinal, as printed

    def close(self) -> None:
        """Let go of the notes."""
        self._base.close()
        self._hashed.close()

    def add(self, needed: bytes) -> None:
        """Take the duties of some revisions; of those without words nothing is told."""
        for shown in _shown(needed):
            self._revisions += 1
            number = self._revisions
            self._base.execute("INSERT INTO revision VALUES (?, ?, ?)", (number, shown.key, shown.code))
            for ordinal, duty in enumerate(shown.duties, 1):
                words = self._plain(duty)
                if words:
                    self._waiting.append((words, number, ordinal, duty))
        if len(self._waiting) >= _BATCH:
            self._note()

    def _note(self) -> None:
        """Note all duties that wait, each different text once. A text that is new is hashed, while others come."""
        self._base.executemany(
            "INSERT OR IGNORE INTO text (plain) VALUES (?)", ((words,) for words, *_ in self._waiting)
        )
        self._base.executemany(
            "INSERT INTO duty (text, revision, ordinal, printed) SELECT number, ?2, ?3, ?4 FROM text WHERE plain = ?1",
            self._waiting,
        )
        self._waiting.clear()
        new = self._base.execute("SELECT plain FROM text WHERE number > ? ORDER BY number", (self._hashed.count,))
        while batch := new.fetchmany(_HASHED):
            self._hashed.add([words for (words,) in batch])

    def lines(self) -> Iterator[bytes]:
        """The lines of duties.ndjson."""
        self._note()
        leaders = grouped(self._hashed, self._text)
        self._base.create_function("leader", 1, leaders.of, deterministic=True)
        for group in self._groups():
            yield _encode(group) + b"\n"

    def _text(self, number: int) -> str:
        words: str = self._base.execute("SELECT plain FROM text WHERE number = ?", (number,)).fetchone()[0]
        return words

    def _groups(self) -> Iterator[DutyGroup]:
        """The groups that have duties of several classes. A text has its number by its first duty."""
        self._base.execute(
            "CREATE TABLE shared AS SELECT leader(d.text) AS number FROM duty d"
            " JOIN revision r ON r.number = d.revision GROUP BY 1 HAVING min(r.code) < max(r.code)"
        )
        rows = self._base.execute(
            "SELECT leader(d.text) AS leader, r.key, r.code, d.ordinal, d.printed FROM duty d"
            " JOIN revision r ON r.number = d.revision"
            " WHERE leader IN (SELECT number FROM shared) ORDER BY leader, d.place"
        )
        for _, members in groupby(rows, key=lambda row: row[0]):
            yield self._made(list(members))

    def _made(self, members: list[tuple[int, str, str | None, int, str]]) -> DutyGroup:
        """A group from its duties. What it is told by is the wording that most of them have, of several the first."""
        words = [self._plain(printed) for *_, printed in members]
        most = max(Counter(words).items(), key=lambda item: item[1])[0]
        its_runs = runs(most)
        alike = {one: 100 if one == most else share(its_runs, runs(one)) for one in set(words)}
        return DutyGroup(
            text=members[words.index(most)][-1],
            classes=len({code for _, _, code, *_ in members if code is not None}),
            duties=tuple(
                GroupedDuty(key, code, ordinal, printed, alike[one])
                for (_, key, code, ordinal, printed), one in zip(members, words, strict=True)
            ),
        )
