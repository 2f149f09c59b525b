"""What must stand in a text for a regular expression to match anywhere in it.

Whoever asks many texts for something rare looks for that first: finding a string takes a hundredth of the time. The
pattern is taken as Python's own parser of patterns sees it (`re._parser`). Of an answer too little may be asked, never
too much.
"""

import re._constants as code  # type: ignore[import-not-found]  # typeshed names neither of the two
import re._parser as patterns  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from typing import Any

_REPEATS = {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}
_PLACES = {code.AT, code.ASSERT, code.ASSERT_NOT}
# Where capitals do not count, these letters count as i, s and i, and no small letter of theirs does.
_DOUBLES = "ıſİ"


def needed(pattern: str) -> frozenset[str] | None:
    """Strings in small letters, one of which stands in every text (as `small` has it) that a pattern matches in.

    Returns:
        The strings; None where nothing is known that must stand there.
    """
    return _best(patterns.parse(pattern))


def small(text: str) -> str | None:
    """A text in small letters, character by character; None where it has letters that count as other ones."""
    if not text.isascii() and any(letter in text for letter in _DOUBLES):
        return None
    return text.lower()


def _best(nodes: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """Of what several parts of a pattern that follow each other need, that of which the shortest string is longest."""
    return max(_each(nodes), key=lambda found: min(map(len, found)), default=None)


def _each(nodes: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    """What parts of a pattern that follow each other need, one by one."""
    letters = ""
    for kind, argument in nodes:
        if kind is code.LITERAL:
            letters += chr(argument).lower()
        elif kind not in _PLACES:
            if letters:
                yield frozenset({letters})
            letters = ""
            inner = _inner(kind, argument)
            if inner is not None:
                yield inner
    if letters:
        yield frozenset({letters})


def _inner(kind: Any, argument: Any) -> frozenset[str] | None:
    """What a part with parts of its own needs."""
    if kind is code.BRANCH:
        found = [_best(branch) for branch in argument[1]]
        known = [one for one in found if one is not None]
        return frozenset().union(*known) if len(known) == len(found) else None
    if kind is code.SUBPATTERN:
        return _best(argument[-1])
    if kind in _REPEATS and argument[0] > 0:
        return _best(argument[-1])
    return None
