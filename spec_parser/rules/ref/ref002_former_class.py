"""REF002: a class is named that was cancelled, or has another title now."""

from collections.abc import Iterator

from spec_parser.rules.archive import Archive
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Subject

RULE = Rule(
    code="REF002",
    name="former-class",
    severity="warning",
    summary="Another class is named that was cancelled, or by a title that it had before.",
    details=(
        "Only with `--archive`. A class is cancelled where the cancellation clause of another class replaces its last"
        " revision. Former titles are those of earlier revisions and those that cancellation clauses name. A title that"
        " a class has now counts before one that a class had; the cancellation clause itself is left alone."
    ),
    reason=(
        "Other specifications are not revised when a class is retitled or cancelled: what they say of it is found out"
        " of date when an applicant is measured against it."
    ),
    example="interpreted at the level of a Lamp Inspector",
    mended="interpreted at the level of a Lighthouse Inspector",
    fix="unsafe",
    archive=True,
)


def check(subject: Subject) -> Iterator[Problem]:
    """Mentions of classes that are gone or called otherwise."""
    archive = subject.archive
    for one in subject.classes_named:
        value = subject.value(one.pointer)
        if archive is None or value is None:
            continue
        certainty, codes = archive.known_titles.resolve(one.text)
        if certainty in ("unresolved", "ambiguous"):
            continue
        known = archive.codes.get(codes[0])
        if known is None:
            continue
        if known.is_cancelled:
            message = f"“{one.text}”: this class was cancelled{_successors(known.replaced_by, archive)}."
            yield value.problem(message, one.start, one.end)
        elif certainty == "retitled" and known.title is not None:
            mend = known.title if one.name == one.text else None
            yield value.problem(
                f"“{one.text}”: this class is now called “{known.title}”.", one.start, one.end, mend=mend
            )


def _successors(keys: tuple[str, ...], archive: Archive) -> str:
    titles = [one.title for one in archive.revisions if one.key in keys and one.title]
    return f"; {' and '.join(titles)} took its place" if titles else ""
