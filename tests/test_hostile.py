"""Input that means harm, or means nothing: each ends in a record, or in one clear line that says what is wrong."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import spec_parser
from benchmarks.shapes import SHAPES
from spec_parser import LimitError, NotASpecificationError, SpecParserError, UnreadableError
from tests.conftest import real_documents
from tests.properties.records import record_of

_NOVEL = """It was late in the year when Aurelia came down from the orchards, and the river had already taken the lower
road. "You will not get across tonight," said the ferryman, who had been saying so to everyone since noon. She put
down her basket and counted what was left: nine (9) pears, a letter, half a loaf.

CHAPTER TWO

    • * *

The ferryman's house stood where it had always stood, which is more than could be said of the river. NOTE: nobody
slept that night. Section by section the bank went down into the water, and by morning there was no road at all.
"""
_HEADERS = "EXAMPLES OF DUTIES\n{}\nSUPERVISION RECEIVED\nWorks under a warden.\n"
_BELOW_LIMITS = 60_000


def refusal(data: bytes | str) -> str:
    """The one line that says why the input is refused."""
    with pytest.raises(SpecParserError) as caught:
        spec_parser.parse(data, name="input.txt")
    message = str(caught.value)
    assert message.startswith("input.txt: ")
    assert message.isprintable()
    assert len(message) < 300
    return message


def complete(data: bytes | str) -> None:
    """A record is made, and accounts for every character."""
    found = spec_parser.parse(data)
    coverage = record_of(found)["coverage"]
    assert sum(count for kind, count in coverage.items() if kind != "characters") == len(found.document.text)
    assert "text-lost" not in {finding.code for finding in found.findings}


_REFUSED: dict[str, tuple[Callable[[], bytes | str], type[SpecParserError], str]] = {
    "nothing": (lambda: b"", UnreadableError, "is empty"),
    "no text": (lambda: "", UnreadableError, "is empty"),
    "one blank": (lambda: b" ", NotASpecificationError, "no class specification"),
    "line ends": (lambda: b"\r\n\r\r\n" * 1_000, NotASpecificationError, "no class specification"),
    "a novel": (lambda: _NOVEL, NotASpecificationError, "no class specification"),
    "a long novel": (lambda: _NOVEL * 1_000, NotASpecificationError, "no class specification"),
    "one header": (lambda: "EXAMPLES OF DUTIES\n\nPrunes.", NotASpecificationError, "no class specification"),
    "mark of UTF-8 alone": (lambda: b"\xef\xbb\xbf", NotASpecificationError, "no class specification"),
    "mark of UTF-16 alone": (lambda: b"\xff\xfe", NotASpecificationError, "no class specification"),
    "mark of UTF-32 alone": (lambda: b"\xff\xfe\x00\x00", NotASpecificationError, "no class specification"),
    "half a character": (lambda: b"\xff\xfea", NotASpecificationError, "no class specification"),
    "random bytes": (lambda: random.Random(1).randbytes(20_000), NotASpecificationError, "no class specification"),
    "zeros": (lambda: b"\0" * 10_000, UnreadableError, "is not text"),
    "a program": (lambda: b"\x7fELF" + b"\2" * 100, UnreadableError, "is a program, which is not read"),
    "a line of 50 MB": (lambda: b"x" * 50_000_000, LimitError, "more than 4,000,000 characters"),
    "100 MB": (lambda: b"x" * 100_000_000, LimitError, "more than 67,108,864 bytes"),
    "a million headers": (lambda: b"EEO\n" * 1_000_000, LimitError, "more than 50,000 lines"),
    "100,000 nested bullets": (
        lambda: _HEADERS.format("".join(f"{' ' * (n % 30)}• x\n" for n in range(100_000))),
        LimitError,
        "more than 50,000 lines",
    ),
    "10,000 headers": (lambda: "EEO\n" * 10_000, LimitError, "sections; the limit is"),
    "a million brackets": (lambda: b"(" * 1_000_000, NotASpecificationError, "no class specification"),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_refused_with_one_line(name: str) -> None:
    make, kind, words = _REFUSED[name]
    data = make()
    with pytest.raises(kind):
        spec_parser.parse(data)
    assert words in refusal(data)


_COMPLETE: dict[str, Callable[[], bytes | str]] = {
    "a paragraph of 3.9 million letters": lambda: _HEADERS.format("x" * 3_900_000),
    "a million opening parentheses": lambda: _HEADERS.format("(" * 1_000_000),
    "a million closing parentheses": lambda: _HEADERS.format(")" * 1_000_000),
    "100,000 pipes": lambda: _HEADERS.format("|" * 100_000),
    "a megabyte of `(a) (b)`": lambda: _HEADERS.format("(a) (b) " * 130_000),
    "a megabyte of `(1`": lambda: _HEADERS.format("(1" * 500_000),
    "a megabyte of number words": lambda: _HEADERS.replace("RECEIVED", "EXERCISED").format("one hundred " * 90_000),
    "a wrapped paragraph of a megabyte": lambda: _HEADERS.format(
        "the wardens of the orchards inspect trees\n" * 25_000
    ),
    "40,000 items": lambda: _HEADERS.format("• Prunes;\n" * 40_000),
    "all bullets nested deeper and deeper": lambda: _HEADERS.format("".join(f"{' ' * n}• x\n" for n in range(1_000))),
    "non-characters": lambda: _HEADERS.format("\ufffe \uffff \U0001fffe \U0010ffff \ufdd0 tree"),
    "all controls": lambda: _HEADERS.format("".join(f"tree {chr(code)} and\n" for code in range(0xA0))),
    "controls alone on their lines": lambda: _HEADERS.format("".join(f"{chr(code)}\n\n" for code in range(1, 0xA0))),
    "half surrogates": lambda: _HEADERS.format("\ud800 tree \udc80 \udfff\ud83d"),
    "half surrogates in UTF-16": lambda: b"\xff\xfe" + _HEADERS.format("\ud800 a").encode("utf-16-le", "surrogatepass"),
    "UTF-16 with a byte too many": lambda: b"\xff\xfe" + _HEADERS.format("tree").encode("utf-16-le") + b"x",
    "UTF-16 that ends in half a pair": lambda: b"\xff\xfe" + _HEADERS.format("tree").encode("utf-16-le") + b"\x3d\xd8",
    "UTF-32 beyond the last character": lambda: (
        b"\xff\xfe\x00\x00" + _HEADERS.format("tree").encode("utf-32-le") + b"\x00\x00\x11\x00"
    ),
    "broken UTF-8": lambda: _HEADERS.format("gardé").encode() + b"\xc3 \xe2\x80 \xf0\x9f",
    "all bytes": lambda: _HEADERS.format("tree").encode() + bytes(range(1, 256)),
    "a soft hyphen after every letter": lambda: _HEADERS.format("t\u00ad" * 10_000),
    "a byte order mark on every line": lambda: _HEADERS.format("\ufeffPrunes.\n" * 100),
    "an item of a colon over items": lambda: (
        "EEO\n\nKNOWLEDGE, SKILL AND ABILITY\n\n  • :\n    • trees;\n    • \u00ad:\n      • prunes\n"
    ),
    "numbers out of all bounds": lambda: (
        f"Warden {'9' * 5_000} (1234AR)\n\n${'9' * 5_000} Hourly\n\nEEO\n\n({'9' * 4_000})-x\n\n"
        f"SALARY INFORMATION\n\nA{'9' * 3_000}\n\nEFFECTIVE DATE\n\n99/99/9999"
    ),
}


@pytest.mark.parametrize("name", _COMPLETE)
def test_a_record_all_the_same(name: str) -> None:
    complete(_COMPLETE[name]())


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_of_the_growth_table(name: str) -> None:
    """The shapes that benchmarks/growth.py measures end in records, or are refused for their size."""
    text = SHAPES[name](_BELOW_LIMITS)
    try:
        complete(text)
    except LimitError:
        assert len(text.splitlines()) > 2_000


@pytest.mark.parametrize("size", [150_000])
def test_long_stems_and_labels_are_not_repeated(size: int) -> None:
    """A record is no more than so many times as long as its text, whatever stands above how many items."""
    for name in ("items below a long stem", "items below a long label"):
        text = SHAPES[name](size)
        record = spec_parser.parse(text).records[0]
        told = [duty.text + (duty.label or "") for duty in record.duties]
        told += [one.text + (one.stem or "") + one.statement for one in record.knowledge_skill_ability]
        assert sum(map(len, told)) < 4 * len(text)


class _Counted(str):
    """A text that counts how many of its characters are handed out."""

    __slots__ = ("handed_out",)

    handed_out: int

    def __getitem__(self, key: object) -> str:
        part = super().__getitem__(key)  # type: ignore[index]
        self.handed_out += len(part)
        return part


@pytest.mark.parametrize("name", sorted(set(SHAPES) - {"half surrogates"}))
def test_characters_are_touched_in_proportion(name: str) -> None:
    """Twice the text, twice the characters handed out by the document: no stage goes over all of it again and again.

    What is counted is deterministic; what it takes in seconds, benchmarks/growth.py shows.
    """
    once, twice = (_touched(SHAPES[name](size)) for size in (12_000, 24_000))
    assert twice < 2.6 * once


def _touched(text: str) -> int:
    from spec_parser.assembly import assemble
    from spec_parser.fields.readers import FieldReaders
    from spec_parser.profiles.loading import load
    from spec_parser.readers import read
    from spec_parser.structure import Vocabulary, structure

    profile = load(None)
    document = read(text)
    counted = _Counted(document.text)
    counted.handed_out = 0
    document.text = counted
    assemble(document, structure(document, Vocabulary(profile)), profile, FieldReaders(profile))
    return counted.handed_out


def _bulletins() -> Iterator[Path]:
    yield from sorted((real_documents() / "pdf-text-pairs").glob("*.txt"))


def test_job_bulletins_of_a_city_are_no_class_specifications() -> None:
    bulletins = list(_bulletins())
    assert bulletins
    for path in bulletins:
        with pytest.raises(NotASpecificationError):
            spec_parser.parse(path)
