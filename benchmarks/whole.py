"""From bytes to validated JSON bytes of one specification, against a floor and stage by stage."""

import json
import re
import time
from collections.abc import Iterator
from itertools import count

import msgspec
from jsonschema import Draft202012Validator

from benchmarks.measuring import Case, interleaved, times
from benchmarks.specimens import Names, reworded
from benchmarks.table import table
from spec_parser.assembly import assemble
from spec_parser.coverage import coverage, paint
from spec_parser.fields.readers import FieldReaders
from spec_parser.garbage import seldom_collected
from spec_parser.model import JobClass
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load
from spec_parser.readers import read
from spec_parser.structure import Structure, Vocabulary
from spec_parser.structure.classifier import classify
from spec_parser.structure.lines import logical_lines
from spec_parser.structure.nesting import nest
from spec_parser.structure.regrouping import regroup
from spec_parser.structure.runs import split_runs
from spec_parser.structure.tree import sections
from spec_parser.validation import schema_text, validator

# The least that reading a text line by line can cost: whether each has a mark, and its words.
_LINE = re.compile(r"(?m)^[ \t]*(?P<mark>[•*-])?[ \t]*(?P<words>.*)$")


_AIMS = {"warm: every field read before": "15", "cold: every field new": "30"}


def floor(data: bytes) -> int:
    """Decode, and one pass of one pattern over the lines; gives their number."""
    lines = 0
    for line in _LINE.finditer(data.decode()):
        line.groups()
        lines += 1
    return lines


def names_in(record: JobClass) -> Names:
    """What the specification calls things."""
    group = record.salary_group.text if record.salary_group else None
    named = [
        record.job_class.series,
        *(field.name for field in (record.occupational_group, record.bargaining_unit, record.eeo_category) if field),
        record.cancellation.title if record.cancellation else None,
    ]
    return Names(record.job_class.code or "0000", group or "\0", tuple(name for name in named if name))


def report(data: bytes) -> str:
    """Both tables."""
    with seldom_collected():  # as commands and conversions do
        stages = _stages(data)
    return f"{_totals(data)}\n\n{stages}"


def _totals(data: bytes) -> str:
    parser = Parser(load())
    text, known = data.decode(), names_in(parser.parse(data).records[0])
    seeds = count()
    unread = b""

    def new_words() -> None:
        nonlocal unread
        unread = reworded(text, known, next(seeds)).encode()

    least = Case("floor", lambda: floor(data))
    warm = Case("warm: every field read before", lambda: parser.parse(data).to_json())
    cold = Case("cold: every field new", lambda: parser.parse(unread).to_json(), new_words)
    # Each by itself against the floor: one that has just run pushes what the other needs out of the processor's memory.
    with seldom_collected():
        found = [interleaved([least, case], rounds=200) for case in (warm, cold)]
    often = Case("warm, garbage looked for as Python does", warm.run)
    found += [interleaved([least, often], rounds=200), interleaved([least, _validating(data)], rounds=10)]
    rows = [
        (
            case,
            *(f"{taken.least * 1e6:.0f}", f"{taken.median * 1e6:.0f}"),
            *(f"{taken.least / one['floor'].least:.1f}", f"{taken.median / one['floor'].median:.1f}"),
            _AIMS.get(case, ""),
        )
        for one in found
        for case, taken in one.items()
    ]
    heading = f"Bytes to validated JSON bytes, {len(data):,} bytes, each against the floor measured with it"
    return table(heading, ("", "min µs", "median µs", "min ratio", "median ratio", "aim"), rows)


def _validating(data: bytes) -> Case:
    """What people validate with, on the finished record."""
    plain = json.loads(Parser(load()).parse(data).to_json())
    reference = Draft202012Validator(json.loads(schema_text()))
    return Case("jsonschema alone", lambda: reference.validate(plain))


def _stages(data: bytes) -> str:
    walk = _Walk()
    taken: dict[str, list[float]] = {}
    for _ in range(100):
        before = time.process_time()
        for stage in walk.stages(data):
            now = time.process_time()
            taken.setdefault(stage, []).append(now - before)
            before = time.process_time()
    found = {stage: times(seconds) for stage, seconds in taken.items()}
    whole = sum(stage.median for stage in found.values())
    rows = [
        (name, f"{stage.least * 1e6:.0f}", f"{stage.median * 1e6:.0f}", f"{stage.median / whole:.0%}")
        for name, stage in found.items()
    ]
    return table("Where the time goes, warm", ("", "min µs", "median µs", "share"), rows)


class _Walk:
    """The way of the pipeline, one stage at a time."""

    def __init__(self) -> None:
        self._profile = load()
        self._vocabulary = Vocabulary(self._profile)
        self._readers = FieldReaders(self._profile)
        self._encoder = msgspec.json.Encoder()

    def stages(self, data: bytes) -> Iterator[str]:
        """Does a stage, then gives its name."""
        document = read(data)
        yield "read"
        lines, bars = logical_lines(document, self._vocabulary)
        yield "lines"
        classified = classify(document, lines)
        split_runs(document, classified.parts)
        stems = regroup(classified.parts, self._vocabulary)
        nested = nest([line for part in classified.parts for line in part.lines])
        yield "classify, nest"
        tree = sections(nested.tokens)
        yield "document grammar"
        found = Structure(tree, bars, classified.furniture, classified.assumed_labels, stems, nested.clamped)
        draft = assemble(document, found, self._profile, self._readers)
        yield "assemble"
        record = draft.records[0]
        painting = paint(document, record.content.sections, record.provenance, draft.furniture, draft.bars)
        counted = coverage(painting.kinds)
        yield "coverage"
        plain = record.plain(counted)
        yield "plain types"
        validator().is_valid(plain)
        yield "validate"
        self._encoder.encode(plain)
        yield "encode"
