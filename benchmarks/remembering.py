"""What a field reader saves by remembering: a text read before, against the same text read anew."""

from collections.abc import Callable
from functools import partial
from inspect import unwrap
from typing import Any

from benchmarks.measuring import Case, interleaved
from benchmarks.table import table
from spec_parser.fields.readers import FieldReaders
from spec_parser.model import JobClass
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load

# One call of a remembered text is too short for the clock.
_REPEATS = 100


def report(data: bytes) -> str:
    """A table of all readers whose field the specification has."""
    record = Parser(load()).parse(data).records[0]
    readers = vars(FieldReaders(load()))
    cases = []
    for name, text in _texts(record).items():
        reader: Callable[[str], Any] = readers[name]
        anew = unwrap(reader)
        if anew is reader:
            raise TypeError(f"{name} is no reader that remembers: there is nothing to compare")
        reader(text)
        anew(text)
        cases.append(Case(f"{name} anew", partial(anew, text)))
        cases.append(Case(name, partial(_repeat, reader, text)))
    found = interleaved(cases, rounds=200)
    rows = []
    for name in _texts(record):
        anew_times, hit = found[f"{name} anew"], found[name]
        rows.append(
            (
                name,
                f"{anew_times.least * 1e6:.1f}",
                f"{anew_times.median * 1e6:.1f}",
                f"{hit.median / _REPEATS * 1e6:.2f}",
                f"{anew_times.median / hit.median * _REPEATS:.0f}",
            )
        )
    columns = ("", "anew min µs", "anew median µs", "remembered µs", "ratio")
    return table("Field readers: read anew, against remembered", columns, rows)


def _repeat(reader: Callable[[str], Any], text: str) -> None:
    for _ in range(_REPEATS):
        reader(text)


def _texts(record: JobClass) -> dict[str, str]:
    """A text for each reader, as the specification has it."""
    fields: dict[str, Any] = {
        "pay": record.pay,
        "salary_group": record.salary_group,
        "designation": record.designation,
        "occupational_group": record.occupational_group,
        "bargaining_unit": record.bargaining_unit,
        "eeo_category": record.eeo_category,
        "cancellation": record.cancellation,
        "quantities": record.minimum_qualifications.general_experience,
    }
    texts = {name: field.text for name, field in fields.items() if field is not None}
    for section in record.sections:
        first = section.blocks[0].text if section.blocks else None
        if first and section.kind in ("effective_date", "footer", "acknowledgement"):
            texts[{"acknowledgement": "citations"}.get(section.kind, section.kind)] = first
    if record.job_class.title and record.job_class.code:
        texts["title"] = f"{record.job_class.title} ({record.job_class.code})"
    return texts
