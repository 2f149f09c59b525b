"""Plants each rule's fault in clean specimens: is it caught by that rule, and by no unrelated one? `make rules-report`.

A mutation is one passage of a clean specimen that a case file says how to spoil (`mutations`). A hit: the rule has
findings that the clean specimen had not. A false alarm: so has a rule that the case file does not name as related.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from spec_parser import parse
from spec_parser.findings import KINDS
from spec_parser.rules.archive import Archive
from spec_parser.rules.catalogue import entries, load
from spec_parser.rules.notice import Notice
from tests.rules.harness import FAULTY, Mutation, archive_of, cases_of, judged, mutations_of, undamaged

_MOST = 30
"""So many specimens are spoilt a mutation."""


class Row(NamedTuple):
    """What became of the mutations of one rule.

    Attributes:
        code: of the rule.
        planted: faults that were planted.
        hits: those that the rule caught.
        alarms: findings of unrelated rules, by their codes.
        missed: where it caught nothing.
    """

    code: str
    planted: int
    hits: int
    alarms: Counter[str]
    missed: tuple[str, ...]


@cache
def specimens() -> dict[str, str]:
    """The clean specimens: those on which nothing above info is found."""
    return {path.stem: parse(path).document.text for path in undamaged() if path.stem not in FAULTY}


def rows(codes: Iterable[str] = ()) -> Iterator[Row]:
    """A row a rule."""
    with tempfile.TemporaryDirectory() as folder:
        for code in codes or entries():
            archive = _archive(code, Path(folder)) if load(code).rule.archive else None
            yield _row(code, archive)


def _archive(code: str, folder: Path) -> Archive | None:
    """The archive of the rule's cases."""
    return archive_of(next((case.archive for case in cases_of(code) if case.archive is not None), None), folder)


def _row(code: str, archive: Archive | None) -> Row:
    planted = hits = 0
    alarms: Counter[str] = Counter()
    missed: list[str] = []
    for mutation in mutations_of(code):
        for name, spoilt in list(_spoilt(mutation))[:_MOST]:
            before, after = _told(specimens()[name], archive), _told(spoilt, archive)
            new = {notice for notice, _ in after - before}
            planted += 1
            hits += code in new
            missed += [] if code in new else [name]
            alarms.update(one for one in new - mutation.related - {code} if one not in KINDS)
    return Row(code, planted, hits, alarms, tuple(missed))


def _spoilt(mutation: Mutation) -> Iterator[tuple[str, str]]:
    """The specimens in which the mutation changes anything, changed."""
    pattern = re.compile(mutation.find, re.MULTILINE)
    for name, text in specimens().items():
        spoilt = pattern.sub(mutation.put, text, count=mutation.times)
        if spoilt != text and (not mutation.of or name in mutation.of):
            yield name, spoilt


def _told(text: str, archive: Archive | None) -> Counter[tuple[str, str]]:
    """The findings on a text, counted."""
    return Counter(_key(notice) for notice in judged(parse(text), archive=archive))


def _key(notice: Notice) -> tuple[str, str]:
    return notice.code, notice.message


def main(codes: Iterable[str]) -> int:
    """Print the table; gives 1 where a rule missed its fault or an unrelated one cried."""
    bad = False
    print(f"{'rule':<8}{'planted':>8}{'hits':>6}{'false alarms':>14}  what was missed, who cried")  # noqa: T201
    for row in rows(codes):
        told = [f"missed in {', '.join(row.missed)}"] if row.missed else []
        told += [f"{code} {count}" for code, count in sorted(row.alarms.items())]
        total = sum(row.alarms.values())
        print(f"{row.code:<8}{row.planted:>8}{row.hits:>6}{total:>14}  {'; '.join(told)}".rstrip())  # noqa: T201
        bad |= bool(row.missed or row.alarms or not row.planted)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
