"""PAY006: amounts that are no pay."""

from collections.abc import Iterator

from spec_parser.model import PayRange
from spec_parser.profiles.profile import Placeholder
from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY006",
    name="placeholder-pay",
    severity="warning",
    summary="The pay line has a placeholder among amounts of pay, or nothing but placeholders.",
    details=(
        "The profile lists the placeholders of variable pay, such as 999,999.00 a year. One of them among amounts that"
        " are pay is a warning; a line that has all of them is a remark, as classes of variable pay have it."
    ),
    reason=(
        "The placeholders are what the salary system holds for classes whose pay is set case by case. Left over on the"
        " page of a class with a salary range they promise a pay that nobody is paid."
    ),
    example="$98,214.00-$999,999.00 Yearly",
    mended="$98,214.00-$133,907.00 Yearly",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The placeholders on the pay line."""
    pay, text = subject.content.pay, subject.value("/pay/text")
    if pay is None or pay.kind != "variable" or text is None:
        return
    listed = [one for one in subject.profile.pay.placeholders if getattr(pay, one.period) is not None]
    there = [one for one in listed if _stands(getattr(pay, one.period), one)]
    if len(there) == len(listed):
        message = f"{quoted(text.text)}: placeholders of variable pay; nobody is paid these amounts."
        yield text.problem(message, severity="info")
        return
    for one in there:
        printed = subject.printed(f"/pay/{one.period}/{one.end}")
        if printed is not None:
            yield printed.problem(f"“{printed.text}” is a placeholder of variable pay; write the {one.period} amount.")


def _stands(found: PayRange, placeholder: Placeholder) -> bool:
    return bool(getattr(found, placeholder.end) == placeholder.amount)
