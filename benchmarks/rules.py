"""All rules together, against reading the specification that they judge."""

from benchmarks.measuring import Case, interleaved
from benchmarks.table import against
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load
from spec_parser.rules.catalogue import entries
from spec_parser.rules.checking import Settings, check

_READING = "reading, bytes to validated record"


def report(data: bytes) -> str:
    """A table of one specification, read and judged again and again."""
    profile = load()
    parser = Parser(profile)
    parsed = parser.parse(data)
    settings = Settings()
    found = interleaved(
        [
            Case(_READING, lambda: parser.parse(data)),
            Case(f"all {len(entries())} rules", lambda: check(parsed, profile, settings)),
            Case("no rule", lambda: check(parsed, profile, Settings(codes=frozenset()))),
        ],
        rounds=200,
    )
    return against("Rules", found, _READING, "ms", {f"all {len(entries())} rules": "less than 1"})
