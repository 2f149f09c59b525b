"""DUT002: the duty that closes the list is missing, or not last."""

from collections.abc import Iterator

from spec_parser.rules.dut.closing import closes
from spec_parser.rules.hdr.strays import own_duties
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="DUT002",
    name="closing-duty",
    severity="warning",
    summary="“Performs related duties as required.” does not close the list of duties.",
    details=(
        "A duty that speaks of related duties is expected, and as the last one. Where duties stand under labels, each"
        " label may have its own; only what follows the last one is told. That there is none at all is info: lists end"
        " without it in older specifications. Duties in paragraphs are left alone."
    ),
    reason=(
        "The examples of duties are examples. The closing duty says so: without it, work that is not listed can be"
        " disputed. It closes nearly every list of the state's specifications."
    ),
    example="Performs related duties as required;",
    mended="Performs related duties as required.",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Where the closing duty stands among the duties."""
    duties = [duty for duties in own_duties(subject) for duty in duties]
    if not duties:
        return
    closing = [number for number, passage in enumerate(duties) if closes(passage.value.text)]
    if not closing:
        section = duties[-1].section
        heading = subject.heading(section)
        if heading is not None:
            yield heading.problem(
                f"“{heading.text}”: no duty closes the list; end it with “Performs related duties as required.”.",
                severity="info",
            )
        return
    last = closing[-1]
    labelled = len({passage.section for passage in duties}) > 1 or any(
        passage.block == "label" for passage in subject.passages_of("duties")
    )
    if last < len(duties) - 1 and not labelled:
        text = duties[last].value
        yield text.problem(f"“{text.text}”: this duty closes the list; move it to the end.")
