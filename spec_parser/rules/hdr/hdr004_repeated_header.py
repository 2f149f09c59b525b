"""HDR004: a header that stands twice."""

from collections.abc import Iterator

from spec_parser.rules.hdr.headers import UNKNOWN, Heading, headings, wordings
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="HDR004",
    name="repeated-header",
    severity="warning",
    summary="A section has its header twice.",
    details=(
        "Two headers that open the same section, equal or in two wordings. Headings that the text follows on the"
        " same line, as on pages of the older site, are left alone; so are unknown headers."
    ),
    reason=(
        "No published page has a header twice. A second one is the rest of an earlier version, or stands for a"
        " header that was to be another one: programs read both sections as one."
    ),
    example="SPECIAL REQUIREMENTS Is exposed to wind and salt water.",
    mended="WORKING CONDITIONS Is exposed to wind and salt water.",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Every header whose section was opened before."""
    run_in = {name for header in subject.profile.headers for name in header.run_in}
    first: dict[str, Heading] = {}
    for heading in headings(subject):
        text = heading.value.text
        if heading.kind == UNKNOWN or (text in run_in and text in wordings(subject)):
            continue
        earlier = first.setdefault(heading.kind, heading)
        if earlier is not heading:
            message = f"“{text}” stands a second time; bring both sections together, or write another header."
            yield heading.value.problem(message, also=earlier.value.stretches)
