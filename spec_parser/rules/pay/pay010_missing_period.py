"""PAY010: a pay line that leaves out a period."""

from collections.abc import Iterator

from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="PAY010",
    name="missing-period",
    severity="warning",
    summary="The pay line does not name pay for every period that pay lines name it for.",
    details=(
        "The profile lists the periods: hourly, biweekly and yearly for Connecticut. A page without a pay line is left"
        " alone, and so is a line that could not be read (`pay-unread`)."
    ),
    reason=(
        "Pay lines have one shape on every published page: hourly, biweekly, yearly. A period that is missing was"
        " deleted by mistake, or has lost the word behind its amounts; the amounts that are left cannot be checked"
        " against each other."
    ),
    example="$47.04-$64.14 Hourly / $98,214.00-$133,907.00 Yearly",
    mended="$47.04-$64.14 Hourly / $3,762.99-$5,130.54 BiWeekly / $98,214.00-$133,907.00 Yearly",
)


def check(subject: Subject) -> Iterator[Problem]:
    """The periods that the pay line leaves out."""
    pay, text = subject.content.pay, subject.value("/pay/text")
    if pay is None or pay.kind is None or text is None:
        return
    missing = [period for period in subject.profile.conventions.pay_periods if getattr(pay, period) is None]
    if missing:
        yield text.problem(f"{quoted(text.text)}: {' and '.join(missing)} pay is missing.")
