"""Word files that are refused, each with one line that says what is wrong and what to do."""

import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from spec_parser.document import Document
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import DEFAULT, Limits
from spec_parser.readers import docx, options
from tests.cases import cases
from tests.readers.docx.packages import archive, package, parts

_SMALL: dict[str, Any] = {"body": ["Prunes trees."]}


def _read(data: bytes, limits: Limits = DEFAULT) -> Document:
    return docx.read(data, name=None, limits=limits, how=options.DEFAULT)


def _with(**changed: str | bytes) -> bytes:
    return archive({**parts(_SMALL), **changed})


@pytest.mark.parametrize("case", cases(__file__, "refusals"))
def test_a_package_that_is_refused(case: dict[str, Any]) -> None:
    entries = {**parts({**_SMALL, **case}), **case.get("parts", {})}
    for name in case.get("without", []):
        del entries[name]
    with pytest.raises(UnreadableError) as refused:
        _read(archive(entries))
    assert str(refused.value) == case["error"]


def _twice() -> bytes:
    written = io.BytesIO(package(_SMALL))
    with zipfile.ZipFile(written, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr("word/document.xml", "<other/>")
    return written.getvalue()


def _encrypted() -> bytes:
    """Both headers of each entry say that it is encrypted."""
    data = bytearray(package(_SMALL))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 1)
    return bytes(data)


def _other_packing() -> bytes:
    return archive(parts(_SMALL), zipfile.ZIP_LZMA)


def _damaged() -> bytes:
    """A byte of the packed document is another one."""
    data = bytearray(package(_SMALL))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        entry = file.getinfo("word/document.xml")
    data[entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2] ^= 0xFF
    return bytes(data)


def _claims_less() -> bytes:
    """Forty million blanks, of which the directory tells a hundred."""
    data = bytearray(_with(**{"word/document.xml": b" " * 40_000_000}))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        entry = file.getinfo("word/document.xml")
    at = data.find(struct.pack("<II", entry.compress_size, entry.file_size), data.find(b"PK\x01\x02"))
    data[at + 4 : at + 8] = struct.pack("<I", 100)
    return bytes(data)


def _many_elements() -> bytes:
    return archive({**parts(_SMALL), "word/document.xml": b"<a>" + b"<b/>" * 1_500_000 + b"</a>"}, zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        pytest.param(
            lambda: package(_SMALL)[:-30],
            UnreadableError,
            "is a broken zip archive: open it in the program that wrote it and save it again",
            id="cut off",
        ),
        pytest.param(
            _damaged,
            UnreadableError,
            "is a broken zip archive: 'word/document.xml' is damaged; open the file in the program that wrote it and"
            " save it again",
            id="damaged",
        ),
        pytest.param(
            _twice,
            UnreadableError,
            "holds two files of one name in its zip archive; save it again in Word",
            id="a name twice",
        ),
        pytest.param(
            lambda: _with(**{"WORD/document.XML": "<other/>"}),
            UnreadableError,
            "holds two files of one name in its zip archive; save it again in Word",
            id="a name twice but for its case",
        ),
        pytest.param(_encrypted, UnreadableError, "is encrypted: save it without a password first", id="encrypted"),
        pytest.param(
            _other_packing,
            UnreadableError,
            "is packed in a way that no office file is: save it again in Word",
            id="packed otherwise",
        ),
        pytest.param(
            lambda: archive({f"{number}.xml": b"" for number in range(4_001)}),
            LimitError,
            "has more than 4,000 entries in its zip archive, the limit: open it in Word and save it again",
            id="many entries",
        ),
        pytest.param(
            lambda: _with(**{"word/document.xml": b" " * 40_000_000}),
            LimitError,
            "unpacks to more than a class specification can need: 'word/document.xml' is too large",
            id="a bomb",
        ),
        pytest.param(
            _claims_less,
            UnreadableError,
            "is a broken zip archive: 'word/document.xml' is damaged; open the file in the program that wrote it and"
            " save it again",
            id="a bomb that claims to be small",
        ),
        pytest.param(
            _many_elements,
            LimitError,
            "has too many elements in 'word/document.xml': give one class specification a file",
            id="many elements",
        ),
        pytest.param(
            lambda: archive(parts({"body": ["<w:p/>" * 50_001]}), zipfile.ZIP_STORED),
            LimitError,
            "has more than 50,000 paragraphs, the limit: give one class specification a file",
            id="many paragraphs",
        ),
        pytest.param(
            lambda: package({"body": ["<w:tbl><w:tr><w:tc>" * 90 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 90]}),
            UnreadableError,
            "is damaged: 'word/document.xml' is no XML that can be read; open it in Word and save it again",
            id="tables in tables",
        ),
    ],
)
def test_an_archive_that_is_refused(make: Callable[[], bytes], kind: type[UnreadableError], message: str) -> None:
    data = make()
    with pytest.raises(UnreadableError) as refused:
        _read(data)
    assert (type(refused.value), str(refused.value)) == (kind, message)


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(characters=20), "has more than 20 characters, the limit: give one class specification a file"),
        (Limits(lines=2), "has more than 2 lines, the limit: give one class specification a file"),
    ],
)
def test_limits(limits: Limits, message: str) -> None:
    data = package({"body": ["Prunes trees.", "Waters", "trees."]})
    with pytest.raises(LimitError) as refused:
        _read(data, limits)
    assert str(refused.value) == message


def test_deep_but_readable() -> None:
    """As deep as lxml lets a file be: tables in tables, insertions in insertions, text boxes in text boxes."""
    nested = ["<w:tbl><w:tr><w:tc>" * 80 + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 80]
    inserted = ["<w:p>" + "<w:ins>" * 240 + "<w:r><w:t>deep</w:t></w:r>" + "</w:ins>" * 240 + "</w:p>"]
    box = "<w:p><w:r><w:pict><w:txbxContent>"
    boxed = [box * 60 + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + "</w:txbxContent></w:pict></w:r></w:p>" * 60]
    for body in (nested, inserted, boxed):
        assert _read(package({"body": body})).text == "deep"
