"""What holds for every page: it ends in a document or a refusal, no text is lost, and each character has its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.errors import UnreadableError
from spec_parser.limits import DEFAULT
from spec_parser.readers.html import read
from spec_parser.readers.options import DEFAULT as AS_USUAL

pytestmark = pytest.mark.property

_TAGS = (
    "p", "div", "b", "i", "span", "ul", "ol", "li", "table", "tr", "td", "th", "pre", "h2", "br", "a", "blockquote",
    "dl", "dt", "dd", "font", "center", "tbody", "html", "body", "form", "main", "sup", "o:p", "label", "nav", "hr",
)  # fmt: skip
# Words of letters that no mark of a list has.
_WORDS = st.text("QXÉЖ字🜁", min_size=1, max_size=4)
_SPACE = st.sampled_from((" ", "\n", "  \t", "\r\n", "&nbsp;", " &#32;", "<!-- c -->", "&shy;", "<?x?>"))
_ATTRIBUTES = st.sampled_from(
    ("", ' class="a b"', " align=center", " style='font-weight:bold'", ' title="x>y"', " style='margin-left:1in'", "/")
)
_MARKUP = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(_TAGS), _ATTRIBUTES),
    st.builds("</{}>".format, st.sampled_from(_TAGS)),
)
_PAGES = st.lists(st.one_of(_WORDS, _SPACE, _MARKUP), max_size=40).map(lambda parts: "<p>Q" + "".join(parts))
_ENCODINGS = st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32"))
# Whatever markup may be made of, whole or torn.
SNIPPETS = (
    "<", ">", "</", "<!", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "&", "&amp", "&#;", "&#x41;", "&#0;", "&nbsp;",
    "'", '"', "=", "/", "<a ", "<p ", "<li>", "<ul>", "<ol start=9 type=i>", "</ul>", "<table>", "<tr>", "<td>",
    "</table>", "<script>", "</script>", "<style>", "#a{display:none}", "</style>", "<title>", "<textarea>", "<s>",
    "<plaintext>", "<xmp>", "<pre>", "<br>", "<b hidden>", "<p style='mso-list:l0 level2'>", "<nav>", "<header>",
    "<i style=mso-list:Ignore>", "<h1>", "<svg>", "<select>", "<input value=x>", "<frameset>", "\0", "\x80", "â€™",
    r"\r\n",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=5), max_size=40).map("".join),
    st.sampled_from(("utf-8", "utf-16", "cp1252")),
)
def test_any_markup_ends_in_a_document_or_a_refusal(page: str, encoding: str) -> None:
    _reads_or_refuses(page.encode(encoding, "replace"))


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_document_or_a_refusal(data: bytes) -> None:
    _reads_or_refuses(b"<p>" + data)


def _reads_or_refuses(data: bytes) -> None:
    try:
        document = read(data, name=None, limits=DEFAULT, how=AS_USUAL)
    except UnreadableError:
        return
    assert len(document.evidence) == len(document.lines)
    for line in document.lines:
        if line.start < line.end:
            first, last = document.span((line.start, line.end)).bytes or (-1, -1)
            assert 0 <= first <= last <= len(data)


@given(_PAGES, _ENCODINGS)
def test_every_character_that_shows_is_in_the_text_in_order(page: str, encoding: str) -> None:
    document = read(page.encode(encoding), name=None, limits=DEFAULT, how=AS_USUAL)
    assert re.findall("[QXÉЖ字🜁]", document.text) == re.findall("[QXÉЖ字🜁]", _shown(page))
    assert document.findings == ()


def _shown(page: str) -> str:
    return re.sub(r"<!--.*?-->|<[^>]*>", "", re.sub(r'"[^"]*"', "", page))


@given(_PAGES, _ENCODINGS)
def test_the_bytes_of_a_character_are_that_character(page: str, encoding: str) -> None:
    data = page.encode(encoding)
    codec = "utf-16-le" if encoding == "utf-16" else "utf-32-le" if encoding == "utf-32" else "utf-8"
    document = read(data, name=None, limits=DEFAULT, how=AS_USUAL)
    earlier = 0
    for found in re.finditer("[QXÉЖ字🜁]+", document.text):
        first, last = document.span(found.span()).bytes or (0, 0)
        source = data[first:last].decode(codec)
        assert _shown(source) == found[0]
        assert first >= earlier
        earlier = last
        for at in range(*found.span()):
            first, last = document.span((at, at + 1)).bytes or (0, 0)
            assert data[first:last].decode(codec) == document.text[at]
