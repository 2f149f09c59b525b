"""HDR005: something that every specification must say is missing."""

from collections.abc import Iterator

from spec_parser.model import Content
from spec_parser.rules.hdr.headers import UNKNOWN, official
from spec_parser.rules.hdr.signs import stray_duties, stray_texts
from spec_parser.rules.hdr.strays import stray_fields
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="HDR005",
    name="missing-section",
    severity="warning",
    summary="The specification does not say something that every specification must say.",
    details=(
        "The profile lists what must be said and the sections any of which says it: for Connecticut the duties, the"
        " minimum qualifications and the pay grade. Any other section may be absent, as it is on many published"
        " pages. Pay on the pay line counts as pay grade. Unclassified classes may do without minimum qualifications."
        " Left alone are pages on which text stands under no header, for what is missing may be there, job postings,"
        " which embed sections of a specification, and texts that stand in another section (HDR007)."
    ),
    reason=(
        "Connecticut General Statutes § 5-206 (a): position classifications are listed by title and code, pay grade,"
        " a statement of the duties and responsibilities, and the minimum desirable qualifications."
    ),
    example="SUPERVISION EXERCISED Directs or assists in direction of staff as assigned. KNOWLEDGE, SKILL AND ABILITY",
    mended="PURPOSE OF JOB CLASS (NATURE OF WORK)",
)
_QUALIFICATIONS = frozenset({"minimum_qualifications", "general_experience", "special_experience"})


def check(subject: Subject) -> Iterator[Problem]:
    """What must be said and stands in no section."""
    content = subject.content
    if any(section.kind == UNKNOWN for section in content.sections):
        return
    there = {section.kind for section in content.sections} | _said_elsewhere(content)
    there |= {kind for kind, _ in (*stray_fields(subject), *stray_texts(subject))}
    there |= {"duties"} if stray_duties(subject) else set()
    names = official(subject)
    for part in subject.profile.conventions.required:
        if not there & set(part.any_of):
            listed = " or ".join(f"“{names[kind]}”" for kind in part.any_of if kind in names)
            yield Problem(f"Nothing stands here for {part.what}; a specification has it under {listed}.")


def _said_elsewhere(content: Content) -> set[str]:
    """Kinds of section that may be absent, as what they say is told otherwise."""
    found: set[str] = set()
    if content.salary_group is not None or content.pay is not None:
        found.add("salary")
    if content.designation is not None and content.designation.service == "unclassified":
        found |= _QUALIFICATIONS
    return found
