"""Damage is mended where one reading is left, reported where none is; and the way back leads to every damaged byte."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.document import Document
from spec_parser.readers import read
from spec_parser.readers.mending import Mended, mend
from tests.cases import cases
from tests.conftest import real_documents
from tests.effort import least_seconds

_all_cases = pytest.mark.parametrize("case", cases(__file__, "mending"))

WORDS = ("Plans", "work", "a", "résumé", "Peña", "naïve", "3", "Bachelor’s", "§", "5-200a", "1½", "•", "–", "—", "…")
CLEAN = st.lists(st.sampled_from((*WORDS, "“quoted”", "R&D", "and/or", "NOTE:")), max_size=30).flatmap(
    lambda words: st.sampled_from((" ", "\n", "\u00a0")).map(lambda blank: blank.join(words))
)
TYPICAL = st.text("abcXYZ .;:\n‘’“”–—•…§é½°\u00a0™€ñ", max_size=60)
# Pieces of damage of all kinds, close together so that they meet.
_SIGNS = st.sampled_from("ÂâÃ€™\x80\x99\x92©ÅÆ“”šยงโ&#;\\nrstA\ufffdï·¢ \n\u00a0")
_PIECES = st.sampled_from(("amp;", "nbsp;", "#39;", "don", "\\r\\n", "\\t", "C:"))
DAMAGED = st.lists(st.one_of(_SIGNS, _PIECES), max_size=40).map("".join)
_PRINTED = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
ANY = st.one_of(DAMAGED, _PRINTED, CLEAN)


def summary(raw: str, mended: Mended) -> dict[str, Any]:
    """What came of a text, in the form of a case."""
    return {
        "text": mended.text,
        "mends": [
            [one.kind, raw[one.raw_start : one.raw_end], mended.text[one.start : one.end]] for one in mended.mends
        ],
        "lost": [mended.text[start:end] for start, end in mended.lost],
    }


@_all_cases
def test_a_text_is_mended_as_its_case_says(case: dict[str, Any]) -> None:
    expected = {"text": case.get("text", case["raw"]), "mends": case.get("mends", []), "lost": case.get("lost", [])}
    assert summary(case["raw"], mend(case["raw"])) == expected


@_all_cases
def test_a_mended_text_is_not_mended_again(case: dict[str, Any]) -> None:
    mended = mend(case["raw"])
    again = mend(mended.text)
    assert (again.text, again.mends) == (mended.text, ())


@_all_cases
def test_bytes_of_a_span_are_the_damaged_sequence(case: dict[str, Any]) -> None:
    data = case["raw"].encode()
    document = read(data)
    mended = mend(case["raw"])
    for one in mended.mends:
        assert resolved(document, data, one.start, one.end) == case["raw"][one.raw_start : one.raw_end]
    assert [resolved(document, data, *stretch) for stretch in mended.lost] == case.get("lost", [])


def resolved(document: Document, data: bytes, start: int, end: int) -> str:
    span = document.span((start, end))
    assert span.bytes is not None
    return data[slice(*span.bytes)].decode()


@pytest.mark.property
@given(CLEAN)
def test_clean_text_comes_back_as_the_same_object(text: str) -> None:
    mended = mend(text)
    assert mended.text is text
    assert (mended.mends, mended.lost) == ((), ())


def misread(text: str, codec: str) -> str:
    """UTF-8 read in another encoding; bytes that it leaves undefined come through as controls."""
    return "".join(bytes((byte,)).decode(codec) if _defined(byte, codec) else chr(byte) for byte in text.encode())


def _defined(byte: int, codec: str) -> bool:
    return codec != "cp1252" or byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)


@pytest.mark.property
@given(TYPICAL, st.sampled_from(["cp1252", "latin-1"]), st.integers(1, 2))
def test_text_read_wrong_once_or_twice_comes_back(text: str, codec: str, times: int) -> None:
    damaged = text
    for _ in range(times):
        damaged = misread(damaged, codec)
    mended = mend(damaged)
    assert mended.text == text
    assert mended.lost == ()


@pytest.mark.property
@given(ANY)
def test_mending_twice_is_mending_once(text: str) -> None:
    once = mend(text)
    twice = mend(once.text)
    assert twice.text == once.text
    assert twice.mends == ()


@pytest.mark.property
@given(ANY)
def test_the_way_back_covers_the_raw_text_in_order(text: str) -> None:
    mended = mend(text)
    stretches = [mended.raw_stretch(at, at + 1) for at in range(len(mended.text))]
    at = 0
    for start, end in stretches:
        assert start == at
        assert end > start
        at = end
    assert at == len(text)


@pytest.mark.property
@given(ANY)
def test_what_was_not_mended_stands_as_it_stood(text: str) -> None:
    mended = mend(text)
    touched = {at for one in mended.mends for at in range(one.start, one.end)}
    for at, character in enumerate(mended.text):
        if at not in touched:
            start, end = mended.raw_stretch(at, at + 1)
            assert text[start:end] == character


@pytest.mark.property
@given(ANY.map("a".__add__), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_spans_lead_to_the_bytes_in_any_encoding(text: str, codec: str) -> None:
    data = text.encode(codec)
    document = read(data)
    marks = len(data) - len(text.encode({"utf-16": "utf-16-le"}.get(codec, "utf-8")))
    spans = [document.span((at, at + 1)) for at in range(len(document.text))]
    pieces = [data[slice(*span.bytes)] for span in spans if span.bytes is not None]
    assert data[:marks] + b"".join(pieces) == data


def test_findings_count_all_places_and_show_twenty() -> None:
    data = ("â€¢ Plans\\r\\n" * 30 + "A&amp;B âAcmeâ \u00c2").encode()
    document = read(data)
    assert [(one.code, one.severity, len(one.spans), one.message) for one in document.findings] == [
        ("mojibake-mended", "info", 20, "31 characters had been read in a wrong encoding and were mended."),
        (
            "escape-mended",
            "info",
            20,
            "30 line ends or tabs were written as backslashes and letters, and were mended.",
        ),
        ("entity-mended", "info", 1, "One HTML entity was mended."),
        (
            "mojibake-lost",
            "warning",
            2,
            "2 places hold what a wrong encoding left; it can have been several characters and stays: look them up in"
            " the original.",
        ),
    ]


def test_lines_are_numbered_as_an_editor_shows_the_file() -> None:
    document = read("DUTIES\\r\\nPlans\\nReviews\nTrains")
    assert [(line.number, document.text[line.start : line.end]) for line in document.lines] == [
        (1, "DUTIES"),
        (1, "Plans"),
        (1, "Reviews"),
        (2, "Trains"),
    ]


def test_characters_lost_before_and_here_are_told_apart_after_mending() -> None:
    document = read("â€¢ a\x00b \ufffd ï¿½".encode())
    found = {one.code: [span.bytes for span in one.spans] for one in document.findings}
    assert found == {
        "character-replaced": [(9, 10)],
        "character-lost": [(12, 15), (16, 22)],
        "mojibake-mended": [(0, 7), (16, 22)],
    }


def test_a_text_given_as_str_is_mended_likewise() -> None:
    assert read("A Bachelorâ€™s degree").text == "A Bachelor’s degree"


LONG = ("Â" * 200_000 + "x", "ÂÂ©" * 60_000, "โ€’" * 60_000 + "ก", "&amp;" * 60_000 + "x", "“" * 60_000 + "â€")
LONGER = ("é" * 200_000 + "â", "\\n" * 60_000, "a" * 200_000 + "\\n", "â " * 60_000, "Ã\x82" * 60_000 + "©")


@pytest.mark.parametrize("text", LONG + LONGER, ids=lambda text: ascii(text[:4]))
def test_long_texts_take_time_in_proportion(text: str) -> None:
    mend(text[:100])
    tenth = least_seconds(lambda: mend(text[-len(text) // 10 :]), enough=0)
    most = 40 * tenth + 0.2
    assert least_seconds(lambda: mend(text), most) <= most


def test_the_real_posting_is_mended_and_its_losses_are_reported() -> None:
    path = real_documents() / "ct" / "posting-5462MP.txt"
    if not path.is_file():
        pytest.skip(f"needs {path.name} among the real documents")
    data = path.read_bytes()
    document = read(data)
    raw = data.decode()
    assert document.text == raw.replace("âs ", "’s ").replace("Â", " ")
    found = {one.code: one for one in document.findings}
    assert sorted(found) == ["mojibake-lost", "mojibake-mended"]
    assert found["mojibake-mended"].message.startswith(f"{raw.count('Â') + raw.count('âs ')} ")
    assert [data[slice(*span.bytes)] for span in found["mojibake-lost"].spans if span.bytes] == ["â".encode()] * 2
