"""The revisions of each class in order, and which revision replaced which, by their cancellation clauses.

Any revision may have replaced any other, so all are noted in a database, which is on disk once it is large.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, pairwise
from typing import NamedTuple

from spec_parser.archive.identity import RevisionKey
from spec_parser.archive.model import Predecessor

_SCHEMA = """
CREATE TABLE entry (
    jurisdiction TEXT, code TEXT, is_undated INTEGER, value TEXT, basis TEXT, text TEXT,
    title TEXT, plain_title TEXT, replaces INTEGER, replaced_title TEXT, approved_effective TEXT,
    PRIMARY KEY (jurisdiction, code, is_undated, value, basis)
) WITHOUT ROWID;
CREATE TABLE replacement (
    text TEXT PRIMARY KEY, title TEXT, approved_effective TEXT, replaced TEXT, code TEXT, certainty TEXT
) WITHOUT ROWID;
"""
_INDEXES = (
    "CREATE INDEX entry_by_title ON entry (jurisdiction, plain_title, value, code)",
    "CREATE INDEX replacement_by_replaced ON replacement (replaced, text)",
)

# Without being told, SQLite takes the key's index for the title too, and looks at every revision.
_OF_CLASS = (
    "SELECT text, code FROM entry WHERE jurisdiction = ? AND code = ? AND is_undated IN (0, 1) AND value = ?"
    " AND text <> ? LIMIT 2"
)
_OF_TITLE = (
    "SELECT text, code FROM entry INDEXED BY entry_by_title WHERE jurisdiction = ? AND plain_title = ? AND value = ?"
    " AND text <> ? LIMIT 2"
)
_CODES = "SELECT DISTINCT code FROM entry INDEXED BY entry_by_title WHERE jurisdiction = ? AND plain_title = ? LIMIT 2"


class Entry(NamedTuple):
    """What lineage needs to know of a revision: its key, its title, and what its clause says it replaced."""

    key: RevisionKey
    title: str | None
    replaces: bool
    replaced_title: str | None
    approved_effective: str | None


class Place(NamedTuple):
    """Where a revision stands among the others."""

    ordinal: int | None
    is_latest: bool
    predecessor: Predecessor | None
    replaced_by: tuple[str, ...]


def lineage(entries: Iterable[Entry]) -> Iterator[Place]:
    """The place of every revision, in the order of their keys, in whatever order they come."""
    with closing(sqlite3.connect("", isolation_level=None)) as base:
        notes = _Notes(base)
        notes.note(entries)
        yield from notes.places()


def _plain(title: str | None) -> str | None:
    """A title as it is compared: clauses and title lines differ in capitals and blanks."""
    return None if title is None else " ".join(title.casefold().split())


class _Notes:
    """Finds revisions by class and date, by title and date, and classes by title."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        base.execute("PRAGMA cache_size = -500")  # KB; the rest is on disk
        base.executescript(_SCHEMA)

    def note(self, entries: Iterable[Entry]) -> None:
        """Note all revisions, then what each of them replaced."""
        base = self._base
        base.execute("BEGIN")
        base.executemany(
            f"INSERT INTO entry VALUES ({','.join('?' * 11)})",  # noqa: S608 (a number of marks)
            ((*one.key, one.key.text, one.title, _plain(one.title), *one[2:]) for one in entries),
        )
        base.execute(_INDEXES[0])
        replacing = base.execute(
            "SELECT jurisdiction, code, text, replaced_title, approved_effective FROM entry WHERE replaces"
        )
        base.executemany(
            "INSERT INTO replacement VALUES (?, ?, ?, ?, ?, ?)",
            ((row[2], *self._predecessor(*row)) for row in replacing),
        )
        base.execute(_INDEXES[1])
        base.execute("COMMIT")

    def _predecessor(
        self, jurisdiction: str, code: str, text: str, title: str | None, date: str | None
    ) -> tuple[str | None, ...]:
        """What a revision replaced: the title and the date of its clause, which revision and class that is, how surely.

        A clause names the replaced title and the date from which that specification was effective. The class may have
        kept its code or not.
        """
        plain = _plain(title)
        if date is not None:
            for query, name in ((_OF_CLASS, code), (_OF_TITLE, plain)):
                at_date = self._base.execute(query, (jurisdiction, name, date, text)).fetchall()
                if len(at_date) == 1:
                    return title, date, *at_date[0], "exact"
        codes = self._base.execute(_CODES, (jurisdiction, plain)).fetchall()
        if len(codes) == 1:
            return title, date, None, *codes[0], "title"
        return title, date, None, None, "unresolved"

    def places(self) -> Iterator[Place]:
        """The place of every revision, in the order of their keys."""
        rows = self._base.execute(
            "SELECT jurisdiction, code, is_undated, text FROM entry"
            " ORDER BY jurisdiction, code, is_undated, value, basis"
        )
        ordinal, above = 0, None
        for (*of_class, is_undated, text), below in pairwise(chain(rows, [None])):
            ordinal = ordinal + 1 if of_class == above else 1
            is_last = below is None or list(below[:2]) != of_class
            yield Place(
                ordinal=None if is_undated else ordinal,
                is_latest=ordinal == 1 and is_last if is_undated else is_last or bool(below[2]),
                predecessor=self._replacement(text),
                replaced_by=self._replaced_by(text),
            )
            above = of_class

    def _replacement(self, text: str) -> Predecessor | None:
        row = self._base.execute(
            "SELECT title, approved_effective, replaced, code, certainty FROM replacement WHERE text = ?", (text,)
        ).fetchone()
        return None if row is None else Predecessor(*row)

    def _replaced_by(self, text: str) -> tuple[str, ...]:
        rows = self._base.execute("SELECT text FROM replacement WHERE replaced = ? ORDER BY text", (text,))
        return tuple(found for (found,) in rows)
