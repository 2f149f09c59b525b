"""Which rows only go on with the one above, told by geometry."""

from collections.abc import Sequence
from itertools import pairwise

from spec_parser.readers.page.rows import Row

_LOOSE = 1.35


def goes_on(rows: Sequence[Row]) -> list[bool]:
    """For each row, furniture left out, whether it was only wrapped from the one above."""
    if not rows:
        return []
    edge = max(row.right for row in rows)
    pitches = sorted(
        (below.bottom - above.bottom) / below.size
        for above, below in pairwise(rows)
        if below.page == above.page and below.bottom > above.bottom and below.size > 0
    )
    usual = pitches[len(pitches) // 4] if pitches else 1.2
    found = [False]
    for above, below in pairwise(rows):
        found.append(_goes_on(above, below, edge, usual))
    return found


def _goes_on(above: Row, below: Row, edge: float, usual: float) -> bool:
    if below.bullet is not None or above.bold != below.bold:
        return False
    if below.page == above.page and below.bottom - above.bottom > _LOOSE * usual * below.size:
        return False
    first = below.words[0]
    return above.right + 0.2 * below.size + (first.right - first.left) > edge - 1
