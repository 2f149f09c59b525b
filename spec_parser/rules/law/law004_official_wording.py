"""LAW004: a section that differs from its official wording."""

from collections.abc import Iterator
from itertools import groupby

from spec_parser.rules.hdr.strays import stray_fields
from spec_parser.rules.law.law001_statues import statues
from spec_parser.rules.law.law003_section_number import mistaken
from spec_parser.rules.law.wordings import fingerprint
from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Passage, Subject

RULE = Rule(
    code="LAW004",
    name="official-wording",
    severity="info",
    summary="The acknowledgement is not worded as it is officially.",
    details=(
        "The words of the section against the wordings in use, of which the profile has fingerprints. Capitals,"
        " punctuation, blanks and line breaks do not count. A section of which the profile has no fingerprint, and one"
        " that is missing or empty, is left alone; so is one that differs by nothing but statues (LAW001) or a slip in"
        " the number of a section (LAW003)."
    ),
    reason=(
        "The text is prescribed: it says on the ground of General Statutes § 5-196 that the duties listed are not all"
        " there are. A word that has changed is an error of copying, or changes what employees can rely on."
    ),
    example="this specification describes such a group and rules everybody's assignment of work",
    mended="this specification describes such a group and limits nobody's assignment of work",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Sections with an official wording that have another."""
    wordings: dict[str, tuple[str, ...]] = {}
    for one in subject.profile.conventions.official_wordings:
        wordings[one.section] = (*wordings.get(one.section, ()), *one.sha256)
    strays = {passage.value.pointer for _, passage in stray_fields(subject)}
    found = [one for one in subject.passages if one.kind in wordings and one.value.pointer not in strays]
    for _, group in groupby(found, key=lambda passage: passage.section):
        passages = list(group)
        known = wordings[passages[0].kind]
        if fingerprint(" ".join(one.value.text for one in passages)) not in known:
            if fingerprint(" ".join(_mended(subject, one) for one in passages)) in known:
                continue
            first = passages[0].value
            yield first.problem(
                f"{quoted(first.text)}: differs from the official wording; copy the section anew from a current"
                " specification.",
                also=[stretch for one in passages[1:] for stretch in one.value.stretches],
            )


def _mended(subject: Subject, passage: Passage) -> str:
    """A text as it is when what LAW001 and LAW003 tell is mended."""
    text = passage.value.text
    slips = [(start, end, meant.number) for start, end, meant in mistaken(subject, passage)]
    for start, end, mend in sorted([*statues(text), *slips], reverse=True):
        text = text[:start] + mend + text[end:]
    return text
