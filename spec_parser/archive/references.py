"""references.ndjson: what the specifications of an archive name, and which of its classes a title is.

Read from the revisions that were written, twice from front to back: first their titles, of which memory holds one
copy of each, then one revision after the other.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypedDict

import msgspec
from msgspec import Raw, Struct

from spec_parser.archive.model import Predecessor
from spec_parser.archive.outputs import RECORDS, Lines
from spec_parser.profiles.profile import Profile
from spec_parser.references import Reference, ReferenceReader, Resolution, Title, Titles

REFERENCES = "references.ndjson"


class _Class(Struct, frozen=True):
    title: str | None


class _Replaced(Struct, frozen=True):
    title: str | None
    retitled: bool | None


class _Titled(Struct, frozen=True):
    job_class: _Class
    cancellation: _Replaced | None


class _TitledRevision(Struct, frozen=True):
    """What titles are taken from."""

    code: str | None
    is_latest: bool
    record: _Titled


class _Record(TypedDict):
    """What of a record references are looked for in; `provenance` stays as it is written until it is asked for."""

    job_class: dict[str, Any]
    bargaining_unit: dict[str, Any] | None
    duties: list[dict[str, Any]]
    knowledge_skill_ability: list[dict[str, Any]]
    minimum_qualifications: dict[str, Any]
    special_requirements: list[str]
    cancellation: dict[str, Any] | None
    sections: list[dict[str, Any]]
    provenance: dict[str, Raw]


class _Revision(Struct, frozen=True):
    key: str
    code: str | None
    predecessor: Predecessor | None
    record: _Record


_titled = msgspec.json.Decoder(_TitledRevision).decode
_revision = msgspec.json.Decoder(_Revision).decode
_provenance = msgspec.json.Decoder(dict[str, Any]).decode


class _Provenance(dict[str, Raw]):
    """The provenance of a record, of which each value is read when it is asked for."""

    def get(self, pointer: str, _: Any = None) -> Any:
        found = super().get(pointer)
        return None if found is None else _provenance(found)


def write_references(out: Path, profile: Profile) -> None:
    """Write references.ndjson: one line a mention, in the order of the revisions and of their texts.

    Args:
        out: the folder of the archive, its records.ndjson written.
        profile: what its records were read with.
    """
    titles = Titles(_titles(out / RECORDS))
    reader = ReferenceReader(profile, titles)
    with Lines(out / REFERENCES) as lines, (out / RECORDS).open("rb") as file:
        for line in file:
            revision = _revision(line)
            record: Mapping[str, Any] = {**revision.record, "provenance": _Provenance(revision.record["provenance"])}
            for reference in reader.read(record):
                lines.add(_named(revision, reference, titles))


def _titles(path: Path) -> Iterator[Title]:
    """The titles of all revisions, and those that cancellation clauses say were replaced."""
    with path.open("rb") as file:
        for line in file:
            revision = _titled(line)
            if revision.code is None:
                continue
            title, clause = revision.record.job_class.title, revision.record.cancellation
            if title is not None:
                yield Title(revision.code, title, current=revision.is_latest)
            if clause is not None and clause.retitled and clause.title is not None:
                yield Title(revision.code, clause.title, current=False)


def _named(revision: _Revision, reference: Reference, titles: Titles) -> dict[str, Any]:
    """A reference with the class that it names; a clause's own evidence, its date, counts before the title."""
    found = titles.resolve(reference.text) if reference.kind == "class" else None
    known = revision.predecessor
    if reference.relation == "replaces" and known is not None and known.code is not None:
        found = Resolution("exact", (known.code,))
    return {
        "key": revision.key,
        "code": revision.code,
        **msgspec.structs.asdict(reference),
        "certainty": None if found is None else found.certainty,
        "codes": () if found is None else found.codes,
    }
