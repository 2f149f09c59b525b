"""NUM006: study that is counted as experience at another rate."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from spec_parser.rules.num.quantities import Counted, numbered
from spec_parser.rules.num.words import capitalized_like, in_figures, paired
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="NUM006",
    name="study-rate",
    severity="error",
    summary="So many semester hours are set equal to another number of years than they make.",
    details=(
        "A number of semester hours and the number of years right behind it, in one clause: `fifteen (15) semester"
        " hours equalling one-half (1/2) year`. The rate is the profile's: 30 semester hours are a year. The mend"
        " writes the years that the hours make."
    ),
    reason=(
        "Thirty semester hours are a year of full-time study, so that fifteen make half a year, sixty two years (an"
        " Associate's degree) and a hundred and twenty four years (a Bachelor's). The sentence stands in most"
        " specifications; another rate gives some applicants years that others do not get."
    ),
    example="fifteen (15) semester hours equalling one (1) year of experience",
    mended="fifteen (15) semester hours equalling one-half (1/2) year of experience",
    fix="unsafe",
)
_NEAR = 40
_BREAKS = (";", ". ", ":", "(")


def check(subject: Subject) -> Iterator[Problem]:
    """Credits and years that are set equal and are not."""
    for study in subject.profile.conventions.study:
        for passage, quantities in numbered(subject):
            text = passage.value.text
            for credit, year in pairwise(quantities):
                if credit.unit != study.credit or year.unit != study.year or not _are_joined(text, credit, year):
                    continue
                right = credit.value / Fraction(study.credits_in_year)
                if right == year.value:
                    continue
                printed = text[credit.start : year.unit_end]
                words = paired(right)
                unit = study.year.one if right <= 1 else study.year.many
                mend = None
                told = f"{in_figures(right)} {unit}"
                if words is not None:
                    told = f"{words} {unit}"
                    mend = text[credit.start : year.start] + f"{capitalized_like(words, text[year.start :])} {unit}"
                message = f"“{printed}”: {in_figures(credit.value)} {credit.unit.many} make {told}."
                yield passage.value.problem(message, credit.start, year.unit_end, mend=mend)


def _are_joined(text: str, credit: Counted, year: Counted) -> bool:
    """Whether nothing but a few words stands between credits and years."""
    between = text[credit.unit_end : year.start]
    return len(between) <= _NEAR and not any(mark in between for mark in _BREAKS)
