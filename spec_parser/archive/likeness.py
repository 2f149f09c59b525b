"""How alike two short texts are, and which of many may be: MinHash with locality-sensitive hashing.

A text is the set of its runs of four characters, capitals, punctuation and blanks aside. Two texts are alike by how
many of those they share (Jaccard). Texts that are near-identical fall into a common bucket almost certainly: of two
that share three quarters 984 in 1,000 do, of two that share a third 27. What a bucket holds is compared by the
sets themselves, so that hashing can miss a pair but never make one.
"""

import re
from array import array
from collections.abc import Sequence
from functools import lru_cache
from struct import Struct
from typing import NamedTuple

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


@lru_cache(maxsize=1024)
def runs(words: str) -> frozenset[str]:
    """The runs of characters of a plain text; a text shorter than one is one."""
    return frozenset([words[at : at + _RUN] for at in range(max(1, len(words) - _RUN + 1))])


def likeness(one: str, other: str) -> int:
    """How much of the runs of two plain texts both have, in percent, rounded down."""
    first, second = runs(one), runs(other)
    shared = len(first & second)
    return 100 * shared // (len(first) + len(second) - shared)


class Digests(NamedTuple):
    """What is known of some texts by hashing.

    Attributes:
        buckets: for each band the bucket of each text: texts that are in one together may be alike.
        sketches: for each text one byte of each number of its digest.
    """

    buckets: "list[array[int]]"
    sketches: list[bytes]


def digests(words: Sequence[str]) -> Digests:
    """Hash some plain texts."""
    from rensa import RMinHash

    # A run that stands twice changes no minimum.
    tokens = [[one[at : at + _RUN] for at in range(max(1, len(one) - _RUN + 1))] for one in words]
    found = RMinHash.digests_from_token_sets(tokens, SKETCH, _SEED)
    columns = list(zip(*found, strict=True))
    # The hash of a tuple of numbers is the same in every process. Two bands that have one by chance cost a comparison.
    buckets = [array("q", map(hash, zip(*columns[at : at + _ROWS], strict=True))) for at in range(0, SKETCH, _ROWS)]
    return Digests(buckets, [_DIGEST.pack(*one)[:: _DIGEST.size // SKETCH] for one in found])


def may_be_alike(one: int, other: int) -> bool:
    """Whether two texts can be near-identical, by their sketches as numbers: how many of the bytes differ."""
    differing = one ^ other
    # The high bit of each byte that is not 0: of its low bits, by what is carried to it, or its own.
    return ((((differing & _SEVEN_BITS) + _SEVEN_BITS) | differing) & _HIGH_BITS).bit_count() <= _MOST_DIFFERING
