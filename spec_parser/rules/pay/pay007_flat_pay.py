"""PAY007: one rate of pay instead of a range."""

from collections.abc import Iterator

from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY007",
    name="flat-pay",
    severity="info",
    summary="Both ends of the pay range are equal.",
    details=(
        "A remark, as some classes have one rate. A line that is flat in one period only has an end that does not agree"
        " with the others: that is PAY001, PAY002 or PAY003."
    ),
    reason=(
        "Most salary groups have steps, from which follow a lower and an upper end. Where both are one amount, the"
        " second is as likely as not the first typed again."
    ),
    example="$47.04-$47.04 Hourly",
    mended="$47.04-$64.14 Hourly",
)


def check(subject: Subject) -> Iterator[Problem]:
    """A pay line with one rate."""
    pay, text = subject.content.pay, subject.value("/pay/text")
    if pay is not None and pay.kind == "flat" and text is not None:
        yield text.problem(f"{quoted(text.text)}: one rate, no range. Right if the class has a single rate of pay.")
