"""Numbers that hold from one offset to the next, such as that of a line, asked for at hundreds of offsets."""

from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import mul, sub
from sys import byteorder
from typing import Literal

_BYTES = tuple(bytes((height,)) for height in range(256))
_FORMATS: tuple[tuple[int, Literal["H", "I"]], ...] = ((2, "H"), (4, "I"))


def stairs(steps: Sequence[int], heights: Sequence[int], size: int) -> Sequence[int]:
    """For each offset from 0 to `size`, that included, how high it stands.

    Made and asked for hundreds of offsets in less time than it takes to search the steps for each of them, the less
    the fewer bytes the greatest height takes.

    Args:
        steps: the offsets, in order, from which on it is as high as the next one of the heights.
        heights: one more than there are steps, the first being that before the first step, the last the greatest.
        size: the last offset.
    """
    widths: Iterable[int] = map(sub, [*steps, size + 1], [0, *steps])
    if heights[-1] < len(_BYTES):
        return b"".join(map(mul, map(_BYTES.__getitem__, heights), widths))
    width, form = next(one for one in _FORMATS if heights[-1] < 1 << 8 * one[0])
    each = b"".join(map(mul, map(int.to_bytes, heights, repeat(width), repeat(byteorder)), widths))
    return memoryview(each).cast(form)
