"""HDR006: a header with nothing under it."""

from collections.abc import Iterator
from itertools import pairwise

from spec_parser.rules.hdr.headers import UNKNOWN
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="HDR006",
    name="empty-section",
    severity="warning",
    summary="Nothing stands under a header.",
    details=(
        "A header that the next header follows at once, or the end of the page. A header of the minimum"
        " qualifications above headers of their parts, as older pages have it, is left alone. Unknown headers are"
        " told by `header-unknown`."
    ),
    reason=(
        "An empty section leaves open whether there is nothing to say or something was lost. Where there is nothing"
        " to say, published pages leave the header out."
    ),
    example="SUPERVISION EXERCISED EXAMPLES OF DUTIES",
    mended="SUPERVISION EXERCISED Directs or assists in direction of staff as assigned.",
)
_PARTS = frozenset({"general_experience", "special_experience", "substitutions", "knowledge_skill_ability"})


def check(subject: Subject) -> Iterator[Problem]:
    """The headers of sections without blocks."""
    sections = [*subject.content.sections, None]
    for number, (section, following) in enumerate(pairwise(sections)):
        if section is None or section.blocks or section.kind == UNKNOWN:
            continue
        if section.kind == "minimum_qualifications" and following is not None and following.kind in _PARTS:
            continue
        value = subject.heading(number)
        if value is not None:
            yield value.problem(
                f"“{value.text}”: nothing stands under this header; fill it in or leave the header out."
            )
