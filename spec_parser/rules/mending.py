"""Mend a text by the findings of a check: as many mends at once as do not touch each other, then check again."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import NamedTuple

from spec_parser.errors import SpecParserError
from spec_parser.pipeline import Parsed
from spec_parser.profiles.profile import Profile
from spec_parser.rules.checking import Settings, check
from spec_parser.rules.notice import Notice, applied
from spec_parser.rules.problem import Edit

_ROUNDS = 20
"""A mend may show the next fault; after so many rounds two rules are at odds, and what is left stays."""


class Mended(NamedTuple):
    """A mended text: what was mended, and how many findings could be mended only with `--unsafe-fixes`."""

    text: str
    notices: tuple[Notice, ...]


def fitting(notices: Iterable[Notice], *, unsafe: bool = False) -> tuple[Notice, ...]:
    """Those findings whose mends can be made at once: of two that touch each other the first."""
    taken: list[Edit] = []
    found: list[Notice] = []
    for notice in notices:
        if notice.mend is not None and (notice.mend.safe or unsafe) and not _touches(notice.mend.edits, taken):
            found.append(notice)
            taken = sorted([*taken, *notice.mend.edits])
    return tuple(found)


def _touches(edits: tuple[Edit, ...], taken: list[Edit]) -> bool:
    """Whether an edit shares a character or a place of insertion with one that is taken."""
    for edit in edits:
        at = bisect_left(taken, edit)
        if any(edit.start <= other.end and other.start <= edit.end for other in taken[max(at - 1, 0) : at + 1]):
            return True
    return False


def edits_of(notices: Iterable[Notice]) -> tuple[Edit, ...]:
    """All edits of some findings, in order."""
    return tuple(sorted(edit for notice in notices if notice.mend is not None for edit in notice.mend.edits))


def mend_text(
    text: str, read: Callable[[str], Parsed], profile: Profile, settings: Settings, *, unsafe: bool = False
) -> Mended:
    """A text with all that can be mended in it; `read` parses a text.

    Mending it again changes nothing: it is gone over until nothing is left to mend, or 20 times.
    """
    done: list[Notice] = []
    for _ in range(_ROUNDS):
        try:
            notices = check(read(text), profile, settings)
        except SpecParserError:  # mended until it is no specification any more: not by any rule that is one
            break
        now = fitting(notices, unsafe=unsafe)
        if not now:
            break
        text = applied(text, edits_of(now))
        done += now
    return Mended(text, tuple(done))
