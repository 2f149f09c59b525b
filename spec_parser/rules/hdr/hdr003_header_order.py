"""HDR003: a section out of the official order."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spec_parser.rules.hdr.headers import headings, official
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="HDR003",
    name="header-order",
    severity="warning",
    summary="A section stands before or after its place.",
    details=(
        "The order of sections is the profile's. Of the headers on the page the longest run that stands in that"
        " order is taken as right, and only those outside it are told, so that one section that was moved is one"
        " finding. Sections may be absent. Headers in the wordings of older pages, and sections without a header, are"
        " left alone. Moving a section is left to the writer: there is no mend."
    ),
    reason=(
        "On about 165 published pages no two headers ever stood the other way round. Employees compare the levels of"
        " a series section by section."
    ),
    example="OCCUPATIONAL GROUP (39)-Environmental Protection JOB CLASS DESIGNATION",
    mended="JOB CLASS DESIGNATION Classified/Competitive OCCUPATIONAL GROUP",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The headers outside the longest run in the official order."""
    names = official(subject)
    ranks = {kind: rank for rank, kind in enumerate(names)}
    found = [heading for heading in headings(subject) if names.get(heading.kind) == heading.value.text]
    right = _longest_run([ranks[heading.kind] for heading in found])
    kept = [found[at] for at in right]
    for at, heading in enumerate(found):
        if at in right:
            continue
        before = [one for one in kept if ranks[one.kind] < ranks[heading.kind]]
        after = [one for one in kept if ranks[one.kind] > ranks[heading.kind]]
        place = f"after “{before[-1].value.text}”" if before else f"before “{after[0].value.text}”"
        yield heading.value.problem(f"“{heading.value.text}” stands out of its order: its place is {place}.")


def _longest_run(ranks: Sequence[int]) -> frozenset[int]:
    """Positions of a longest run of ranks that never fall; in time n log n."""
    tails: list[int] = []
    ends: list[int] = []
    came_from: list[int | None] = []
    for position, rank in enumerate(ranks):
        at = bisect_right(tails, rank)
        came_from.append(ends[at - 1] if at else None)
        tails[at : at + 1] = [rank]
        ends[at : at + 1] = [position]
    run: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        run.add(last)
        last = came_from[last]
    return frozenset(run)
