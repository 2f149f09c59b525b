"""The titles of an archive, by which mentions of classes are resolved."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from weakref import finalize

from spec_parser.references.model import NamedCertainty, Resolution
from spec_parser.references.naming import compared, named, singular, without_level, without_qualifiers

_REMEMBERED = 4096
_UNRESOLVED = Resolution("unresolved", ())
_CURRENT, _FORMER, _SERIES = range(3)
_SCHEMA = """
PRAGMA cache_size = -1000;  -- KiB; the rest is in a file without a name
CREATE TABLE known (wording TEXT, kind INTEGER, code TEXT, PRIMARY KEY (wording, kind, code)) WITHOUT ROWID;
"""


class Title(NamedTuple):
    """A title that a class of the archive has, or had."""

    code: str
    title: str
    current: bool


class Titles:
    """All titles of an archive, each known by every wording in which running text may name it.

    A title is known in whole; without its qualifiers, which running text leaves out; and, of a class with a level,
    by its series, which may mean any level. Titles may be more than memory should hold: it has their first words.
    All are added before the first is looked for.
    """

    def __init__(self, titles: Iterable[Title] = ()) -> None:
        self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        finalize(self, self._base.close)
        self._openings: set[str] = set()
        self.resolve = lru_cache(maxsize=_REMEMBERED)(self._resolve)
        self.may_open = lru_cache(maxsize=_REMEMBERED)(self._may_open)
        self._base.executescript(_SCHEMA)
        self._base.execute("BEGIN")  # never committed: the database is this one's alone, and ends with it
        self.add(titles)

    def add(self, titles: Iterable[Title]) -> None:
        """Know some more titles."""
        rows = (row for one in titles for row in self._wordings(one))
        self._base.executemany("INSERT OR IGNORE INTO known VALUES (?, ?, ?)", rows)

    def _wordings(self, one: Title) -> Iterator[tuple[str, int, str]]:
        bare = without_qualifiers(one.title)
        plain = compared(bare)
        self._openings.add(plain.partition(" ")[0])
        kind = _CURRENT if one.current else _FORMER
        yield plain, kind, one.code
        if bare != one.title:
            yield compared(one.title), kind, one.code
        series = without_level(bare)
        if one.current and series != bare:
            yield compared(series), _SERIES, one.code

    def _may_open(self, word: str) -> bool:
        """Whether a title can begin with a word, which may be in the plural."""
        plain = word.casefold()
        return plain in self._openings or singular(plain) in self._openings

    def printed(self, whole: str, words: str) -> str | None:
        """Which of two wordings names a class: with the parentheses after it, or without; None where neither does."""
        if self.resolve(whole).certainty != "unresolved":
            return whole
        return words if words != whole and self.resolve(words).certainty != "unresolved" else None

    def _resolve(self, printed: str) -> Resolution:
        """The class that a title names as it is printed.

        A title that a class has counts before one that a class had; as it is printed before its singular.
        """
        wording, singular_wording = compared(printed), compared(named(printed).title)
        rows = self._base.execute(
            "SELECT wording, kind, code FROM known WHERE wording IN (?, ?)", (wording, singular_wording)
        )
        found: dict[tuple[str, int], list[str]] = {}
        for known, kind, code in rows:
            found.setdefault((known, kind), []).append(code)
        if not found:
            return _UNRESOLVED
        tries: tuple[tuple[str, int, NamedCertainty], ...] = (
            (wording, _CURRENT, "exact"),
            (singular_wording, _CURRENT, "plural"),
            (wording, _FORMER, "retitled"),
            (singular_wording, _FORMER, "retitled"),
            (wording, _SERIES, "ambiguous"),
            (singular_wording, _SERIES, "ambiguous"),
        )
        certainty, codes = next((how, found[one, kind]) for one, kind, how in tries if (one, kind) in found)
        return Resolution(certainty if len(codes) == 1 else "ambiguous", tuple(sorted(codes)))
