"""The headers of a specification, and the official wordings of the profile."""

from typing import NamedTuple

from spec_parser.rules.memory import once
from spec_parser.rules.subject import Subject
from spec_parser.rules.value import Value

UNKNOWN = "unrecognised"


class Heading(NamedTuple):
    """A header as it stands on the page.

    Attributes:
        section: number of its section, from 0.
        kind: of the section.
        value: its text.
    """

    section: int
    kind: str
    value: Value


@once
def headings(subject: Subject) -> tuple[Heading, ...]:
    """The headers that stand on the page, in order."""
    return tuple(
        Heading(number, section.kind, value)
        for number, section in enumerate(subject.content.sections)
        if (value := subject.heading(number)) is not None
    )


@once
def official(subject: Subject) -> dict[str, str]:
    """The official wording of each kind of section, in the order in which sections stand."""
    found: dict[str, str] = {}
    for header in subject.profile.headers:
        if header.kind != UNKNOWN:
            found.setdefault(header.kind, header.names[0])
    return found


@once
def wordings(subject: Subject) -> dict[str, str]:
    """Every wording that the profile knows, those on a line with text included, with the kind of its section."""
    return {name: header.kind for header in subject.profile.headers for name in (*header.names, *header.run_in)}
