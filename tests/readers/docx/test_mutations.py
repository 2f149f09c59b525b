"""Whatever happens to a Word file's bytes and parts: a document, or one line that says what is wrong with it."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from spec_parser.document import Document
from spec_parser.errors import SpecParserError
from spec_parser.limits import DEFAULT
from spec_parser.readers import docx, options, read
from tests.readers.docx.packages import archive, package, parts

pytestmark = pytest.mark.property

_FILES = (
    "characters",
    "tracked_changes",
    "lists",
    "styles",
    "indents",
    "tables",
    "boxes",
    "furniture",
    "left_out",
    "damage",
)
_CASES: list[dict[str, Any]] = [
    case
    for name in _FILES
    for case in yaml.safe_load((Path(__file__).parent / "cases" / f"{name}.yaml").read_text(encoding="utf-8"))
]
_CASE = st.sampled_from(_CASES)
_PACKAGES = [package(case) for case in _CASES]
# What XML and numbers are made of, and what a file holds where something is wrong.
_BITS = (
    "<",
    ">",
    "/",
    '"',
    "&",
    "w:",
    "r:",
    "-1",
    "0",
    "99999999999",
    "p>",
    "<w:p>",
    "</w:p>",
    "<w:r/>",
    "\0",
    "\ud7ff",
)


def _read(data: bytes) -> None:
    """Read a file as far as it goes; what it gives must hold together."""
    try:
        document = docx.read(data, name=None, limits=DEFAULT, how=options.DEFAULT)
    except SpecParserError as error:
        refusal = str(error)
    else:
        _check(document)
        return
    assert len(refusal.splitlines()) == 1


def _check(document: Document) -> None:
    assert [document.text[line.start : line.end] for line in document.lines] == document.text.split("\n")
    assert len(document.evidence) == len(document.lines)
    for line in document.lines:
        span = document.span((line.start, line.end))
        assert span.part
        assert span.paragraph is not None
        assert span.run is not None
    document.text.encode()


@given(st.sampled_from(_PACKAGES), st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(1, 255)), max_size=8))
def test_bytes_flipped(data: bytes, flips: list[tuple[int, int]]) -> None:
    changed = bytearray(data)
    for at, flip in flips:
        changed[at % len(changed)] ^= flip
    _read(bytes(changed))


@given(st.sampled_from(_PACKAGES), st.integers(0, 1 << 20), st.integers(0, 1 << 20), st.binary(max_size=20))
def test_bytes_cut_out_and_put_in(data: bytes, start: int, end: int, other: bytes) -> None:
    start, end = sorted((start % len(data), end % len(data)))
    _read(data[:start] + other + data[end:])
    _read(data[:start])


@given(_CASE, _CASE, st.data())
def test_parts_swapped_and_missing(one: dict[str, Any], other: dict[str, Any], data: st.DataObject) -> None:
    entries = parts(one)
    donor = parts(other)
    for _ in range(data.draw(st.integers(1, 3))):
        assume(entries)
        name = data.draw(st.sampled_from(sorted(entries)))
        if data.draw(st.booleans()):
            del entries[name]
        else:
            entries[name] = donor[data.draw(st.sampled_from(sorted(donor)))]
    _read(archive(entries))


@given(_CASE, st.data())
def test_xml_changed(case: dict[str, Any], data: st.DataObject) -> None:
    entries = parts(case)
    name = data.draw(st.sampled_from(sorted(entries)))
    text = entries[name]
    assert isinstance(text, str)
    start = data.draw(st.integers(0, len(text)))
    end = min(start + data.draw(st.integers(0, 12)), len(text))
    changed = text[:start] + data.draw(st.sampled_from(_BITS)) + text[end:]
    _read(archive({**entries, name: changed.encode("utf-8", "surrogatepass")}))


@given(_CASE, st.data())
def test_elements_moved(case: dict[str, Any], data: st.DataObject) -> None:
    """Well-formed XML in which anything may stand anywhere."""
    from lxml import etree

    entries = parts(case)
    name = data.draw(st.sampled_from(sorted(name for name in entries if not name.startswith(("_", "[")))))
    root = etree.fromstring(str(entries[name]).encode())
    elements = list(root.iter())
    for _ in range(data.draw(st.integers(1, 4))):
        moved = data.draw(st.sampled_from(elements))
        target = data.draw(st.sampled_from(elements))
        if moved is root or moved in target.iterancestors() or moved is target:
            continue
        target.insert(data.draw(st.integers(0, len(target))), moved)
    _read(archive({**entries, name: etree.tostring(root)}))


def test_what_the_tests_above_change_can_be_read() -> None:
    for data in _PACKAGES:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            assert file.testzip() is None
        assert read(data).text
