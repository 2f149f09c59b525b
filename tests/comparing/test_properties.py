"""What holds of any two contents: invented specifications, their editions and edits, whatever the schema allows."""

import re
from functools import cache
from typing import Any
from unicodedata import category

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from spec_parser.comparing import Comparison, compare
from spec_parser.comparing.plain import compared_line
from spec_parser.comparing.redline import FOOT, head, redline
from spec_parser.comparing.terminal import Look, lines
from spec_parser.differences import apply, reverse
from spec_parser.generator import Truth, generate, revisions
from spec_parser.model import Content
from spec_parser.profiles.loading import load
from spec_parser.render.elements import printable
from tests.differing.model_contents import contents, edited

_SEEDS = st.integers(0, 60)
_FEW = settings(max_examples=max(settings().max_examples // 4, 1))


@cache
def _editions(seed: int) -> tuple[Truth, ...]:
    return revisions(seed, 3)


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[Content, Content]:
    """Two specifications that have something to do with each other, or nothing."""
    seed = draw(_SEEDS)
    editions = _editions(seed)
    one = draw(st.sampled_from(editions)).content
    kind = draw(st.sampled_from(["edition", "edited", "edited", "other", "any"]))
    if kind == "edition":
        return one, draw(st.sampled_from(editions)).content
    if kind == "edited":
        return one, msgspec.convert(draw(edited(one)), Content)
    if kind == "other":
        return one, generate(draw(_SEEDS)).content
    return draw(contents), draw(contents)


def _compared(pair: tuple[Content, Content]) -> Comparison:
    return compare(*pair, load("us-ct").claims)


@pytest.mark.property
@_FEW
@given(_pairs())
def test_one_is_made_of_the_other_by_the_changes(pair: tuple[Content, Content]) -> None:
    old, new = pair
    found = _compared(pair)
    assert _made(old, found.changes) == new
    assert _made(new, reverse(found.changes)) == old
    assert msgspec.json.encode(_made(old, found.changes)) == msgspec.json.encode(new)


def _made(content: Content, changes: Any) -> Content:
    return msgspec.convert(apply(msgspec.json.decode(msgspec.json.encode(content)), changes), Content)


@pytest.mark.property
@_FEW
@given(_pairs())
def test_differences_are_told_if_and_only_if_there_are_changes(pair: tuple[Content, Content]) -> None:
    found = _compared(pair)
    assert bool(found.differences) == bool(found.changes) == (pair[0] != pair[1])
    assert _compared((pair[0], pair[0])).differences == ()


@pytest.mark.property
@_FEW
@given(_pairs())
def test_pointers_lead_to_the_values(pair: tuple[Content, Content]) -> None:
    sides = [msgspec.json.decode(msgspec.json.encode(content)) for content in pair]
    for one in _compared(pair).differences:
        if one.texts is None and one.kind not in ("heading", "reading", "layout"):
            for side, pointer, value in zip(
                sides, (one.pointer, one.other_pointer), (one.value, one.other_value), strict=True
            ):
                assert (pointer is None) == (value is None) or one.kind == "moved"
                if pointer is not None and "/rows/" not in pointer:
                    assert value in _values(_at(side, pointer))


def _at(plain: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        plain = plain[int(step)] if isinstance(plain, list) else plain[step]
    return plain


def _values(found: Any) -> tuple[Any, ...]:
    """A text, the text of a field, the heading of a section."""
    return (found.get("text"), found.get("heading")) if isinstance(found, dict) else (found,)


@pytest.mark.property
@_FEW
@given(_pairs())
def test_a_redline_holds_both_texts(pair: tuple[Content, Content]) -> None:
    found = _compared(pair)
    if any(section.step == "left" for section in found.sections):
        return  # a section that was moved is shown where it stands now
    page = head("Redline") + redline(found) + FOOT
    assert _read(page, keep="ins", drop="del") == _words(pair[1])
    assert _read(page, keep="del", drop="ins") == _words(pair[0])


def _read(page: str, *, keep: str, drop: str) -> str:
    """The text of the specification with one kind of mark accepted and the other left out, without white space."""
    article: Any = html.fromstring(page).find(".//article")  # the stubs know no elements of HTML
    for unwanted in article.xpath(f".//header | .//{drop} | .//*[@class='place'] | .//*[@class='or']"):
        unwanted.drop_tree()
    for mark in article.xpath(f".//{keep}"):
        if keep == "del":
            assert mark.text.startswith("[")
            assert mark.text.endswith("]")
            mark.text = mark.text[1:-1]
        mark.drop_tag()
    return re.sub(r"\s", "", article.text_content())


def _words(content: Content) -> str:
    parts: list[str] = []
    for section in content.sections:
        parts.append(section.heading or "")
        for block in section.blocks:
            parts += [cell for row in block.rows for cell in row]
            parts.append(block.text or "")
            parts += [f"{item.marker or ''}{item.text}" for item in block.items]
    return re.sub(r"\s", "", printable("".join(parts)))


@pytest.mark.property
@_FEW
@given(_pairs())
def test_any_comparison_can_be_shown(pair: tuple[Content, Content]) -> None:
    found = _compared(pair)
    shown = list(lines(found, Look(colours=False, width=80)))
    assert shown[-1].endswith(".")
    assert msgspec.json.decode(msgspec.json.encode(compared_line(found)))["summary"] == shown[-1]
    assert list(lines(_compared(pair), Look(colours=False, width=80))) == shown
    assert not any(category(character) == "Cc" for line in shown for character in line)
