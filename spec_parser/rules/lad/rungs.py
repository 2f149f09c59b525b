"""The classes next to one in its series."""

from collections.abc import Iterator

from spec_parser.rules.archive import KnownClass, plain_title
from spec_parser.rules.subject import Subject


def neighbours(subject: Subject) -> Iterator[tuple[KnownClass, bool]]:
    """The classes on the nearest levels below and above, and whether they are above; cancelled ones are left out."""
    identity = subject.content.job_class
    if subject.archive is None or identity.series is None or identity.level is None:
        return
    known = subject.archive.series.get(plain_title(identity.series), ())
    others = [one for one in known if one.code != identity.code and one.level is not None and not one.is_cancelled]
    below = [one for one in others if (one.level or 0) < identity.level]
    above = [one for one in others if (one.level or 0) > identity.level]
    yield from [(one, False) for one in below[-1:]]
    yield from [(one, True) for one in above[:1]]
