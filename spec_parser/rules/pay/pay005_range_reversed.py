"""PAY005: a pay range whose lower end is the higher one."""

from collections.abc import Iterator

from spec_parser.rules.pay.amounts import turned
from spec_parser.rules.problem import Edit, Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY005",
    name="range-reversed",
    severity="error",
    summary="The first amount of a pay range is higher than the second.",
    details=(
        "Told where the other periods agree once the two amounts are changed about, which is what the mend does; else"
        " one of the amounts is wrong, and PAY001 to PAY003 say which."
    ),
    reason=(
        "A range is printed from its lowest step to its highest, on every published page; programs that read pay take"
        " the first amount for what a newcomer is paid."
    ),
    example="$64.14-$47.04 Hourly",
    mended="$47.04-$64.14 Hourly",
    fix="unsafe",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The ranges that stand the wrong way round."""
    for period in sorted(turned(subject)):
        first, second = (subject.printed(f"/pay/{period}/{end}") for end in ("min", "max"))
        if first is None or second is None:
            continue
        edits: tuple[Edit, ...] = ()
        if len(first.stretches) == len(second.stretches) == 1:
            edits = (Edit(*first.stretches[0], second.text), Edit(*second.stretches[0], first.text))
        message = f"“{first.text}” is more than {second.text}: the {period} range stands the wrong way round."
        yield Problem(message, (*first.stretches, *second.stretches), f"/pay/{period}", edits)
