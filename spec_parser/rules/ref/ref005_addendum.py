"""REF005: an addendum is said to be attached, and is not there."""

import re
from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="REF005",
    name="addendum",
    severity="warning",
    summary="“See attached addendum”, and nothing is attached.",
    details=(
        "An addendum, appendix or attachment that is attached by the words of the specification, where no line begins"
        " with that word and nothing stands behind the footer. A file of which only the first part was given is told"
        " too: a paper that is kept elsewhere is not part of what is published."
    ),
    reason="Often the addendum holds the qualifications themselves. Without it nobody can tell who qualifies.",
    example="See attached addendum.",
    mended="ADDENDUM",
)
_PAPER = r"(?:addend(?:um|a)|append(?:ix|ices)|attachments?)"
_ATTACHED = re.compile(
    rf"(?i)\b(?:(?:see )?(?:the )?(?:attached|enclosed) {_PAPER}|see (?:the )?{_PAPER}"
    rf"|{_PAPER} (?:is |are )?attached)\b"
)
# One of these stands in a text that speaks of one, and in hardly any other.
_MENTIONED = ("ddend", "ppendi", "ttachment", "DDEND", "PPENDI", "TTACHMENT")
_BEGINS = re.compile(rf"(?im)^[^\w\n]*{_PAPER}\b(?! (?:is |are )?attached)")


def check(subject: Subject) -> Iterator[Problem]:
    """What is said to be attached, where nothing is."""
    if not any(part in subject.text for part in _MENTIONED):
        return
    if not _ATTACHED.search(subject.text) or _BEGINS.search(subject.text) or _follows_footer(subject):
        return
    for passage in subject.passages:
        for found in _ATTACHED.finditer(passage.value.text):
            yield passage.value.problem(
                f"“{found[0]}”: nothing is attached; add it, or say here what it says.", *found.span()
            )


def _follows_footer(subject: Subject) -> bool:
    """Whether text stands behind the footer."""
    footer = subject.stretches("/footer/text")
    return bool(footer) and any(line.strip() for line in subject.text[footer[-1][1] :].splitlines())
