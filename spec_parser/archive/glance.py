"""What an archive asks of a record that lies in a shard, read from its line without the rest."""

import msgspec
from msgspec import Raw, Struct

from spec_parser.model import Coverage, Finding, Identity, Pay, SalaryGroup, Source


class SectionKind(Struct, frozen=True):
    """A section, of which only its kind is of interest."""

    kind: str


class Glance(Struct, frozen=True):
    """Parts of a `JobClass`, by the same names. The largest, its provenance, is passed over."""

    job_class: Identity
    pay: Pay | None
    salary_group: SalaryGroup | None
    sections: tuple[SectionKind, ...]
    source: Source
    coverage: Coverage
    findings: tuple[Finding, ...]


glance = msgspec.json.Decoder(Glance).decode
_fields = msgspec.json.Decoder(dict[str, Raw]).decode
_encode = msgspec.json.encode


def with_source(line: bytes, source: Source) -> Raw:
    """A record's line with another source, and every other byte as it was."""
    return Raw(_encode({**_fields(line), "source": source}))
