"""Which of many short texts are alike, known by their numbers from 1.

What hashing tells of them is in files without a name. In memory are some 20 bytes for each text.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from tempfile import TemporaryFile

from spec_parser.archive.likeness import BANDS, SKETCH, digests, may_be_alike, runs, share

# Two texts are near-identical if they share so many percent of their runs of characters.
ALIKE = 75
# Of a bucket that holds more texts that are not alike, each is compared with so many before it.
_COMPARED = 25
# Texts whose buckets are counted at once; but never in more parts than this.
_COUNTED = 1 << 15
_MOST_PARTS = 16
# Texts of which the runs, some thousands of bytes, or the sketch, some hundreds, are remembered.
_RUNS_REMEMBERED = 2048
_SKETCHES_REMEMBERED = 8192
_PAIRS = 16384


class Leaders:
    """Texts in groups, by number; each group is known by its lowest."""

    def __init__(self, highest: int) -> None:
        self._above = array("I", range(highest + 1))

    def of(self, number: int) -> int:
        """The leader of a text's group."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def join(self, one: int, other: int) -> int:
        """Make one group of two; gives its leader."""
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low
        return low


def grouped(hashed: "Hashed", text_of: Callable[[int], str]) -> Leaders:
    """Put texts that are alike into one group, and those that either of them is alike to.

    Args:
        hashed: all texts.
        text_of: gives a text by its number.
    """
    leaders = Leaders(hashed.count)
    sketch = lru_cache(maxsize=_SKETCHES_REMEMBERED)(hashed.sketch)
    compare = lru_cache(maxsize=_PAIRS)(_Comparison(text_of).are_alike)
    for bucket in hashed.buckets():
        led = list(map(leaders.of, bucket))
        if len(set(led)) == 1:  # most buckets hold what an earlier one has shown to be alike
            continue
        sketches = list(map(sketch, bucket))
        for place, number in enumerate(bucket):
            for before in range(max(0, place - _COMPARED + 1), place):
                if (
                    led[before] != led[place]
                    and may_be_alike(sketches[before], sketches[place])
                    and compare(bucket[before], number)
                ):
                    leaders.join(bucket[before], number)
                    led = list(map(leaders.of, bucket))
    return leaders


class _Comparison:
    """Compares texts by their numbers. Two may share several buckets: who asks remembers what was compared."""

    def __init__(self, text_of: Callable[[int], str]) -> None:
        self._runs = lru_cache(maxsize=_RUNS_REMEMBERED)(lambda number: runs(text_of(number)))

    def are_alike(self, one: int, other: int) -> bool:
        """Whether two texts are near-identical."""
        first, second = self._runs(one), self._runs(other)
        short, long = sorted((len(first), len(second)))
        return 100 * short >= ALIKE * long and share(first, second) >= ALIKE


class Hashed:
    """What hashing tells of texts, which are numbered as they come: their buckets, band by band, and their sketches."""

    def __init__(self) -> None:
        self._buckets = TemporaryFile()  # noqa: SIM115 (closed at the end)
        self._sketches = TemporaryFile()  # noqa: SIM115
        self._sizes: list[int] = []  # of the batches
        self.count = 0

    def close(self) -> None:
        """Let go of the files."""
        self._buckets.close()
        self._sketches.close()

    def add(self, texts: Sequence[str]) -> None:
        """Hash some more texts."""
        found = digests(texts)
        self._sizes.append(len(texts))
        self.count += len(texts)
        for band in found.buckets:
            band.tofile(self._buckets)
        self._sketches.write(found.sketches)
        self._sketches.flush()

    def sketch(self, number: int) -> int:
        """The sketch of a text."""
        raw = self._sketches.raw  # sketches are asked for here and there: a buffer would be read for each
        raw.seek((number - 1) * SKETCH)
        return int.from_bytes(raw.read(SKETCH), "little")

    def buckets(self) -> Iterator[list[int]]:
        """The numbers of the texts in each bucket that has several."""
        parts = min(_MOST_PARTS, 1 + self.count // _COUNTED)
        for number in range(BANDS):
            band = self._band(number)
            for part in range(parts):
                yield from _shared(band, part, parts)

    def _band(self, number: int) -> "array[int]":
        """The bucket of each text in a band."""
        band: array[int] = array("Q")
        width = band.itemsize
        start = 0
        for size in self._sizes:
            self._buckets.seek((start * BANDS + number * size) * width)
            band.frombytes(self._buckets.read(size * width))
            start += size
        return band


def _shared(band: "array[int]", part: int, parts: int) -> Iterator[list[int]]:
    """The buckets with several texts, of a part of all buckets."""
    numbered = enumerate(band, 1)
    first: dict[int, int] = {}
    found: dict[int, list[int]] = {}
    chosen = numbered if parts == 1 else ((one, bucket) for one, bucket in numbered if bucket % parts == part)
    for number, bucket in chosen:
        before = first.setdefault(bucket, number)
        if before != number:
            if bucket in found:
                found[bucket].append(number)
            else:
                found[bucket] = [before, number]
    del first
    yield from found.values()
