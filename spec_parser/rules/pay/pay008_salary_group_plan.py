"""PAY008: a salary group that is not of the class number's pay plan."""

from collections.abc import Iterator

from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY008",
    name="salary-group-plan",
    severity="info",
    summary="The salary group is in another pay plan than the class number.",
    details=(
        "The profile's table says for the letters of a class code in which plans the salary groups of its classes are:"
        " AR in AR and AR2. A remark, for the table knows a part of the plans; a warning where the bargaining unit"
        " stands by the class code too, so that two speak against one. Letters that the table does not have are left"
        " alone."
    ),
    reason=(
        "The letters at the end of the class code are the pay plan of the class number. They need not be those of the"
        " salary group (4978AR is in AR2 67), but each plan has its own groups, and grade 64 of one is other pay than"
        " grade 64 of another."
    ),
    example="MP 64",
    mended="AR2 64",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The salary group, if its plan is none of the class number's."""
    content, printed = subject.content, subject.printed("/salary_group/text")
    code, group = content.job_class.code, content.salary_group
    if code is None or group is None or group.plan is None or printed is None:
        return
    plan = subject.profile.conventions.pay_plan(code)
    if plan is None or group.plan in plan.groups:
        return
    unit = content.bargaining_unit
    agrees = unit is not None and unit.code in plan.bargaining_units
    also = f", and so are classes of bargaining unit {unit.code}" if agrees and unit is not None else ""
    groups = " or ".join(plan.groups)
    yield printed.problem(
        f"“{printed.text}”: classes whose code ends with {plan.letters}, as {code} does, are in {groups}{also}.",
        severity="warning" if agrees else None,
    )
