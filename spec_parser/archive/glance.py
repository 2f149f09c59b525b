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
        source_at: the byte of the record's JSON at which its source stands.
    """

    job_class: Identity
    pay: Pay | None
    salary_group: SalaryGroup | None
    duties: tuple[str, ...]
    sections: tuple[str, ...]
    source: Source
    source_at: int
    coverage: Coverage
    findings: tuple[Finding, ...]


_encode = msgspec.json.Encoder().encode
glance = msgspec.json.Decoder(Glance).decode
fields = msgspec.json.Decoder(dict[str, Raw]).decode


def glanced(record: Mapping[str, Any], line: bytes) -> bytes:
    """What is kept of a record: JSON that `glance` reads, on one line.

    Args:
        record: as plain types.
        line: as JSON. Within a text quotation marks are escaped there: the record's source stands in it once.
    """
    kept = {name: record[name] for name in _WHOLE}
    kept["duties"] = [duty["text"] for duty in record["duties"]]
    kept["sections"] = [section["kind"] for section in record["sections"]]
    name = b',"source":'
    kept["source_at"] = line.index(name + _encode(record["source"])) + len(name)
    return _encode(kept)


def with_source(line: memoryview, known: Glance, source: Source) -> tuple[memoryview, bytes, memoryview]:
    """A record's JSON with another source, in pieces: records can be large, and are not copied."""
    end = known.source_at + len(_encode(known.source))
    return line[: known.source_at], _encode(source), line[end:]
