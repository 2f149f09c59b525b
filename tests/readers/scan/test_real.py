"""The real specification's scan, and the same made worse: what must be exact, and how many characters are right."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
import yaml

import spec_parser
from spec_parser.limits import Limits
from spec_parser.model import JobClass
from tests.components import need
from tests.conftest import real_documents
from tests.readers.scan.degraded import degraded

FILES = ("4978AR.scan.pdf", "degraded")
# The share of characters that must be right.
RIGHT = {"4978AR.scan.pdf": 0.998, "degraded": 0.99}
FACTS = (
    "job_class",
    "pay",
    "salary_group",
    "designation",
    "occupational_group",
    "bargaining_unit",
    "eeo_category",
    "effective_date",
    "footer",
    "cancellation",
)
MISSES: dict[str, list[list[str]]] = yaml.safe_load((Path(__file__).parent / "misses.yaml").read_text(encoding="utf-8"))


class Difference(NamedTuple):
    """Words that stand between the same words, as printed and as read."""

    printed: tuple[str, ...]
    read: tuple[str, ...]


@cache
def _record(name: str) -> JobClass:
    folder = real_documents() / "ct"
    if name == "4978AR.txt":
        return spec_parser.parse(folder / name).records[0]
    need("tesseract")
    scan = (folder / "4978AR.scan.pdf").read_bytes()
    data = degraded(scan) if name == "degraded" else scan
    (record,) = spec_parser.parse(data, name=name, limits=Limits(seconds=60)).records
    return record


def _content(name: str) -> Any:
    return msgspec.json.decode(msgspec.json.encode(_record(name).content))


def _words(name: str) -> list[str]:
    """All words of the sections in order."""
    return [word for text in _texts(_content(name)["sections"]) for word in text.split()]


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        for name, one in part.items():
            if name not in ("kind", "type"):
                yield from _texts(one)


@cache
def _differences(name: str) -> tuple[Difference, ...]:
    printed, read = _words("4978AR.txt"), _words(name)
    codes = SequenceMatcher(None, printed, read, autojunk=False).get_opcodes()
    return tuple(
        Difference(tuple(printed[first:last]), tuple(read[begin:end]))
        for code, first, last, begin, end in codes
        if code != "equal"
    )


def _edits(one: str, other: str) -> int:
    """How many characters must be changed, left out or added (Levenshtein)."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        before, row = row, [place]
        for (diagonal, above), wanted in zip(pairwise(before), other, strict=True):
            row.append(min(above + 1, row[-1] + 1, diagonal + (letter != wanted)))
    return row[-1]


def _shape(name: str) -> list[Any]:
    return [
        (section["kind"], [(block["type"], [item["level"] for item in block["items"]]) for block in section["blocks"]])
        for section in _content(name)["sections"]
    ]


@pytest.mark.parametrize("name", FILES)
def test_codes_dates_amounts_and_coded_fields_are_exact(name: str) -> None:
    found, expected = _content(name), _content("4978AR.txt")
    assert {fact: found[fact] for fact in FACTS} == {fact: expected[fact] for fact in FACTS}


@pytest.mark.parametrize("name", FILES)
def test_sections_lists_and_levels_are_those_of_the_text(name: str) -> None:
    assert _shape(name) == _shape("4978AR.txt")
    assert len(_record(name).duties) == 18


@pytest.mark.parametrize("name", FILES)
def test_so_many_characters_are_right(name: str) -> None:
    wrong = sum(_edits(" ".join(one.printed), " ".join(one.read)) for one in _differences(name))
    assert 1 - wrong / len(" ".join(_words("4978AR.txt"))) >= RIGHT[name]


@pytest.mark.parametrize("name", FILES)
def test_every_wrong_word_has_a_finding_or_is_known(name: str) -> None:
    record = _record(name)
    told = " ".join(finding.message for finding in record.findings if finding.code.startswith("ocr-"))
    unknown = [
        [" ".join(one.printed), " ".join(one.read)]
        for one in _differences(name)
        if not one.read or not any(f'"{word}"' in told for word in one.read)
    ]
    assert unknown == MISSES[name]
