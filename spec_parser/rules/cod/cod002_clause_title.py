"""COD002: the title in the cancellation clause against the specification's own."""

import re
from collections.abc import Iterator

from spec_parser.rules.archive import plain_title
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject
from spec_parser.structure.near import distance

RULE = Rule(
    code="COD002",
    name="clause-title",
    severity="warning",
    summary="The cancellation clause replaces another title without saying so, or says so and names the same title.",
    details=(
        "`This replaces the existing specification for the class of` names the title of this specification; `the"
        " existing title and specification` names the title that it had before. Capitals, kinds of apostrophe and"
        " dash, and what stands in parentheses are not compared. A title that is a letter or two from its own is"
        " mended. Pages of several classes are left alone."
    ),
    reason=(
        "The clause is what puts the earlier specification out of force. If it names another class, that class has"
        " lost its specification, and this one has two."
    ),
    example="specification for the class of Lighthouse Program Manager in Salary Group",
    mended="specification for the class of Lighthouse Program Coordinator 2 in Salary Group",
    fix="unsafe",
)
_LETTERS = 2
_PARENTHESES = re.compile(r"\([^()]*\)")


def check(subject: Subject) -> Iterator[Problem]:
    """The clause's title, if it does not fit what the clause says of it."""
    title, clause = subject.content.job_class.title, subject.content.cancellation
    printed = subject.printed("/cancellation/title")
    if title is None or clause is None or printed is None or clause.title is None or len(subject.parsed.plain) > 1:
        return
    same = _bare(clause.title) == _bare(title)
    if same and clause.retitled:
        yield printed.problem(
            f"“{printed.text}” is the title of this specification, but the clause says that the title is replaced:"
            " name the earlier title, or leave out “title and”."
        )
    elif not same and clause.retitled is False:
        own = " ".join(_PARENTHESES.sub(" ", title).split())
        is_near = distance(_bare(clause.title), _bare(title), _LETTERS) <= _LETTERS
        yield printed.problem(
            f"“{printed.text}” in the clause: this specification is of {own}. Name this title, or write that the"
            " “title and specification” are replaced.",
            mend=own if is_near else None,
        )


def _bare(title: str) -> str:
    return plain_title(_PARENTHESES.sub(" ", title))
