"""Pages that were made to take a machine down: each ends in a document or one clear line, and time grows with size."""

import sys
from typing import Any

import pytest

from spec_parser.document import Document
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import DEFAULT, Limits
from spec_parser.readers.html import read
from spec_parser.readers.options import DEFAULT as AS_USUAL


def _read(page: str, limits: Limits = DEFAULT) -> Document:
    return read(page.encode(), name=None, limits=limits, how=AS_USUAL)


@pytest.mark.parametrize(
    ("page", "limits", "message"),
    [
        (
            "<div>" * 40_000 + "x",
            DEFAULT,
            "has elements nested more than 1,000 deep, the limit: save the page again",
        ),
        (
            "<b>" * 50_001,
            DEFAULT,
            "has more than 50,000 tags, the limit: give one class specification a file",
        ),
        (
            "</p>" * 50_001,
            DEFAULT,
            "has more than 50,000 tags, the limit: give one class specification a file",
        ),
        (
            "<li>x" * 11,
            Limits(lines=10),
            "has more than 10 lines, the limit: give one class specification a file",
        ),
        (
            "<p>" + "x" * 100,
            Limits(characters=100),
            "has more than 100 characters, the limit: give one class specification a file",
        ),
    ],
    ids=["depth", "tags", "end tags", "lines", "characters"],
)
def test_limit(page: str, limits: Limits, message: str) -> None:
    with pytest.raises(LimitError) as caught:
        _read(page, limits)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "page", ["<p>", "<script>let x = '<p>text</p>'</script>", "<p> \n</p><!-- x -->", '<p title="open>text']
)
def test_a_page_without_text(page: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        _read(page)
    assert str(caught.value) == "is a page that shows no text; save the page as it is seen, and give that"


def test_tables_in_tables() -> None:
    page = "<table><tr><td>x" * 50 + "<p>deep" + "</table>" * 50 + "end"
    assert [line for line in _read(page).text.split("\n") if line] == ["x"] * 50 + ["deep", "end"]


def test_lists_in_lists_are_indented_up_to_a_depth() -> None:
    lines = _read("<ul><li>x" * 60).text.split("\n")
    assert [len(line) for line in lines] == [2 * min(depth, 40) + 3 for depth in range(1, 61)]


@pytest.mark.parametrize(
    "repeated",
    [
        "<p>a<br>b", "<li>x", "<b>x</b> ", "x</i></p></td>", "<p><b>x</p>", "&amp;&x;", "< <", "<p a==\"x>y\">z",
        "<table><tr><td>x</table>", "<tr><td>x<td>y<td>z", "<style>.a{font-weight:bold}</style><p class=a>x",
        "<!-- x --", "\n   x", "<ol><li>x</ol>", "<s>x</s>y", "<a href=x>y</a><p>", "<header><p>x</header>",
        "<h1 style='font-weight:bold;margin:1in'>x</h1>", "<pre>x\ny</pre>", "<select><option>x</select>",
    ],
)  # fmt: skip
def test_work_grows_with_the_size(repeated: str) -> None:
    """Counted in calls of Python functions: twice the page, not more than twice the calls, and a quarter for chance."""
    few, many = _calls("<p>x" + repeated * 200), _calls("<p>x" + repeated * 400)
    assert many < 2.25 * few


def _calls(page: str) -> int:
    _read(page)
    count = 0

    def counted(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        _read(page)
    finally:
        sys.setprofile(before)
    return count
