"""NUM007: more or fewer years for a degree than it stands for."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from spec_parser.model import Severity
from spec_parser.profiles.conventions import Degree
from spec_parser.rules.num.quantities import numbered
from spec_parser.rules.num.words import capitalized_like, in_figures, paired
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="NUM007",
    name="degree-years",
    severity="warning",
    summary="More years are allowed for a degree than it stands for, or fewer.",
    details=(
        "Years with the degree right behind them: `to a maximum of four (4) years for a Bachelor's degree`. The profile"
        " says what degrees stand for: a Bachelor's for four years, an Associate's for two. More years are a warning;"
        " fewer are a remark, as a cap may be lower on purpose. What a degree may be substituted for (`A Master's"
        " degree may be substituted for one (1) additional year`) is each specification's own and left alone."
    ),
    reason=(
        "At thirty semester hours a year a Bachelor's degree makes four years and an Associate's two. The cap of the"
        " sentence on college training is the degree's years on the published pages."
    ),
    example="to a maximum of five (5) years for a Bachelor's degree",
    mended="to a maximum of four (4) years for a Bachelor's degree",
    fix="unsafe",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Years that a degree follows which stands for others."""
    for study in subject.profile.conventions.study:
        degrees = [(degree, _behind(degree)) for degree in study.degrees]
        for passage, quantities in numbered(subject):
            text = passage.value.text
            for year in quantities:
                if year.unit != study.year:
                    continue
                for degree, pattern in degrees:
                    found, right = pattern.match(text, year.unit_end), Fraction(degree.years)
                    if found is None or year.value == right:
                        continue
                    unit = study.year.one if right <= 1 else study.year.many
                    words = paired(right)
                    told = words or in_figures(right)
                    mend = None if words is None else f"{capitalized_like(words, text[year.start :])} {unit}"
                    printed = text[year.start : year.unit_end]
                    message = f"“{printed}” for {found['degree']} degree, which stands for {told} {unit}."
                    grade: Severity | None = "info" if year.value < right else None
                    yield passage.value.problem(message, year.start, year.unit_end, mend=mend, severity=grade)


@lru_cache(maxsize=64)
def _behind(degree: Degree) -> re.Pattern[str]:
    """`for a Bachelor's degree`, with any kind of apostrophe."""
    name = re.escape(degree.name).replace("'", "['’]")
    return re.compile(rf"\s(?:of experience )?for (?P<degree>an? {name}) degree\b", re.IGNORECASE)
