"""Mend by the findings of a check: as many mends at once as do not touch each other, then check again."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from spec_parser.document import Document
from spec_parser.errors import SpecParserError
from spec_parser.pipeline import Parsed
from spec_parser.rules.notice import Notice, applied
from spec_parser.rules.problem import Edit

ROUNDS = 20
"""A mend may show the next fault; after so many rounds two rules are at odds, and what is left stays."""

T = TypeVar("T", bytes, str)
Judge = Callable[[Parsed], tuple[Notice, ...]]


class Mended(NamedTuple, Generic[T]):
    """What was mended.

    Attributes:
        data: the mended file or text.
        document: what is read from it.
        made: the findings that were mended.
        left: the findings on it.
    """

    data: T
    document: Document
    made: tuple[Notice, ...]
    left: tuple[Notice, ...]


def mend(
    data: T,
    read: Callable[[T], Parsed],
    judge: Judge,
    write: Callable[[T, Document, Sequence[Notice]], tuple[T, Sequence[Notice]]],
    *,
    unsafe: bool = False,
    rounds: int = ROUNDS,
) -> Mended[T]:
    """A file with all that can be mended in it. Mending it again changes nothing.

    Args:
        data: the file's bytes, or a text.
        read: parses it.
        judge: gives the findings on what was read.
        write: gives the data with some findings mended, and which those are.
        unsafe: whether mends that want a person's eye are made too.
        rounds: how often at most it is gone over.

    Raises:
        SpecParserError: the file cannot be read, or is no class specification.
    """
    parsed = read(data)
    left = judge(parsed)
    made: list[Notice] = []
    for _ in range(rounds):
        wanted = fitting(left, unsafe=unsafe)
        if not wanted:
            break
        after, now = write(data, parsed.document, wanted)
        if not now or after == data:
            break
        try:
            read_again = read(after)
        except SpecParserError:  # two mends in one place that nobody foresaw: what was there before stays
            break
        data, parsed, left = after, read_again, judge(read_again)
        made += now
    return Mended(data, parsed.document, tuple(made), left)


def fitting(notices: Iterable[Notice], *, unsafe: bool = False) -> tuple[Notice, ...]:
    """Those findings whose mends can be made at once: of two that touch each other the first."""
    taken: list[Edit] = []
    found: list[Notice] = []
    for notice in notices:
        if notice.mend is not None and (notice.mend.safe or unsafe) and not _touches(notice.mend.edits, taken):
            found.append(notice)
            for edit in notice.mend.edits:
                insort(taken, edit)
    return tuple(found)


def write_text(text: str, _: Document, notices: Sequence[Notice]) -> tuple[str, Sequence[Notice]]:
    """A document's text with findings mended."""
    return applied(text, edits_of(notices)), notices


def edits_of(notices: Iterable[Notice]) -> tuple[Edit, ...]:
    """All edits of some findings, in order."""
    return tuple(sorted(edit for notice in notices if notice.mend is not None for edit in notice.mend.edits))


def _touches(edits: tuple[Edit, ...], taken: list[Edit]) -> bool:
    """Whether an edit shares a character or a place of insertion with one that is taken."""
    for edit in edits:
        at = bisect_left(taken, edit)
        if any(edit.start <= other.end and other.start <= edit.end for other in taken[max(at - 1, 0) : at + 1]):
            return True
    return False
