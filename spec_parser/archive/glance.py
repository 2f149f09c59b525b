"""What an archive asks of a record, kept beside it in its shard: most records are copied, and never read again."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Raw, Struct

from spec_parser.model import Coverage, Finding, Identity, Pay, SalaryGroup, Source

# What of a `JobClass` is kept as it is.
_WHOLE = ("job_class", "pay", "salary_group", "source", "coverage", "findings")


class Glance(Struct, frozen=True):
    """Parts of a `JobClass`, by the same names.

    Attributes:
        duties: only their texts.
        sections: only their kinds.
    """

    job_class: Identity
    pay: Pay | None
    salary_group: SalaryGroup | None
    duties: tuple[str, ...]
    sections: tuple[str, ...]
    source: Source
    coverage: Coverage
    findings: tuple[Finding, ...]


_encode = msgspec.json.Encoder().encode
glance = msgspec.json.Decoder(Glance).decode
fields = msgspec.json.Decoder(dict[str, Raw]).decode


def glanced(record: Mapping[str, Any]) -> bytes:
    """What is kept of a record, as plain types: JSON that `glance` reads, on one line."""
    kept = {name: record[name] for name in _WHOLE}
    kept["duties"] = [duty["text"] for duty in record["duties"]]
    kept["sections"] = [section["kind"] for section in record["sections"]]
    return _encode(kept)


def with_source(line: bytes, before: Source, source: Source) -> Raw:
    """A record's JSON with another source in the place of the one that it has.

    Within a text of the record quotation marks are escaped: its source, name and all, stands there once.
    """
    name = b',"source":'
    old, new = name + _encode(before), name + _encode(source)
    start = line.index(old)
    return Raw(b"".join((line[:start], new, line[start + len(old) :])))
