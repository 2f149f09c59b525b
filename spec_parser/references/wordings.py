"""Patterns that are asked of many texts and found in few: each is tried only where it can match."""

import re
from collections.abc import Iterator, Sequence

from spec_parser.beginnings import beginnings
from spec_parser.needed import needed, small


class Somewhere:
    """Patterns, any of which may be found in a text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = [(re.compile(pattern), needed(pattern)) for pattern in patterns]

    def finds(self, text: str) -> bool:
        """Whether any of them is found."""
        plain = small(text)
        return any(
            (plain is None or strings is None or any(string in plain for string in strings))
            and pattern.search(text) is not None
            for pattern, strings in self._patterns
        )


class Ending:
    """A pattern, capitals aside, that the end of a text is asked for. Search would try it at each character."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(f"(?i:{pattern})$")
        found = beginnings(pattern)
        self._beginnings = None if found is None or any(one != one.lower() for one in found) else found

    def ends(self, text: str, plain: str | None) -> bool:
        """Whether a text ends so; `plain` is what `small` has of it."""
        if self._beginnings is None or plain is None:
            return self._pattern.search(text) is not None
        return any(self._pattern.match(text, place) is not None for place in self._places(plain))

    def _places(self, plain: str) -> Iterator[int]:
        """Where in a text the pattern can begin."""
        for beginning in self._beginnings or ():
            place = plain.find(beginning)
            while place >= 0:
                yield place
                place = plain.find(beginning, place + 1)
