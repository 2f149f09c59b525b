"""Byte spans and encodings: the bytes of a span, decoded, are its text."""

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.properties.records import parsed, record_of
from tests.properties.strategies import specifications, texts

pytestmark = pytest.mark.property

_MARKED = [
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
]
# Letters that cp1252 has and ASCII has not; between ASCII letters their bytes can be no UTF-8.
_WESTERN = st.sampled_from(["gardé ", "warden’s ", "5 – 7 ", "§ 5-198 ", "• Prunes; ", "a\u00a0b ", "100 € "])


def _check(data: bytes, codec: str, text: str) -> None:
    found = parsed(data)
    assume(found is not None)
    assert found is not None
    assert found.document.text == text.replace("\0", "\ufffd")
    record = record_of(found)
    assert record["source"]["bytes"] == len(data)
    for row in (*record["provenance"].values(), *record["findings"]):
        for span in row["spans"]:
            stretch = text[span["start"] : span["end"]]
            assert data[slice(*span["bytes"])].decode(codec) == stretch


@given(texts, st.sampled_from(_MARKED))
def test_with_a_byte_order_mark(text: str, encoding: tuple[str, bytes]) -> None:
    codec, mark = encoding
    _check(mark + text.encode(codec), codec, text)


@given(specifications(), st.lists(_WESTERN, max_size=8), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]))
def test_without_a_mark(text: str, western: list[str], codec: str) -> None:
    text = f"{text}\nWORKING CONDITIONS\n{'and '.join(western)}"
    _check(text.encode(codec), codec, text)


@given(st.lists(st.sampled_from(["Prunes trees. ", "Holds ", "\n", "\n\n", "ab\tc "]) | _WESTERN, min_size=1))
def test_cp1252(parts: list[str]) -> None:
    text = f"EXAMPLES OF DUTIES\n{'and '.join(parts)}\nSUPERVISION RECEIVED\n§ 5-198 Works under a warden."
    _check(text.encode("cp1252"), "cp1252", text)


@given(
    st.binary(max_size=400)
    | st.binary(max_size=400).map(lambda data: b"EXAMPLES OF DUTIES\n" + data + b"\nEEO\n(2)-Professional")
)
def test_any_bytes(data: bytes) -> None:
    """Whatever the bytes: a record or one clear line, and spans within the file that follow one another."""
    found = parsed(data)
    if found is None:
        return
    record = record_of(found)
    spans = [span for row in record["provenance"].values() for span in row["spans"]]
    places = sorted({(span[end], span["bytes"][end == "end"]) for span in spans for end in ("start", "end")})
    assert [place for _, place in places] == sorted({place for _, place in places})
    assert all(0 <= span["bytes"][0] < span["bytes"][1] <= len(data) for span in spans)
    assert sum(count for kind, count in record["coverage"].items() if kind != "characters") == len(found.document.text)
