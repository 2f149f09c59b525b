"""Two archives, or a warehouse on two days, side by side: a class at a time, so that memory stays flat."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from spec_parser.comparing.model import Comparison, Identity
from spec_parser.comparing.specifications import compare
from spec_parser.errors import SpecParserError
from spec_parser.model import Content
from spec_parser.profiles.profile import Claim

Numbered = tuple[Identity, Content]
"""A revision: what tells it from all others, and what it says."""


ComparedKind = Literal["changed", "class added", "class removed", "revision added", "revision removed"]


class OrderError(SpecParserError):
    """Revisions do not come in the order of their identities."""


class Compared(NamedTuple):
    """What became of one revision.

    Attributes:
        kind: `changed`: it says something else now. `class added`, `class removed`: of all its revisions.
            `revision added`, `revision removed`: of a class that both have.
        identity: the revision's.
        before: of an added revision, the one before it in the same class, if any.
        comparison: of a changed revision; of an added one, with the one before it.
    """

    kind: ComparedKind
    identity: Identity
    before: Identity | None = None
    comparison: Comparison | None = None


def compare_streams(
    old: Iterable[Numbered], new: Iterable[Numbered], claims: Sequence[Claim] = ()
) -> Iterator[Compared]:
    """What differs between two collections of revisions, class by class.

    Args:
        old: the one, in the order of identities.
        new: the other, in the same order. At most one class of either is held at a time.
        claims: the profile's, by which cancellation clauses are understood.

    Raises:
        OrderError: a class comes after one that it should come before.
    """
    olds, news = _classes(old), _classes(new)
    before, after = next(olds, None), next(news, None)
    while before is not None or after is not None:
        if before is not None and (after is None or before[0] < after[0]):
            yield from (Compared("class removed", identity) for identity, _ in before[1])
            before = next(olds, None)
        elif after is not None and (before is None or after[0] < before[0]):
            yield from (Compared("class added", identity) for identity, _ in after[1])
            after = next(news, None)
        elif before is not None and after is not None:
            yield from _class(dict(before[1]), after[1], claims)
            before, after = next(olds, None), next(news, None)


def _classes(revisions: Iterable[Numbered]) -> Iterator[tuple[tuple[str, str], list[Numbered]]]:
    last = ("", "")
    for key, group in groupby(revisions, key=lambda one: (one[0].jurisdiction, one[0].code)):
        if key < last:
            raise OrderError(f"{'/'.join(key)} comes after {'/'.join(last)}: convert the archive anew")
        last = key
        yield key, list(group)


def _class(old: dict[Identity, Content], new: list[Numbered], claims: Sequence[Claim]) -> Iterator[Compared]:
    """The revisions of a class that both collections have."""
    before: Numbered | None = None
    for identity, content in new:
        if identity in old:
            if old[identity] != content:
                yield Compared("changed", identity, None, compare(old[identity], content, claims))
        elif before is None:
            yield Compared("revision added", identity)
        else:
            yield Compared("revision added", identity, before[0], compare(before[1], content, claims))
        before = identity, content
    there = {identity for identity, _ in new}
    yield from (Compared("revision removed", identity) for identity in old if identity not in there)
