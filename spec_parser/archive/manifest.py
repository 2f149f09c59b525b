"""manifest.sqlite: every source of an archive exactly once, what became of it, and where its records stand."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from spec_parser.archive.identity import RevisionKey
from spec_parser.archive.shards import Conversion, Shard
from spec_parser.archive.sources import Source

_SCHEMA = Path(__file__).with_name("manifest.sql")
# Sources looked up in one question.
_BATCH = 500


class Stored(NamedTuple):
    """One source's record of a revision: where its line stands, and what the source says of it."""

    shard: str
    start: int
    length: int
    rank: tuple[int | str, ...]
    title: str | None
    replaces: bool
    replaced_title: str | None
    approved_effective: str | None
    path: str
    observed_on: str | None
    url: str | None


class Refused(NamedTuple):
    """A source that gave no record, and why."""

    path: str
    sha256: str | None
    outcome: str
    reason: str


class Manifest:
    """The manifest of an archive, open for one run."""

    def __init__(self, path: Path, versions: str) -> None:
        """Open it, or make it; `versions` names what converts now."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._versions = versions
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")  # a lost tail is converted again, a torn file is not possible
        self._base.execute("PRAGMA cache_size = -1000")  # KB: twice that is no faster
        self._base.executescript(_SCHEMA.read_text(encoding="utf-8"))
        self.run = self._begin()

    def _begin(self) -> int:
        (last,) = self._base.execute("SELECT coalesce(max(number), 0) FROM run").fetchone()
        self._base.execute("INSERT INTO run VALUES (?, ?, ?, NULL)", (last + 1, self._versions, _now()))
        return int(last) + 1

    def __enter__(self) -> "Manifest":
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def end(self) -> None:
        """Note that the run came to its end."""
        self._base.execute("UPDATE run SET ended_at = ? WHERE number = ?", (_now(), self.run))

    def unconverted(
        self, sources: Iterable[Source], *, rehash: bool, retry: bool
    ) -> Iterator[tuple[int, list[Source]]]:
        """Note that sources were found, each once; gives those that are new, changed, or were converted by other means.

        Args:
            sources: all sources of the run, in any number; of several with the same path the first one counts.
            rehash: whether size and time are not believed.
            retry: whether those are given too that were refused or unreadable.

        Yields:
            How many sources more were found, and those of them that are to be converted.
        """
        for _, batch in groupby(enumerate(sources), lambda pair: pair[0] // _BATCH):
            first = {source.path: source for _, source in reversed(list(batch))}
            known = self._known(list(first))
            found = [one for one in reversed(first.values()) if one.path not in known or known[one.path][0] != self.run]
            unconverted = [
                source for source in found if rehash or not self._is_done(source, known.get(source.path), retry=retry)
            ]
            self._note(found)
            yield len(found), unconverted

    def _known(self, paths: list[str]) -> dict[str, tuple[object, ...]]:
        marks = ",".join("?" * len(paths))
        rows = self._base.execute(
            f"SELECT path, run, size, modified, versions, outcome FROM source WHERE path IN ({marks})",  # noqa: S608
            paths,
        )
        return {path: tuple(facts) for path, *facts in rows}

    def _is_done(self, source: Source, known: tuple[object, ...] | None, *, retry: bool) -> bool:
        if known is None or source.modified is None:
            return False
        _, size, modified, versions, outcome = known
        unchanged = (size, modified, versions) == (source.size, source.modified, self._versions)
        return unchanged and outcome is not None and not (retry and outcome != "converted")

    def _note(self, sources: Iterable[Source]) -> None:
        """What a list file says of a source holds from now on. What it is like is noted when it was converted."""
        self._base.execute("BEGIN")
        self._base.executemany(
            "INSERT INTO source (path, root, observed_on, url, run) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET root = excluded.root, observed_on = excluded.observed_on,"
            " url = excluded.url, run = excluded.run",
            [(one.path, one.root, one.observed_on, one.url, self.run) for one in sources],
        )
        self._base.execute("COMMIT")

    def add(self, shard: Shard) -> None:
        """What became of a chunk of sources, all of it or nothing."""
        now = _now()
        self._base.execute("BEGIN")
        self._base.executemany(
            "UPDATE source SET size = ?, modified = ?, versions = ?, sha256 = ?, outcome = ?, reason = ?,"
            " media_type = ?, printed_on = ?, seconds = ?, converted_at = ? WHERE path = ?",
            [self._facts(one, now) for one in shard.conversions],
        )
        self._base.executemany(
            f"INSERT OR IGNORE INTO record VALUES ({','.join('?' * 16)})",  # noqa: S608 (a number of marks)
            [row for one in shard.conversions for row in self._records(one, shard.name)],
        )
        self._base.execute("COMMIT")

    def _facts(self, one: Conversion, now: str) -> tuple[object, ...]:
        source = one.source
        return (
            source.size,
            source.modified,
            self._versions,
            one.sha256,
            one.outcome,
            one.reason,
            one.media_type,
            one.observed_on,
            one.seconds,
            now,
            source.path,
        )

    def _records(self, one: Conversion, shard: str | None) -> Iterator[tuple[object, ...]]:
        for number, record in enumerate(one.records):
            key = record.key
            yield (
                one.sha256,
                self._versions,
                number,
                shard,
                record.start,
                record.length,
                key.jurisdiction,
                key.code,
                key.is_undated,
                key.value,
                key.basis,
                msgspec.json.encode(record.rank).decode(),
                record.title,
                record.replaces,
                record.replaced_title,
                record.approved_effective,
            )

    def forget_gone(self) -> list[str]:
        """Forget the sources that this run did not find; gives their paths."""
        rows = self._base.execute("SELECT path FROM source WHERE run < ? ORDER BY path", (self.run,))
        gone = [path for (path,) in rows]
        self._base.execute("DELETE FROM source WHERE run < ?", (self.run,))
        return gone

    def prune(self) -> set[str]:
        """Forget the records that no source has any more; gives the names of the shards that are still needed."""
        self._base.execute(
            "DELETE FROM record WHERE versions <> ? OR sha256 NOT IN (SELECT sha256 FROM source WHERE sha256 NOTNULL)",
            (self._versions,),
        )
        return {shard for (shard,) in self._base.execute("SELECT DISTINCT shard FROM record")}

    def revisions(self) -> Iterator[tuple[RevisionKey, list[Stored]]]:
        """All revisions in the order of their keys, each with the records of all sources that show it."""
        rows = self._base.execute(
            "SELECT r.jurisdiction, r.code, r.is_undated, r.value, r.basis, r.shard, r.start, r.length, r.rank,"
            " r.title,"
            " r.replaces, r.replaced_title, r.approved_effective, s.path, coalesce(s.observed_on, s.printed_on), s.url"
            " FROM record r JOIN source s ON s.sha256 = r.sha256 AND s.versions = r.versions"
            " WHERE r.versions = ? AND s.outcome = 'converted'"
            " ORDER BY r.jurisdiction, r.code, r.is_undated, r.value, r.basis, s.path, r.number",
            (self._versions,),
        )
        # An effective date and, where none stands, the same REV date tell one revision: they make one key.
        for key, group in groupby(rows, lambda row: row[:4]):
            jurisdiction, code, is_undated, value = key
            first, *others = group
            stored = [_stored(row[5:]) for row in (first, *others)]
            yield RevisionKey(jurisdiction, code, bool(is_undated), value, first[4]), stored

    def state(self) -> str:
        """One word that changes whenever the assembly of the records could come out otherwise."""
        digest = sha256(self._versions.encode())
        rows = self._base.execute(
            "SELECT path, sha256, outcome, reason, media_type, coalesce(observed_on, printed_on), url FROM source"
            " ORDER BY path"
        )
        for row in rows:
            digest.update(repr(row).encode())
        return digest.hexdigest()

    def assembled(self) -> tuple[str, int] | None:
        """The state of the last assembly that was written, and how many revisions it had."""
        row = self._base.execute("SELECT state, revisions FROM assembly").fetchone()
        return None if row is None else (str(row[0]), int(row[1]))

    def assemble(self, state: str | None, revisions: int) -> None:
        """Note the state of the assembly that was written; None while one is being written."""
        self._base.execute("DELETE FROM assembly")
        if state is not None:
            self._base.execute("INSERT INTO assembly VALUES (?, ?)", (state, revisions))

    def refused(self) -> Iterator[Refused]:
        """All sources that gave no record, in the order of their paths."""
        rows = self._base.execute(
            "SELECT path, sha256, outcome, reason FROM source WHERE outcome <> 'converted' ORDER BY path"
        )
        yield from (Refused(*row) for row in rows)

    def forms(self) -> dict[tuple[str | None, str], int]:
        """How many sources there are of each media type and outcome."""
        rows = self._base.execute("SELECT media_type, outcome, count(*) FROM source GROUP BY 1, 2 ORDER BY 1, 2")
        return {(media_type, outcome): count for media_type, outcome, count in rows}

    def counts(self) -> dict[str, int]:
        """How many sources have each outcome."""
        return dict(self._base.execute("SELECT outcome, count(*) FROM source GROUP BY outcome ORDER BY outcome"))


def _stored(row: tuple[Any, ...]) -> Stored:
    shard, start, length, rank, title, replaces, replaced_title, approved_effective, path, observed_on, url = row
    return Stored(
        shard,
        start,
        length,
        tuple(msgspec.json.decode(rank)),
        title,
        bool(replaces),
        replaced_title,
        approved_effective,
        path,
        observed_on,
        url,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
