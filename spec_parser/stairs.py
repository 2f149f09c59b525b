"""Numbers that hold from one offset to the next, such as that of a line, asked for at hundreds of offsets."""

from array import array
from collections.abc import Iterable, Sequence
from operator import mul, sub
from sys import byteorder


def stairs(steps: Sequence[int], heights: Iterable[int], size: int) -> "array[int]":
    """For each offset from 0 to `size`, that included, how high it stands.

    Made and asked for hundreds of offsets in less time than it takes to search the steps for each of them.

    Args:
        steps: the offsets, in order, from which on it is as high as the next one of the heights.
        heights: one more than there are steps, the first being that before the first step.
        size: the last offset.
    """
    widths = map(sub, [*steps, size + 1], [0, *steps])
    return array("I", b"".join(map(mul, [height.to_bytes(4, byteorder) for height in heights], widths)))
