"""The titles of an archive, by which mentions of classes are resolved."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from spec_parser.references.model import NamedCertainty, Resolution
from spec_parser.references.naming import compared, named, singular, without_level, without_qualifiers

_REMEMBERED = 1 << 14
_UNRESOLVED = Resolution("unresolved", ())


class Title(NamedTuple):
    """A title that a class of the archive has, or had."""

    code: str
    title: str
    current: bool


class Titles:
    """All titles of an archive, each known by every wording in which running text may name it.

    A title is known in whole; without its qualifiers, which running text leaves out; and, of a class with a level,
    by its series, which may mean any level. What takes memory is the number of different titles, not of revisions.
    """

    def __init__(self, titles: Iterable[Title]) -> None:
        self._current: dict[str, set[str]] = {}
        self._former: dict[str, set[str]] = {}
        self._series: dict[str, set[str]] = {}
        self._openings: set[str] = set()
        self.resolve = lru_cache(maxsize=_REMEMBERED)(self._resolve)
        for one in titles:
            self._add(one)

    def _add(self, one: Title) -> None:
        bare = without_qualifiers(one.title)
        self._openings.add(compared(bare).partition(" ")[0])
        known = self._current if one.current else self._former
        for wording in {compared(one.title), compared(bare)}:
            known.setdefault(wording, set()).add(one.code)
        series = without_level(bare)
        if one.current and series != bare:
            self._series.setdefault(compared(series), set()).add(one.code)

    def may_open(self, word: str) -> bool:
        """Whether a title can begin with a word, which may be in the plural."""
        plain = word.casefold()
        return plain in self._openings or singular(plain) in self._openings

    def printed(self, whole: str, words: str) -> str | None:
        """Which of two wordings names a class: with the parentheses after it, or without; None where neither does."""
        return next((text for text in (whole, words) if self.resolve(text).certainty != "unresolved"), None)

    def _resolve(self, printed: str) -> Resolution:
        """The class that a title names as it is printed.

        A title that a class has counts before one that a class had; as it is printed before its singular.
        """
        one = named(printed).title
        tries: tuple[tuple[dict[str, set[str]], str, NamedCertainty], ...] = (
            (self._current, printed, "exact"),
            (self._current, one, "plural"),
            (self._former, printed, "retitled"),
            (self._former, one, "retitled"),
        )
        for known, wording, certainty in tries:
            codes = known.get(compared(wording))
            if codes is not None:
                return Resolution(certainty if len(codes) == 1 else "ambiguous", tuple(sorted(codes)))
        codes = self._series.get(compared(printed)) or self._series.get(compared(one))
        return _UNRESOLVED if codes is None else Resolution("ambiguous", tuple(sorted(codes)))
