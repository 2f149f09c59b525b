"""REF001: a class is named that the archive does not have."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spec_parser.rules.archive import Archive, plain_title
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

if TYPE_CHECKING:
    from spec_parser.references import Reference

RULE = Rule(
    code="REF001",
    name="unknown-class",
    severity="warning",
    summary="Another class is named that the archive does not have.",
    details=(
        "Only with `--archive`. A warning where the archive has a class with nearly the same title, or the same series"
        " without that level. What looks like a title and is like none in the archive is info: it may be a"
        " class of another employer, and the archive may be a part of the plan. Titles are compared without capitals,"
        " qualifiers and plural endings; the cancellation clause is left alone."
    ),
    reason=(
        "Qualifications are measured at the level of other classes. If such a class does not exist, nobody's experience"
        " can be held against it."
    ),
    example="interpreted at the level of a Lighthouse Inspecter",
    mended="interpreted at the level of a Lighthouse Inspector",
    fix="unsafe",
    archive=True,
)
# Of the letters of two titles, those that agree: one or two differ in a title of usual length.
_NEARLY = 0.9


def check(subject: Subject) -> Iterator[Problem]:
    """Mentions of classes that are not in the archive."""
    archive = subject.archive
    for one in subject.classes_named:
        value = subject.value(one.pointer)
        if archive is None or value is None or archive.known_titles.resolve(one.text).certainty != "unresolved":
            continue
        meant = _nearest(one, archive)
        if meant is not None:
            mend = meant if one.name == one.text else None
            message = f"“{one.text}”: there is no such class; did you mean “{meant}”?"
            yield value.problem(message, one.start, one.end, mend=mend)
            continue
        levels = _levels(one, archive, subject.content.job_class.code)
        if levels:
            message = f"“{one.text}”: there is no such level; the archive has {', '.join(levels)}."
            yield value.problem(message, one.start, one.end)
        else:
            message = f"“{one.text}”: the archive has no such class; check its title."
            yield value.problem(message, one.start, one.end, severity="info")


def _nearest(one: "Reference", archive: Archive) -> str | None:
    """The title that is nearly the one that is named, of the same level if that has one."""
    from difflib import get_close_matches  # where an archive is asked

    from spec_parser.references.naming import named

    wanted, level = plain_title(one.name), named(one.name).level
    candidates = [title for title in archive.titles if title[:1] == wanted[:1] and named(title).level == level]
    found = get_close_matches(wanted, candidates, n=1, cutoff=_NEARLY)
    return archive.titles[found[0]][0].title if found else None


def _levels(one: "Reference", archive: Archive, own: str | None) -> list[str]:
    """The titles of the series that is named, where the archive has it with other levels than the class itself."""
    from spec_parser.references.naming import without_level  # where an archive is asked

    series = plain_title(without_level(one.name))
    found = [known for known in archive.series.get(series, ()) if known.title and not known.is_cancelled]
    return [known.title or "" for known in found] if any(known.code != own for known in found) else []
