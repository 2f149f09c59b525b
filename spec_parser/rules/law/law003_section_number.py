"""LAW003: the number of a statute that is a slip of the one that always stands there."""

from collections.abc import Iterator

from spec_parser.profiles.conventions import Statute
from spec_parser.rules.law.slips import is_slip
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Passage, Subject

RULE = Rule(
    code="LAW003",
    name="section-number",
    severity="warning",
    summary="The number of a section of the statutes is nearly the one that always stands there.",
    details=(
        "Of some sections of the statutes the profile knows where specifications cite them as a matter of course: §"
        " 5-196 in the acknowledgement, § 5-200a in the cancellation clause. A number there that the profile does not"
        " list, and that is one character away or has two changed about, is taken for a slip. Any other number is left"
        " alone."
    ),
    reason=(
        "The acknowledgement rests on the definition of a job class in General Statutes § 5-196. § 5-169 is about"
        " the pensions of state employees."
    ),
    example="Sec. 5-169 of the Connecticut General Statutes",
    mended="Sec. 5-196 of the Connecticut General Statutes",
    fix="unsafe",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Citations that are one slip away from what their section always cites."""
    for kind in {kind for one in subject.profile.conventions.statutes for kind in one.cited_in}:
        for passage in subject.passages_of(kind):
            for start, end, meant in mistaken(subject, passage):
                yield passage.value.problem(
                    f"“{passage.value.text[start:end]}”: did you mean {meant.number}, {meant.what}?",
                    start,
                    end,
                    mend=meant.number,
                )


def mistaken(subject: Subject, passage: Passage) -> Iterator[tuple[int, int, Statute]]:
    """The numbers in a text that are a slip of one that sections of its kind always cite, and that one."""
    statutes = subject.profile.conventions.statutes
    known = {one.number for one in statutes}
    for part in subject.readers.citations(passage.value.text).parts:
        number = str(part.value)
        if not part.pointer.endswith("/number") or number in known:
            continue
        cited = (one for one in statutes if passage.kind in one.cited_in)
        meant = next((one for one in cited if is_slip(number, one.number)), None)
        if meant is not None:
            yield *part.stretches[0], meant
