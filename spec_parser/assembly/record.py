"""A record that was put together, before its coverage is counted."""

from typing import Any, NamedTuple

from msgspec import to_builtins

from spec_parser.model import Content, Coverage, Finding, PlainProvenance, Source


class Record(NamedTuple):
    """What `JobClass` has, but for the coverage; provenance, which is most of a record, in plain types."""

    content: Content
    source: Source
    provenance: dict[str, PlainProvenance]
    findings: tuple[Finding, ...]

    def plain(self, coverage: Coverage, lost: tuple[Finding, ...] = ()) -> dict[str, Any]:
        """The finished record as plain types, in the order of `JobClass`: what is validated, and printed.

        Args:
            coverage: as it was counted.
            lost: findings on what the count has brought to light.
        """
        plain: dict[str, Any] = to_builtins(self.content)
        plain["source"] = to_builtins(self.source)
        plain["provenance"] = self.provenance
        plain["coverage"] = to_builtins(coverage)
        plain["findings"] = to_builtins(self.findings + lost)
        return plain
