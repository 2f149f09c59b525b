"""Patterns that are asked of many texts and found in few: each is tried only where it can match.

What is looked for first are strings, in plain loops: this is done for every text of an archive.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from spec_parser.beginnings import beginnings
from spec_parser.needed import needed, small


def has_any(text: str, strings: Sequence[str]) -> bool:
    """Whether any of some strings stands in a text."""
    for string in strings:  # noqa: SIM110 (a generator takes as long as all the strings)
        if string in text:
            return True
    return False


def shortest(strings: Sequence[str]) -> tuple[str, ...]:
    """Those of some strings that no other stands in: where one of all stands, one of these does."""
    different = sorted(set(strings))
    return tuple(one for one in different if not any(other in one for other in different if other != one))


class Somewhere:
    """Patterns, any of which may be found in a text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = [re.compile(pattern) for pattern in patterns]
        # A string that one of them needs, or the empty one that stands in every text.
        self._needing = [
            (string, pattern) for pattern in self._patterns for string in sorted(needed(pattern.pattern) or {""})
        ]

    def finds(self, text: str) -> bool:
        """Whether any of them is found."""
        plain = small(text)
        if plain is None:
            return any(pattern.search(text) for pattern in self._patterns)
        for string, pattern in self._needing:  # noqa: SIM110 (a generator takes as long as all the strings)
            if string in plain and pattern.search(text):
                return True
        return False


def _fewer(beginnings: Collection[str]) -> list[str]:
    """Fewer and shorter strings, one of which begins each of some: of those with one first word that word is enough."""
    words = Counter(one.partition(" ")[0] for one in beginnings)
    kept: list[str] = []
    for one in sorted(beginnings):
        word, blank, _ = one.partition(" ")
        short = word + blank if words[word] > 1 else one
        if not kept or not short.startswith(kept[-1]):
            kept.append(short)
    return kept


class Ending:
    """A pattern, capitals aside, that the end of a text is asked for. Search would try it at each character."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(f"(?i:{pattern})$")
        found = beginnings(pattern)
        known = found is not None and all(one == one.lower() for one in found)
        self._beginnings = _fewer(found or ()) if known else None

    def ends(self, text: str, plain: str | None) -> bool:
        """Whether a text ends so; `plain` is what `small` has of it."""
        if self._beginnings is None or plain is None:
            return self._pattern.search(text) is not None
        for beginning in self._beginnings:
            place = plain.find(beginning)
            while place >= 0:
                if self._pattern.match(text, place):
                    return True
                place = plain.find(beginning, place + 1)
        return False
