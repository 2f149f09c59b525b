"""DUT001: a duty that does not open with a verb in the third person."""

import re
from collections.abc import Iterator, Sequence

from spec_parser.rules.dut.verbs import third_person
from spec_parser.rules.hdr.strays import own_duties
from spec_parser.rules.problem import Problem, quoted
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Passage, Subject

RULE = Rule(
    code="DUT001",
    name="verb-first",
    severity="warning",
    summary="A duty does not open with a verb in the third person.",
    details=(
        "A duty that opens with another form of a verb that duties open with (`Direct staff`, `Directing staff`) among"
        " others that open as they should. What opens with no verb at all is info: the profile's list of verbs is"
        " long, but not complete. Labels, `May …`, an adverb, any word that ends with *s*, what opens with a small"
        " letter, and the items under another item are left alone; so are lists of which most items are worded"
        " otherwise."
    ),
    reason=(
        "Each duty completes “The employee …”: Directs staff, May represent the agency. One that does not reads as a"
        " heading or as a command, and is lost to every search of what employees do."
    ),
    example="Direct staff and operations of assigned programs;",
    mended="Directs staff and operations of assigned programs;",
    fix="unsafe",
)
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?(?![\w'’/-])")


def check(subject: Subject) -> Iterator[Problem]:
    """Duties that open otherwise than those around them."""
    for items in own_duties(subject):
        first = [item for item in items if item.level == 1 and not item.value.text.rstrip().endswith(":")]
        others = [item for item in first if subject.readers.duty_verb(item.value.text).value is None]
        if 2 * len(others) < len(first):
            yield from _odd(subject, others)


def _odd(subject: Subject, items: Sequence[Passage]) -> Iterator[Problem]:
    verbs = subject.profile.duty_verbs
    for item in items:
        text = item.value.text
        word = _WORD.match(text)
        if word is None or word[0][0].islower() or re.match(verbs.openers, text):
            continue
        mend = third_person(word[0], verbs.words)
        if mend is not None:
            yield item.value.problem(
                f"“{word[0]}”: a duty says what the employee does; write “{mend}”.", *word.span(), mend=mend
            )
        elif not word[0].endswith(("s", "ly", "S", "LY")):
            message = (
                f"{quoted(text)}: opens with no verb; begin with what the employee does: “Prepares …”, “Reviews …”."
            )
            yield item.value.problem(message, severity="info")
