"""PAY006: amounts that are no pay."""

from collections.abc import Iterator
from decimal import Decimal

from spec_parser.model import PayRange
from spec_parser.profiles.profile import Placeholder
from spec_parser.rules.pay.amounts import year_of
from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY006",
    name="placeholder-pay",
    severity="warning",
    summary="The pay line has a placeholder among amounts of pay, or nothing but placeholders.",
    details=(
        "The profile lists the placeholders of variable pay, such as 999,999.00 a year. One of them among amounts"
        " that are pay is a warning; a line that has all of them is a remark, as classes of variable pay have it. A"
        " yearly placeholder beside biweekly pay is mended by the arithmetic (PAY003)."
    ),
    reason=(
        "The placeholders are what the salary system holds for classes whose pay is set case by case. Left over on"
        " the page of a class with a salary range they promise a pay that nobody is paid."
    ),
    example="$98,214.00-$999,999.00 Yearly",
    mended="$98,214.00-$133,907.00 Yearly",
    fix="unsafe",
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
            year = _year(subject, one)
            told = f"write the {one.period} amount" if year is None else f"biweekly pay is that of a year of {year}"
            yield printed.problem(f"“{printed.text}” is a placeholder of variable pay; {told}.", mend=year)


def _year(subject: Subject, placeholder: Placeholder) -> str | None:
    """The yearly amount in place of a placeholder, as biweekly pay gives it."""
    pay = subject.content.pay
    if pay is None or pay.biweekly is None or placeholder.period != "yearly":
        return None
    year = year_of(
        Decimal(getattr(pay.biweekly, placeholder.end)), Decimal(subject.profile.pay.biweekly_periods_in_year)
    )
    return f"{year:,}.00" if year else None


def _stands(found: PayRange, placeholder: Placeholder) -> bool:
    return bool(getattr(found, placeholder.end) == placeholder.amount)
