"""What a text can begin with for a regular expression to match there: its first word or two, or its first character.

A lexer that has many terminals asks this of each of them once, when a grammar is compiled, and then tries at each
word of a text only the few that can match there. The pattern is taken as Python's own parser of patterns sees it
(`re._parser`, which lark asks too). An answer may be too large, never too small: what is not known here counts as
anything.
"""

import re._constants as code  # type: ignore[import-not-found]  # typeshed names neither of the two
import re._parser as patterns  # type: ignore[import-not-found]
from collections.abc import Iterable
from string import ascii_lowercase
from typing import Any

# A set of more letters than this, or a part that is repeated more often, may be any word.
_FEW = 4
_LETTERS = frozenset(ascii_lowercase)
_CHARACTERS = {code.LITERAL, code.IN}
_GROUPS = {code.SUBPATTERN, code.ATOMIC_GROUP}
_REPEATS = {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}
_ASSERTIONS = {code.AT, code.ASSERT, code.ASSERT_NOT}
_ENDS_WORD = {code.AT_BOUNDARY, code.AT_END, code.AT_END_STRING}


class _Anything(Exception):  # noqa: N818 - no error: the answer
    """A pattern may begin with anything."""


def beginnings(pattern: str) -> frozenset[str] | None:
    """With what a lower-case text can begin for a pattern to match there.

    Returns:
        Single characters other than letters; words, each all the letters a to z up to the first other character,
        whatever comes after it; pairs of words with one blank between them, where the first alone is not enough. None
        where it may be anything.
    """
    found: set[str] = set()
    try:
        _end(_walk(patterns.parse(pattern), {""}, found), found)
    except _Anything:
        return None
    return frozenset({words for words in found if " " not in words or words.split(" ")[0] not in found})


def _walk(nodes: Iterable[tuple[Any, Any]], open_: set[str], found: set[str]) -> set[str]:
    """Go through parts of a pattern that follow each other.

    Args:
        nodes: the parts.
        open_: what stands before them: letters that may go on, or a word, a blank, and letters that may go on.
        found: takes what cannot go on.

    Returns:
        What stands after these parts and may go on.
    """
    for kind, argument in nodes:
        if not open_:
            break
        open_ = _step(kind, argument, open_, found)
    return open_


def _step(kind: Any, argument: Any, open_: set[str], found: set[str]) -> set[str]:
    """Go through one part."""
    if kind in _CHARACTERS and (few := _few(argument if kind is code.IN else [(kind, argument)])):
        return _take(few, open_, found)
    if kind is code.BRANCH:
        return {word for branch in argument[1] for word in _walk(branch, open_, found)}
    if kind in _REPEATS:
        return _repeat(argument, open_, found)
    if kind in _GROUPS and not _has_flags(argument):
        return _walk(argument[-1] if isinstance(argument, tuple) else argument, open_, found)
    if kind in _ASSERTIONS:
        return _assertion(kind, argument, open_, found)
    return _end(open_, found)


def _has_flags(group: Any) -> bool:
    """Whether a group has flags of its own, so that other letters than those that are written may match."""
    return isinstance(group, tuple) and bool(group[1])


def _assertion(kind: Any, argument: Any, open_: set[str], found: set[str]) -> set[str]:
    """What is said of a place, and takes no character."""
    if (kind, argument) == (code.AT, code.AT_BOUNDARY) and "" in open_:  # a word may begin there
        return {"", *_close(open_ - {""}, found)}
    if kind is code.AT:
        return _close(open_, found) if argument in _ENDS_WORD else open_
    if kind is code.ASSERT and argument[0] > 0:  # what comes after it is not looked at: it says enough
        return _end(_walk(argument[1], open_, found), found)
    if kind is code.ASSERT_NOT and _bars_letters(*argument):
        return _close(open_, found)
    return open_  # says less than what is wanted here


def _take(characters: Iterable[str], open_: set[str], found: set[str]) -> set[str]:
    """One character more: a letter goes on with the words, a blank begins the second, any other ends them."""
    longer: set[str] = set()
    for character in characters:
        if character in _LETTERS:
            longer |= {word + character for word in open_}
        elif character == " ":
            longer |= {word + character for word in open_ if word and " " not in word}
            _close({word for word in open_ if " " in word}, found)
        else:
            found |= {word.removesuffix(" ") or character for word in open_}
    return longer


def _close(open_: set[str], found: set[str]) -> set[str]:
    """No letter follows: words end here."""
    if "" in open_:
        raise _Anything
    found |= {word.removesuffix(" ") for word in open_}
    return set()


def _end(open_: set[str], found: set[str]) -> set[str]:
    """Anything may follow: only words that ended before are known."""
    if any(" " not in word for word in open_):
        raise _Anything
    found |= {word.split(" ")[0] for word in open_}
    return set()


def _few(members: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The characters of a set that has few letters; None where they are many, or not known."""
    found: set[str] = set()
    for kind, argument in members:
        if kind is code.LITERAL:
            found.add(chr(argument))
        elif kind is code.RANGE and argument[1] < 128:
            found |= {chr(number) for number in range(argument[0], argument[1] + 1)}
        else:
            return None
    return found if len(found & _LETTERS) <= _FEW else None


def _repeat(argument: tuple[int, int, Any], open_: set[str], found: set[str]) -> set[str]:
    """A part that stands several times, or not at all."""
    least, most, inner = argument
    after = set(open_) if least == 0 else set()
    for number in range(1, most + 1):
        open_ = _walk(inner, open_, found)
        if not open_ or open_ <= after:
            break
        if number > _FEW:
            return after | _end(open_, found)
        if number >= least:
            after |= open_
    return after


def _bars_letters(direction: int, inner: Any) -> bool:
    """Whether a negative assertion keeps every letter from following."""
    if direction < 0 or len(inner) != 1 or inner[0][0] is not code.IN:
        return False
    members = list(inner[0][1])
    return members[0][0] is not code.NEGATE and any(
        member in ((code.CATEGORY, code.CATEGORY_WORD), (code.RANGE, (ord("a"), ord("z")))) for member in members
    )
