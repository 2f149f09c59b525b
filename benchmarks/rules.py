"""All rules together, against reading what they judge; `python -m benchmarks.rules` adds each rule by itself."""

import sys
from functools import partial
from pathlib import Path

from benchmarks.measuring import Case, interleaved
from benchmarks.specimens import largest
from benchmarks.table import against
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load
from spec_parser.rules import catalogue
from spec_parser.rules.checking import Settings, check
from spec_parser.rules.subject import Subject

_READING = "reading, bytes to validated record"


def report(data: bytes) -> str:
    """A table of one specification, read and judged again and again."""
    profile = load()
    parser = Parser(profile)
    parsed = parser.parse(data)
    every = f"all {len(catalogue.entries())} rules"
    found = interleaved(
        [
            Case(_READING, lambda: parser.parse(data)),
            Case(every, partial(check, parsed, profile, Settings())),
            Case("no rule", partial(check, parsed, profile, Settings(codes=frozenset()))),
        ],
        rounds=200,
    )
    return against("Rules", found, _READING, "ms", {every: "less than 1"})


def each(data: bytes) -> str:
    """What each rule takes of a record whose passages are known, in microseconds, the slowest first."""
    profile = load()
    parsed = Parser(profile).parse(data)
    subject = Subject(parsed, 0, profile)
    rules = [catalogue.load(code) for code in catalogue.entries()]
    cases = [Case(one.rule.code, partial(_judge, one, subject)) for one in rules if not one.rule.archive]
    taken = sorted(((times.least * 1e6, code) for code, times in interleaved(cases, rounds=100).items()), reverse=True)
    return "\n".join(f"{code:8} {least:6.0f} µs" for least, code in taken)


def _judge(one: catalogue.Loaded, subject: Subject) -> None:
    for _ in one.check(subject):
        pass


if __name__ == "__main__":
    specimen = Path(sys.argv[1]) if len(sys.argv) > 1 else largest()
    print(report(specimen.read_bytes()), each(specimen.read_bytes()), sep="\n\n")
