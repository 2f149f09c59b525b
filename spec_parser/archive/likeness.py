"""How alike two short texts are, and which of many may be: MinHash with locality-sensitive hashing.

A text is the set of its runs of four characters, capitals, punctuation and blanks aside. Two texts are alike by how
many of those they share (Jaccard). Texts that are near-identical fall into a common bucket almost certainly: of two
that share three quarters 984 in 1,000 do, of two that share a third 27. What a bucket holds is compared by the
sets themselves, so that hashing can miss a pair but never make one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from struct import Struct
from zlib import crc32

_WORD = re.compile(r"[^\W_]+")
_RUN = 4
# Of a longer text its beginning counts; no duty that anybody reads is longer.
_LONGEST = 1_000
_BANDS, _ROWS = 21, 6
_SEED = 1
_DIGEST = Struct(f">{_BANDS * _ROWS}I")
_BAND = _DIGEST.size // _BANDS


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


def buckets(words: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """For each plain text its buckets, one a band: texts that are in one together may be alike."""
    from rensa import RMinHash

    for digest in RMinHash.digests_from_token_sets([list(runs(one)) for one in words], _BANDS * _ROWS, _SEED):
        packed = _DIGEST.pack(*digest)
        # Two bands in four thousand million are one by chance: their texts are compared, and that is all.
        yield tuple([crc32(packed[at : at + _BAND]) for at in range(0, _DIGEST.size, _BAND)])
