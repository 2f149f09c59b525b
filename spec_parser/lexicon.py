"""Tells the words of running text by a grammar that lists kinds of words and says nothing of their order.

Any terminal may stand anywhere there, so a lexer would try one after the other at each word, a hundred of them. Here
the first word or two tell which of them can stand at all (`beginnings`), two or three of them, and only patterns that
are tried are compiled: most texts need a third of them. What is found is what lark's lexer finds; a test compares both.
"""

import re
from collections.abc import Callable

import msgspec
from msgspec import Struct

_FIRST = re.compile(r"[a-z]+|\S")
_SECOND = re.compile(" [a-z]+")


class Lexicon(Struct, frozen=True, array_like=True):
    """The terminals of a grammar, and where they are tried.

    Attributes:
        kinds: their names, in the order in which they are tried.
        patterns: their patterns.
        tried: the numbers of those that can match, by the first two words with a blank between them, by the first
            word (letters a to z), by the first other character. What begins with a pair that is not here is found by
            its first word.
        otherwise: the numbers of those that can match where neither is here.
    """

    kinds: tuple[str, ...]
    patterns: tuple[str, ...]
    tried: dict[str, tuple[int, ...]]
    otherwise: tuple[int, ...]


class _Terminal:
    """A terminal, whose pattern is compiled when it is first tried."""

    __slots__ = ("kind", "match")

    match: Callable[[str, int], "re.Match[str] | None"]

    def __init__(self, kind: str, pattern: str) -> None:
        def first(text: str, start: int) -> "re.Match[str] | None":
            self.match = re.compile(pattern).match
            return self.match(text, start)

        self.kind, self.match = kind, first


class Words:
    """Tells words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known = lexicon.tried
        self._pairs = frozenset({words.split(" ")[0] for words in lexicon.tried if " " in words})
        self._terminals = list(map(_Terminal, lexicon.kinds, lexicon.patterns))
        self._otherwise = self._numbered(lexicon.otherwise)
        self._tried: dict[str, tuple[_Terminal, ...]] = {}

    def read(self, lower: str) -> list[tuple[str, int, int]]:
        """The kind of each word of a text in lower case, and its stretch. Every character but blanks is in one.

        A character at which nothing matches is a word by itself; its kind is empty.
        """
        first, second = _FIRST.search, _SECOND.match
        known, pairs, tried, otherwise = self._known, self._pairs, self._tried, self._otherwise
        told: list[tuple[str, int, int]] = []
        position = 0
        while begun := first(lower, position):
            start, position = begun.span()
            words = begun[0]
            if words in pairs and (more := second(lower, position)) and (pair := words + more[0]) in known:
                words = pair
            name, position = "", start + 1
            for terminal in tried.get(words) or (self._first_met(words) if words in known else otherwise):
                found = terminal.match(lower, start)
                if found is not None:  # not empty: lark has no terminals that may be
                    name, position = terminal.kind, found.end()
                    break
            told.append((name, start, position))
        return told

    def _first_met(self, words: str) -> tuple[_Terminal, ...]:
        """What is tried at words that no text had before."""
        self._tried[words] = found = self._numbered(self._known[words])
        return found

    def _numbered(self, numbers: tuple[int, ...]) -> tuple[_Terminal, ...]:
        return tuple([self._terminals[number] for number in numbers])


def dump(lexicon: Lexicon) -> bytes:
    """A lexicon as bytes: the same bytes for the same lexicon."""
    return msgspec.msgpack.encode(lexicon)


def restore(stored: bytes) -> Lexicon:
    """The lexicon that `dump` made the bytes from."""
    return msgspec.msgpack.decode(stored, type=Lexicon)
