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
from operator import itemgetter
from struct import Struct
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_RUN = 4
# Of a longer text its beginning counts; no duty that anybody reads is longer.
_LONGEST = 1_000
_RUNS = tuple(slice(start, start + _RUN) for start in range(_LONGEST))
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


def _cut(words: str) -> tuple[str, ...]:
    """The runs of characters of a plain text, in order; a text shorter than one is one."""
    count = len(words) - _RUN + 1
    return (words,) if count < 2 else _cutter(count)(words)


def _hashed(words: str) -> tuple[str, ...] | tuple[bytes, ...]:
    """The same runs in any order, as what is hashed: a run and its bytes in UTF-8 have one hash.

    Where each character is a byte, which is nearly always, runs are cut by fours: all from the first byte on, then all
    from the second, the third, the fourth.
    """
    size = len(words)
    if size <= 2 * _RUN or not words.isascii():
        return _cut(words)
    data = words.encode()
    first, second, third, fourth = (_fours((size - shift) // _RUN) for shift in range(_RUN))
    return first(data) + second(data, 1) + third(data, 2) + fourth(data, 3)


@lru_cache(maxsize=256)
def _fours(count: int) -> Callable[..., tuple[bytes, ...]]:
    """What takes so many runs, one after the other, out of bytes from some place on."""
    return Struct(f"{_RUN}s" * count).unpack_from


@lru_cache(maxsize=256)
def _cutter(count: int) -> Callable[[str], tuple[str, ...]]:
    """What takes so many runs, at least two, out of a text."""
    return itemgetter(*_RUNS[:count])


def runs(words: str) -> frozenset[str]:
    """The different runs of characters of a plain text."""
    return frozenset(_cut(words))


def share(first: AnySet[str], second: AnySet[str]) -> int:
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
