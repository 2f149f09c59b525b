"""How alike two short texts are, and which of many may be: MinHash with locality-sensitive hashing.

A text is the set of its runs of four characters, capitals, punctuation and blanks aside. Two texts are alike by how
many of those they share (Jaccard). Texts that are near-identical fall into a common bucket almost certainly: of two
that share three quarters 984 in 1,000 do, of two that share a third 27. What a bucket holds is compared by the
sets themselves, so that hashing can miss a pair but never make one.
"""

import re
from array import array
from collections.abc import Callable, Sequence
from collections.abc import Set as AnySet
from functools import lru_cache
from struct import Struct
from typing import Any, NamedTuple

_WORD = re.compile(r"[^\W_]+")
_RUN = 4
# Of a longer text its beginning counts; no duty that anybody reads is longer.
_LONGEST = 1_000
BANDS, _ROWS = 21, 6
_SEED = 1
# Bytes of a sketch: one of each number of a digest.
SKETCH = BANDS * _ROWS
_DIGEST = Struct(f"<{SKETCH}I")
_SEVEN_BITS = int.from_bytes(b"\x7f" * SKETCH, "little")
_HIGH_BITS = int.from_bytes(b"\x80" * SKETCH, "little")
# Of texts that share three quarters of their runs 31 bytes differ, and more than 50 in 4 of 100,000 such pairs.
_MOST_DIFFERING = 50


def plain(text: str) -> str:
    """What of a text counts: its words in small letters."""
    return " ".join(_WORD.findall(text[: 2 * _LONGEST].casefold()))[:_LONGEST]


def _fours(words: str, kind: str) -> tuple[Any, ...]:
    """All runs of an ASCII text longer than two, in any order: all from the first byte on, from the second, ...

    Args:
        words: the text.
        kind: `4s` for runs as bytes, `I` for runs as numbers.
    """
    data, size = words.encode(), len(words)
    first, second, third, fourth = (_unpacker((size - shift) // _RUN, kind) for shift in range(_RUN))
    return first(data) + second(data, 1) + third(data, 2) + fourth(data, 3)


@lru_cache(maxsize=512)
def _unpacker(count: int, kind: str) -> Callable[..., tuple[Any, ...]]:
    """What takes so many runs, one after the other, out of bytes from some place on."""
    return Struct("<" + kind * count).unpack_from


def _is_plain_ascii(words: str) -> bool:
    return len(words) > 2 * _RUN and words.isascii()


def _cut(words: str) -> list[str]:
    """The runs of characters of a plain text, in order; a text shorter than one is one."""
    return [words[start : start + _RUN] for start in range(max(1, len(words) - _RUN + 1))]


def _hashed(words: str) -> Sequence[str] | Sequence[bytes]:
    """The runs of a plain text as what is hashed: a run and its bytes in UTF-8 have one hash."""
    return _fours(words, "4s") if _is_plain_ascii(words) else _cut(words)


def runs(words: str) -> frozenset[int]:
    """The different runs of characters of a plain text, each as the number that its bytes in UTF-8 are."""
    if _is_plain_ascii(words):
        return frozenset(_fours(words, "I"))
    return frozenset(int.from_bytes(run.encode(), "little") for run in _cut(words))


def share(first: AnySet[int], second: AnySet[int]) -> int:
    """How much of the runs of two texts both have, in percent, rounded down."""
    shared = len(first & second)
    return 100 * shared // (len(first) + len(second) - shared)


class Digests(NamedTuple):
    """What is known of some texts by hashing.

    Attributes:
        buckets: for each band the bucket of each text: texts that are in one together may be alike.
        sketches: of the texts, one after the other: one byte of each number of a digest.
    """

    buckets: "list[array[int]]"
    sketches: bytes


def digests(words: Sequence[str]) -> Digests:
    """Hash some plain texts."""
    from rensa import RMinHash

    # A run that stands twice changes no minimum. Runs are cut when they are hashed, and let go of.
    found = RMinHash.digest_matrix_from_token_sets(map(_hashed, words), SKETCH, _SEED).to_rows()
    whole = b"".join([_DIGEST.pack(*one) for one in found])
    return Digests(_buckets(whole), whole[:: _DIGEST.size // SKETCH])


def _buckets(whole: bytes) -> "list[array[int]]":
    """The buckets of digests that stand one after the other, made for all of them at once.

    A band's six numbers of four bytes are three of eight, and its bucket is what differs between these, which is what
    they differ in from the whole moved by one and by two. Two bands that have one by chance cost a comparison.
    """
    number = int.from_bytes(whole, "little")
    mixed: array[int] = array("Q")
    mixed.frombytes((number ^ number >> 64 ^ number >> 128).to_bytes(len(whole), "little"))
    band = _ROWS * 4 // mixed.itemsize
    return [mixed[start :: BANDS * band] for start in range(0, BANDS * band, band)]


def may_be_alike(one: int, other: int) -> bool:
    """Whether two texts can be near-identical, by their sketches as numbers: how many of the bytes differ."""
    differing = one ^ other
    # The high bit of each byte that is not 0: of its low bits, by what is carried to it, or its own.
    return ((((differing & _SEVEN_BITS) + _SEVEN_BITS) | differing) & _HIGH_BITS).bit_count() <= _MOST_DIFFERING
