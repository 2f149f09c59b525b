"""COD006: a title that says another service than the designation."""

from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="COD006",
    name="title-designation",
    severity="warning",
    summary="The title says that the class is unclassified, the job class designation that it is classified.",
    details=(
        "A qualifier of the title that is a word of the designation, `(Unclassified)`, against the designation"
        " itself. A title without such a qualifier says nothing."
    ),
    reason=(
        "Some titles live twice, once in the classified and once in the unclassified service, each with a"
        " specification of its own that differs from the other in these two places and the code."
    ),
    example="Lighthouse Program Coordinator 2 (Unclassified) (4312AR)",
    mended="Lighthouse Program Coordinator 2 (4312AR)",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Qualifiers that name another service."""
    designation = subject.content.designation
    if designation is None or designation.service is None:
        return
    services = {word.casefold(): service for word, service in subject.profile.designation_services.items()}
    for number, qualifier in enumerate(subject.content.job_class.qualifiers):
        printed = subject.printed(f"/job_class/qualifiers/{number}")
        if printed is not None and services.get(qualifier.casefold(), designation.service) != designation.service:
            yield printed.problem(
                f"“{printed.text}” in the title, {designation.text} as designation: which is right?",
                also=subject.stretches("/designation/text"),
            )
