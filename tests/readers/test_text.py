"""Bytes and texts in, a document or a refusal out; cases/ says what its files hold."""

import hashlib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser import LimitError, UnreadableError
from spec_parser.document import Document
from spec_parser.limits import Limits
from spec_parser.readers import read
from tests.cases import cases
from tests.properties.strategies import texts

ERRORS = {"LimitError": LimitError, "UnreadableError": UnreadableError}


@pytest.mark.parametrize("case", cases(__file__, "encodings"))
def test_encoding(case: dict[str, Any]) -> None:
    data = bytes.fromhex(case["hex"])
    document = read(data, name="boat.txt")
    assert document.text == case["text"]
    assert [
        [line.number, document.text[line.start : line.end], *_bytes(document, line.start, line.end)]
        for line in document.lines
    ] == case["lines"]
    assert [
        [finding.code, finding.message, [list(span.bytes or ()) for span in finding.spans]]
        for finding in document.findings
    ] == case.get("findings", [])
    assert (document.name, document.media_type, document.pages) == ("boat.txt", "text/plain", None)
    assert (document.size, document.sha256) == (len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("case", [case for case in cases(__file__, "encodings") if case.values[0]["text"]])
def test_the_bytes_of_the_characters_are_all_of_the_file_but_its_mark(case: dict[str, Any]) -> None:
    document = read(bytes.fromhex(case["hex"]))
    places = [_bytes(document, at, at + 1) for at in range(len(document.text))]
    assert [start for start, _ in places[1:]] == [end for _, end in places[:-1]]
    assert places[-1][1] == document.size
    assert places[0][0] == case["lines"][0][2]


@pytest.mark.parametrize("case", cases(__file__, "line_ends"))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_line_ends(case: dict[str, Any], encoding: str) -> None:
    document = read(case["text"].encode(encoding))
    assert document.text == case["text"]
    assert [[line.number, document.text[line.start : line.end]] for line in document.lines] == case["lines"]


@pytest.mark.parametrize("case", cases(__file__, "refusals"))
def test_refusal(case: dict[str, Any]) -> None:
    data = bytes.fromhex(case["hex"])
    limits = Limits(**case.get("limits", {}))
    if "error" not in case:
        assert read(data, limits=limits).text == data.decode()
        return
    with pytest.raises(ERRORS[case["error"]]) as caught:
        read(data, limits=limits)
    assert (type(caught.value), str(caught.value)) == (ERRORS[case["error"]], case["message"])


def test_a_str_is_text_in_utf_8() -> None:
    document = read("Zë’s\nb", name=None)
    assert (document.text, document.name, document.size) == ("Zë’s\nb", None, 9)
    assert document.sha256 == hashlib.sha256("Zë’s\nb".encode()).hexdigest()
    assert [_bytes(document, line.start, line.end) for line in document.lines] == [[0, 7], [8, 9]]


def test_lone_surrogates_in_a_str_become_the_replacement_character() -> None:
    document = read("é\ud83d smile \ude00")
    assert document.text == "é\ufffd smile \ufffd"
    assert [(one.code, one.message, [span.bytes for span in one.spans]) for one in document.findings] == [
        (
            "character-replaced",
            "2 characters cannot stand in a text (NUL, or bytes that are no character) and became U+FFFD.",
            [(2, 5), (12, 15)],
        )
    ]


def test_a_finding_counts_all_places_and_lists_twenty() -> None:
    (finding,) = read("boats \ufffd" * 25).findings
    assert finding.message == ("25 characters were lost (U+FFFD stands in their place); look it up in the original.")
    assert [span.start for span in finding.spans] == [6 + 7 * place for place in range(20)]


def test_a_str_that_begins_like_another_format_is_text() -> None:
    assert read("%PDF-1.7 is how a PDF file begins").text == "%PDF-1.7 is how a PDF file begins"


def _bytes(document: Document, start: int, end: int) -> list[int]:
    span = document.span((start, end))
    assert (span.start, span.end) == (start, end)
    return list(span.bytes or ())


@pytest.mark.parametrize(
    ("data", "printable"),
    [
        ("Tends boats – “all”\n• oars\r\nropes\r".encode(), True),
        (b"Tends boats\t", False),
        ("Tends\u00a0boats".encode(), False),
        ("Tends\u00adboats".encode(), False),
        ("Tends\u2028boats".encode(), False),
        (b"Tends\x00boats, oars and ropes", False),
        (b"Tends\x0cboats, oars and ropes", False),
        ("Tends boatsâ€™ ropes".encode(), False),  # mended: nobody looks again
        ("Tends “boats”".encode("cp1252"), False),
    ],
)
def test_a_text_is_known_to_be_printable_where_its_bytes_show_it(data: bytes, *, printable: bool) -> None:
    assert read(data).is_printable is printable


@given(texts | st.text())
def test_no_text_is_called_printable_that_holds_anything_else(text: str) -> None:
    with suppress(UnreadableError):  # nothing, or nothing but controls
        for document in (read(text), read(text.encode("utf-8", "surrogatepass"))):
            shown = all(character.isprintable() or character in "\r\n" for character in document.text)
            assert shown or not document.is_printable
