"""What an archive asks of a record that lies in a shard, read from its line without the rest."""

import msgspec
from msgspec import Raw, Struct

from spec_parser.model import Coverage, Finding, Identity, Pay, SalaryGroup, Source


class SectionKind(Struct, frozen=True):
    """A section, of which only its kind is of interest."""

    kind: str


class DutyText(Struct, frozen=True):
    """A duty, of which only its text is of interest."""

    text: str


class Glance(Struct, frozen=True):
    """Parts of a `JobClass`, by the same names. The largest, its provenance, is passed over."""

    job_class: Identity
    pay: Pay | None
    salary_group: SalaryGroup | None
    duties: tuple[DutyText, ...]
    sections: tuple[SectionKind, ...]
    source: Source
    coverage: Coverage
    findings: tuple[Finding, ...]


glance = msgspec.json.Decoder(Glance).decode
fields = msgspec.json.Decoder(dict[str, Raw]).decode


def with_source(line: bytes, source: Source) -> dict[str, Raw]:
    """A record's fields with another source; every other field is a view of the line, and no copy."""
    return {**fields(line), "source": Raw(msgspec.json.encode(source))}
