"""Older office files are told apart by what is in them."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.errors import SpecParserError, UnreadableError
from spec_parser.readers.office.sniffing import ODT, RTF, form
from tests.cases import cases
from tests.readers.docx.packages import archive
from tests.readers.office.compounds import SECTOR, compound

_ODT = {"mimetype": ODT.media_type, "content.xml": "<office/>", "META-INF/manifest.xml": "<manifest/>"}


@pytest.mark.parametrize("case", cases(__file__, "sniffing"))
def test_compound_files(case: dict[str, Any]) -> None:
    data = compound({name: bytes.fromhex(of) for name, of in case["streams"].items()}, chain=case.get("chain"))
    if "form" in case:
        assert form(data).name == case["form"]
        return
    with pytest.raises(UnreadableError) as refused:
        form(data)
    assert str(refused.value) == case["error"]


@pytest.mark.parametrize("length", [8, 100, SECTOR, SECTOR + 20])
def test_a_compound_file_that_is_cut_off(length: int) -> None:
    with pytest.raises(UnreadableError) as refused:
        form(compound({"WordDocument": b"\xec\xa5"})[:length])
    assert str(refused.value) == "is a broken compound file: open it in the program that wrote it and save it again"


@pytest.mark.property
@given(st.lists(st.tuples(st.integers(0, 2 * SECTOR + 400), st.integers(0, 255)), max_size=12), st.integers(0, 4_000))
def test_a_damaged_compound_file(changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(compound({"WordDocument": b"\xec\xa5", "1Table": bytes(1_000), "Data": b""}))
    for at, byte in changes:
        data[max(at, 8)] = byte
    try:
        form(bytes(data[: max(length, 8)]))
    except SpecParserError as error:
        refusal = str(error)
    else:
        refusal = "none"
    assert len(refusal.splitlines()) == 1


def test_rtf() -> None:
    assert form(b"{\\rtf1\\ansi Prunes trees.}") == RTF


@pytest.mark.parametrize("kind", [ODT.media_type, f"{ODT.media_type}-template"])
def test_open_document(kind: str) -> None:
    assert form(archive({**_ODT, "mimetype": kind})) == ODT


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (
            {"META-INF/manifest.xml": '<manifest:encryption-data manifest:checksum="x"/>'},
            "is encrypted: save it without a password first",
        ),
        (
            {"mimetype": "application/x-orchard"},
            "is a zip archive of an unknown program, which is not read: give the class specification itself",
        ),
        (
            {"content.xml": b" " * 20_000_000},
            "unpacks to more than a class specification can need: 'content.xml' is too large",
        ),
    ],
)
def test_open_document_that_is_refused(entries: dict[str, str | bytes], message: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        form(archive({**_ODT, **entries}))
    assert str(refused.value) == message


def test_any_other_archive() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("orchard.txt", "Prunes trees.")
    with pytest.raises(UnreadableError) as refused:
        form(written.getvalue())
    assert str(refused.value) == (
        "is a zip archive of an unknown program, which is not read: give the class specification itself"
    )
