"""Reads generated specifications back and counts what was read as their truth has it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import spec_parser
from spec_parser.generator import DAMAGES, Truth, generate
from spec_parser.model import Content, Finding, JobClass
from spec_parser.render import DIALECTS, Style, carried, forget, render_text

FIELDS = tuple(name for name in Content.__struct_fields__ if name not in ("schema_version", "jurisdiction"))


class Condition(NamedTuple):
    """What is read: a dialect, a kind of damage or none, and the seeds `first` to below `first + classes`."""

    dialect: str
    damage: str | None
    first: int
    classes: int


class Score(NamedTuple):
    """What came of it.

    Attributes:
        read: pages that are told to be class specifications; without headers some show too few signs of one.
        right: how many pages had that field read exactly; `all`: every field.
        told: misses that a finding speaks of.
        silent: misses that none does.
        silences: the seed and the field of each of those.
    """

    read: int
    right: Counter[str]
    told: int
    silent: int
    silences: tuple[tuple[int, str], ...]


def score(condition: Condition) -> Score:
    """Read every specification of a condition."""
    right = Counter[str]()
    read = told = 0
    silences: list[tuple[int, str]] = []
    for seed in range(condition.first, condition.first + condition.classes):
        truth = generate(seed)
        printed = render_text(truth.content, condition.dialect, style=Style.seeded(seed))
        page = printed if condition.damage is None else DAMAGES[condition.damage](printed, seed)
        record = _record(page)
        if record is None and DIALECTS[condition.dialect].headers == "none":
            continue
        read += 1
        expected, found = _plain(condition, truth, printed, record)
        missed = [field for field in FIELDS if expected[field] != found.get(field)]
        if missed and record is not None:
            clean = _record(printed)
            heard = [field for field in missed if _speaks(record, clean, field)]
            told += len(heard)
            silences += [(seed, field) for field in missed if field not in heard]
        elif missed:
            told += len(missed)  # a page that is refused is refused aloud
        _forget_destroyed(condition, (expected, found))
        right.update(_right(expected, found))
    return Score(read, right, told, len(silences), tuple(silences))


def _record(page: str) -> JobClass | None:
    """What was read, or None where the page is refused."""
    try:
        return spec_parser.parse(page).records[0]
    except spec_parser.SpecParserError:
        return None


def _plain(
    condition: Condition, truth: Truth, printed: str, record: JobClass | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the dialect carries of the truth, and what was read of that; no field where the page was refused."""
    expected = carried(truth.content, condition.dialect, truth.content, printed)
    if record is None:
        return expected, {}
    return expected, carried(record.content, condition.dialect, truth.content, printed)


def _forget_destroyed(condition: Condition, contents: Iterable[dict[str, Any]]) -> None:
    if condition.damage is not None:
        for plain in contents:
            forget(plain, DAMAGES[condition.damage].destroys)


def _right(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """The fields that were read exactly; `all` if everything was."""
    yield from (field for field in FIELDS if field in found and expected[field] == found[field])
    if expected == found:
        yield "all"


def _speaks(record: JobClass, clean: JobClass | None, field: str) -> bool:
    """Whether a finding that the undamaged page has not speaks of a field.

    It names the field, or stands on a line that the field was read from; of a field that was not read at all any
    finding speaks that warns.
    """
    pointers = [pointer for pointer in record.provenance if _under(pointer, field)]
    lines = {span.line for pointer in pointers for span in record.provenance[pointer].spans}
    return any(
        _under(finding.pointer or "", field)
        or any(span.line in lines for span in finding.spans)
        or (not pointers and finding.severity != "info")
        for finding in _new(record, clean)
    )


def _under(pointer: str, field: str) -> bool:
    return pointer == f"/{field}" or pointer.startswith(f"/{field}/")


def _new(record: JobClass, clean: JobClass | None) -> list[Finding]:
    """The findings that the undamaged page has not, told apart by code and message."""
    known = Counter((finding.code, finding.message) for finding in (clean.findings if clean is not None else ()))
    new = []
    for finding in record.findings:
        if known[finding.code, finding.message] > 0:
            known[finding.code, finding.message] -= 1
        else:
            new.append(finding)
    return new
