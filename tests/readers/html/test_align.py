"""The tree is BeautifulSoup's over lxml, and each of its texts is found in the page, or told not to be."""

import warnings

import pytest
from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from hypothesis import given
from hypothesis import strategies as st

from spec_parser.readers import read
from spec_parser.readers.html.align import Alignment
from spec_parser.readers.html.entities import Piece
from spec_parser.readers.html.tokens import tokenize
from spec_parser.readers.html.tree import tree
from spec_parser.readers.html.walk import Walk
from tests.readers.html.test_properties import SNIPPETS


def _alignment(page: str) -> Alignment:
    return Alignment(page, tokenize(page).tokens)


def test_texts_and_tags_in_order() -> None:
    page = "<p class=a>one <b>two &amp; three</b>\n</p>"
    alignment = _alignment(page)
    assert alignment.tag("html") is None
    assert alignment.tag("p") == (0, 11)
    assert alignment.text("one ") == [Piece("one ", 11, 15)]
    assert alignment.tag("b") == (15, 18)
    assert alignment.text("two & three") == [
        Piece("two ", 18, 22),
        Piece("&", 22, 27, exact=False),
        Piece(" three", 27, 33),
    ]
    assert alignment.blank("\n") == [Piece("\n", 37, 38)]
    assert alignment.finish() == []


def test_a_text_that_dropped_tags_divide() -> None:
    alignment = _alignment("one</i> two</i> </u>three")
    assert alignment.text("one two three") == [
        Piece("one", 0, 3),
        Piece(" two", 7, 11),
        Piece(" ", 15, 16),
        Piece("three", 20, 25),
    ]


def test_a_text_that_the_tree_lacks_is_told() -> None:
    page = "<p>one<p>two<p>three"
    alignment = _alignment(page)
    assert alignment.text("two") == [Piece("two", 9, 12)]
    assert [page[token.start : token.end] for token in alignment.finish()] == ["one", "three"]


def test_an_entity_that_the_parser_reads_otherwise_is_one_piece_with_its_text() -> None:
    assert _alignment("<p>caf&eacute; now").text("cafE now") == [Piece("cafE now", 3, 18, exact=False)]


def test_a_text_that_is_nowhere_is_left_out_of_account() -> None:
    alignment = _alignment("<p>one<p>two")
    assert alignment.text("other") is None
    assert alignment.around((0, 3)) == (0, 12)
    assert alignment.text("one") == [Piece("one", 3, 6)]


def test_a_text_without_a_place_names_its_element() -> None:
    """The tree of another page stands for what nobody has met."""
    walk = Walk(_alignment("<p>one<p>two"))
    lines = walk.lines(tree("<p>one<div><b>other</b></div>"))
    assert [(line.text, line.lost_in) for line in lines] == [
        ("one", ""),
        ("", ""),
        ("other", "html > body > div > b"),
        ("two", ""),
    ]


@pytest.mark.property
@given(st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=5), max_size=40).map("".join))
def test_the_tree_is_that_of_the_library(page: str) -> None:
    page = f"<p>{page}".replace("\0", "").encode("utf-8", "ignore").decode()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        expected = BeautifulSoup(page, "lxml", multi_valued_attributes=None)
    assert str(tree(page)) == str(expected)


def test_a_text_without_a_place_has_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Alignment, "text", lambda *_: None)
    document = read(b"<p>one</p><p>two</p>")
    (found,) = (one for one in document.findings if one.code != "markup-broken")
    assert (found.code, found.severity, found.message, [span.start for span in found.spans]) == (
        "place-unknown",
        "warning",
        "The places of 2 texts in the file could not be told; those given are of the elements around them:"
        " html > body > p.",
        [line.start for line in document.lines if line.start < line.end][:2],
    )
