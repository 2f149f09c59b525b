"""PAY009: a salary group that is another one in the cancellation clause."""

from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY009",
    name="clause-salary-group",
    severity="info",
    summary="The cancellation clause names another salary group than the one the class is in.",
    details=(
        "A remark: the clause names the group of the specification that is replaced, and a class may have been moved"
        " to another since. Plan and grade are compared, not the blanks and dashes between them. Reasons that tell of"
        " it, by words of the profile, are answer enough."
    ),
    reason=(
        "Most revisions leave the salary group as it is. A group that differs is a reallocation, which the reasons"
        " of the clause should tell, or one of the two is mistyped: then the class is paid by the wrong one."
    ),
    example="in Salary Group AR2 46 approved effective",
    mended="in Salary Group AR2 64 approved effective",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The clause's salary group, if it is another one."""
    now, clause = subject.content.salary_group, subject.content.cancellation
    before = None if clause is None else clause.salary_group
    printed = subject.printed("/cancellation/salary_group/text")
    if now is None or before is None or printed is None or None in (now.plan, before.plan):
        return
    reasons = " ".join(clause.reasons).casefold() if clause is not None else ""
    is_told = any(word.casefold() in reasons for word in subject.profile.conventions.regrading)
    if (now.plan, now.grade) != (before.plan, before.grade) and not is_told:
        yield printed.problem(
            f"“{printed.text}” in the clause, now {now.text}: is the class moved to another salary group?",
            also=subject.stretches("/salary_group/text"),
        )
