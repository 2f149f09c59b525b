"""REF003: the number of levels is not that of the classes there are."""

import re
from collections.abc import Iterator

from spec_parser.rules.archive import plain_title
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="REF003",
    name="level-count",
    severity="warning",
    summary="The specification counts other levels than the series has.",
    details=(
        "“Two (2) levels” in the guidelines for the use of the class, where the text speaks of its own series or of"
        " these classes, against the levels of the series in the archive and the class's own. Only with `--archive`;"
        " more levels than the archive has are info, as it may be a part of the plan. Classes that were cancelled do"
        " not count. Where word and numeral disagree, NUM001 says so."
    ),
    reason=(
        "When a level is added to a series or taken away, the guidelines of every class of the series must be revised."
        " The one that is forgotten contradicts the others."
    ),
    example="structured into four (4) levels",
    mended="structured into two (2) levels",
    archive=True,
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LEVELS = re.compile(rf"(?i)\b(?:(?P<word>{'|'.join(_WORDS)}) )?(?:\((?P<figure>[1-9])\) |(?P<bare>[1-9]) )?levels\b")
_THESE = re.compile(r"(?i)\b(?:these|this) (?:job )?class(?:es)?\b|\b(?:this|the) series\b")


def check(subject: Subject) -> Iterator[Problem]:
    """Counts of levels in the guidelines that differ from the archive's."""
    identity = subject.content.job_class
    if subject.archive is None or identity.series is None or identity.level is None:
        return
    series = plain_title(identity.series)
    known = [one.level for one in subject.archive.series.get(series, ()) if not one.is_cancelled]
    levels = sorted({identity.level, *[level for level in known if level is not None]})
    if len(levels) < 2:  # of the series nothing is known but this class
        return
    for passage in subject.passages_of("guidelines"):
        text = passage.value.text
        if series not in plain_title(text) and not _THESE.search(text):
            continue
        for found in _LEVELS.finditer(text):
            count = _count(found)
            if count is not None and count != len(levels):
                has = ", ".join(map(str, levels))
                yield passage.value.problem(
                    f"“{found[0]}”: the archive has {len(levels)} of {identity.series}: {has}.",
                    *found.span(),
                    severity="warning" if count < len(levels) else "info",
                )


def _count(found: re.Match[str]) -> int | None:
    """How many levels a text counts; None where it does not say, or word and numeral disagree."""
    word, figure = found["word"], found["figure"] or found["bare"]
    counts = {*([] if word is None else [_WORDS.index(word.lower()) + 1]), *([] if figure is None else [int(figure)])}
    return counts.pop() if len(counts) == 1 else None
