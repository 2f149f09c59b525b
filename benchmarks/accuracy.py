"""How much of generated specifications is read right: `python -m benchmarks.accuracy [COUNT]`.

One table has a column for each dialect without damage, one has a row for each kind of damage in dialect A. A cell is
the share of specifications whose field was read exactly as the truth has it, less what the dialect cannot carry and
what the damage destroyed. A field that differs from what was printed is a miss, be it destroyed or not: it is told
where a finding speaks of it, and silent where none does. Dialects read the same classes, each damage its own.
"""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from benchmarks.reading_back import FIELDS, Condition, Score, score
from benchmarks.table import table
from spec_parser.generator import DAMAGES
from spec_parser.render import DIALECTS

_COUNT = 5_000
_DAMAGED = 0.4  # specifications of each kind of damage, for one of each dialect
_PROCESSES = 2


def report(count: int = _COUNT) -> str:
    """Both tables.

    Args:
        count: how many specifications are read in each dialect; under each kind of damage it is two fifths of that.
    """
    damaged = max(1, int(count * _DAMAGED))
    conditions = [Condition(dialect, None, 0, count) for dialect in DIALECTS]
    conditions += [Condition("A", damage, count + place * damaged, damaged) for place, damage in enumerate(DAMAGES)]
    with ProcessPoolExecutor(_PROCESSES) as pool:
        scores = list(pool.map(score, conditions))
    return f"{_dialects(scores[: len(DIALECTS)], count)}\n\n{_damages(scores[len(DIALECTS) :], damaged)}"


def _dialects(scores: Sequence[Score], count: int) -> str:
    rows = [(field, *(_share(score.right[field], score.read) for score in scores)) for field in (*FIELDS, "all")]
    refused = ("refused, of too few signs", *(str(count - score.read) for score in scores))
    return table(f"Read exactly, in percent of {count:,} specifications:", ("", *DIALECTS), [*rows, refused])


def _damages(scores: Sequence[Score], count: int) -> str:
    heading = f"The same under damage (dialect A, {count:,} specifications each), and how many misses a finding tells:"
    return table(heading, ("", "all", *map(_short, FIELDS), "told", "silent"), _damage_rows(scores))


def _damage_rows(scores: Sequence[Score]) -> Iterator[tuple[str, ...]]:
    for name, found in zip(DAMAGES, scores, strict=True):
        shares = (_share(found.right[field], found.read) for field in ("all", *FIELDS))
        yield name, *shares, str(found.told), str(found.silent)


def _share(part: int, whole: int) -> str:
    """A percentage that says 100 only for all."""
    return "100" if part == whole else f"{min(99.9, 100 * part / whole):.1f}"


def _short(field: str) -> str:
    return "".join(word[:4] for word in field.split("_"))


if __name__ == "__main__":
    print(report(int(sys.argv[1]) if len(sys.argv) > 1 else _COUNT))
