"""References: what a class specification names outside itself, found in its finished record.

They are no part of the record: which class a title names only the whole archive can tell.

    from spec_parser.references import references

    for reference in references(record):
        print(reference.kind, reference.pointer, reference.text, reference.name)
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from spec_parser.model import JobClass
from spec_parser.profiles.loading import load
from spec_parser.references.candidates import CandidateFinder, Candidates
from spec_parser.references.model import NamedCertainty, Reference, Resolution
from spec_parser.references.reader import ReferenceReader
from spec_parser.references.titles import Title, Titles

__all__ = [
    "CandidateFinder",
    "Candidates",
    "NamedCertainty",
    "Reference",
    "ReferenceReader",
    "Resolution",
    "Title",
    "Titles",
    "references",
]


def references(record: JobClass | Mapping[str, Any], *, profile: str | Path | None = None) -> tuple[Reference, ...]:
    """All references of one record, without an archive.

    Args:
        record: as `parse` gives it, or its plain JSON types.
        profile: a jurisdiction's name, or the path of a profile; the record's own by default.

    Raises:
        ProfileError: there is no such profile.
    """
    plain = record.to_dict() if isinstance(record, JobClass) else record
    return _reader(profile or plain["jurisdiction"]).read(plain)


@lru_cache(maxsize=8)
def _reader(profile: str | Path) -> ReferenceReader:
    return ReferenceReader(load(profile))
