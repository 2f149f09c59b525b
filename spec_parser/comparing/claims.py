"""What the cancellation clause says was changed, set against what was."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spec_parser.comparing.fields import FIELD_PARTS
from spec_parser.comparing.model import Difference, Verdict
from spec_parser.model import Content
from spec_parser.profiles.profile import Claim

# Every new edition has these of its own; pay is dated by when it was seen, and no part of a revision.
_ALWAYS_NEW = frozenset({"cancellation", "effective_date", "footer", "masthead", "banner", "pay", "citations"})
_FIELDS = frozenset(FIELD_PARTS) | {"title", "code", "pay"}
# What nobody would call a change of content.
_OUTWARD = frozenset({"typography", "punctuation", "capitals", "layout", "heading", "moved", "reading"})


class _Said(NamedTuple):
    words: str | None  # None where it is the clause's form that says it: "the existing title and specification"
    claim: Claim


def verdicts(
    old: Content, new: Content, differences: Sequence[Difference], claims: Sequence[Claim]
) -> tuple[Verdict, ...]:
    """Whether what the new clause says was changed was, and what it does not say.

    Nothing is said where it tells of no change from the old specification: where both have the same clause, where the
    new one has none or is of a new class, where no word of its reasons is known.
    """
    clause = new.cancellation
    if clause is None or clause.kind != "replaces" or (old.cancellation and old.cancellation.text == clause.text):
        return ()
    if None not in (clause.approved_effective, old.effective_date) and clause.approved_effective != old.effective_date:
        return (Verdict("other predecessor", clause.approved_effective, (), 0),)
    said = [*_said(clause.reasons, claims)]
    if clause.retitled and not any("title" in one.claim.parts for one in said):
        said.insert(0, _Said(None, Claim("-", ("title",))))
    if not said:
        return ()
    return (*_answers(said, differences), *_unsaid(said, differences))


def _said(reasons: Sequence[str], claims: Sequence[Claim]) -> Iterator[_Said]:
    for reason in reasons:
        for claim in claims:
            found = re.search(claim.words, reason)
            if found:
                yield _Said(found[0], claim)


def _answers(said: Sequence[_Said], differences: Sequence[Difference]) -> Iterator[Verdict]:
    for words, claim in said:
        if not claim.parts or "format" in claim.parts:
            continue  # it claims no change, or one that leaves no trace in what a document says
        count = sum(_meets(claim, one) for one in differences)
        yield Verdict("found" if count else "unfounded", words, claim.parts, count)


def _unsaid(said: Sequence[_Said], differences: Sequence[Difference]) -> Iterator[Verdict]:
    silent: dict[str, int] = {}
    for one in differences:
        if one.part in _ALWAYS_NEW or one.kind in _OUTWARD or any(_covers(claim, one.part) for _, claim in said):
            continue
        silent[one.part] = silent.get(one.part, 0) + 1
    if silent:
        yield Verdict("unsaid", None, tuple(silent), sum(silent.values()))


def _meets(claim: Claim, difference: Difference) -> bool:
    if not _covers(claim, difference.part) or difference.kind in ("typography", "reading"):
        return False
    return claim.change in ("any", difference.kind)


def _covers(claim: Claim, part: str) -> bool:
    """Whether a part is one of those that a claim speaks of; content is all that is no field."""
    return part in claim.parts or ("content" in claim.parts and part not in _FIELDS | _ALWAYS_NEW)
