"""COD001: a class code that is another one in the footer."""

from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="COD001",
    name="code-footer",
    severity="error",
    summary="The title line and the footer have different class codes.",
    details=(
        "The code in the parentheses of the title line against `CLASS:` on the last line. The mend writes the title's"
        " code into the footer; if the footer is right, mend the title instead."
    ),
    reason=(
        "The class code is what payroll and applications go by. Specifications are made from others, and one number"
        " lives under several codes (by hours, by confidentiality), so that a footer of the other class is soon left"
        " over."
    ),
    example="CLASS: 4321AR;",
    mended="CLASS: 4312AR;",
    fix="unsafe",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The footer's code, if the title has another."""
    code, footer = subject.content.job_class.code, subject.printed("/footer/code")
    title = subject.stretches("/job_class/code")
    if code is None or footer is None or subject.at("/footer/code") == code:
        return
    yield footer.problem(
        f"“{footer.text}” in the footer, {code} beside the title: which is right?", mend=code, also=title
    )
