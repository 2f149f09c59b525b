"""NUM001: a number whose word and numeral differ."""

from collections.abc import Iterator

from spec_parser.rules.num.words import capitalized_like, figure_value, in_figures, paired, value_of
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="NUM001",
    name="word-numeral",
    severity="error",
    summary="A number in words and the numeral after it are two different numbers.",
    details=(
        "In any section: `Nine (8)`, `one-half (1/4)`, `two (3) levels`. There is no mend, as nobody but the writer"
        " knows which of the two is meant."
    ),
    reason=(
        "Word and numeral stand side by side so that one guards the other. Where they differ, an applicant with"
        " eight years of experience is qualified by one and turned away by the other."
    ),
    example="Nine (8) years of experience",
    mended="Nine (9) years of experience",
    supersedes=("number-disagrees",),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Numbers in the text of any section that do not agree with themselves."""
    for passage in subject.numeric:
        text = passage.value.text
        if "(" not in text:
            continue
        for problem in subject.readers.quantities(text).problems:
            if problem.code == "number-disagrees":
                printed = text[slice(*problem.stretch)]
                yield passage.value.problem(f"“{printed}”: {_told(printed)}", *problem.stretch)


def _told(printed: str) -> str:
    """What is wrong with a number such as `Nine (8)`, and what to write."""
    words, _, numeral = printed.partition("(")
    value = value_of(words)
    by_word = None if value is None else paired(value)
    figures = numeral.rstrip(")").strip()
    number = figure_value(figures)
    by_figure = None if number is None else paired(number)
    if value is None or by_word is None or by_figure is None:
        return "the word is one number and the numeral another; find out which is meant."
    meant = " or ".join(f"“{capitalized_like(one, words)}”" for one in (by_word, by_figure))
    return f"the word is {in_figures(value)}, the numeral {figures}; write {meant}."
