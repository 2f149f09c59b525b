"""LAD001: a level above one that does not exist."""

from collections.abc import Iterator

from spec_parser.rules.archive import plain_title
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="LAD001",
    name="missing-level",
    severity="warning",
    summary="The archive has no class on the level below this one.",
    details=(
        "A class with a level above 1 wants a class of the same series one level below it. Only with `--archive`; a"
        " series of which the archive has no other class is left alone, as the archive may be a part of the plan."
    ),
    reason=(
        "The levels of a series are the rungs on which employees are promoted: qualifications of one level are told by"
        " experience on the one below. A missing rung is a title or code mistyped, or a class cancelled by mistake."
    ),
    example="Lighthouse Program Coordinator 4 (4314AR)",
    mended="Lighthouse Program Coordinator 3 (4313AR)",
    archive=True,
)


def check(subject: Subject) -> Iterator[Problem]:
    """The title of a class on a level that hangs in the air."""
    identity = subject.content.job_class
    title, level = subject.value("/job_class/title"), identity.level
    if title is None or level is None or level == 1 or identity.series is None or subject.archive is None:
        return
    others = [one for one in subject.archive.series.get(plain_title(identity.series), ()) if one.code != identity.code]
    levels = sorted({one.level for one in others if one.level is not None})
    if levels and level - 1 not in levels:
        known = ", ".join(map(str, levels))
        yield title.problem(
            f"“{title.text}”: there is no {identity.series} {level - 1}; the archive has level {known}."
        )
