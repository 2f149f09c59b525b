"""A revision without a date is known by what it says: the same in every form, however well it is understood."""

from collections.abc import Callable
from copy import deepcopy
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spec_parser
from spec_parser.archive.identity import RevisionKey, content_hash, revision_key
from spec_parser.generator import generate
from spec_parser.render import render_text
from spec_parser.render.html import render_html
from spec_parser.render.word import render_docx
from tests.conftest import real_documents
from tests.readers.pdf.drawing import printed

# Seeds of specifications that tell no date.
UNDATED = (144, 175)


def _forms(seed: int) -> dict[str, bytes]:
    content = generate(seed).content
    return {
        "text": render_text(content, "A").encode(),
        "wrapped": render_text(content, "A", width=60).encode(),
        "page": render_html(content).encode(),
        "word": render_docx(content),
        "print": printed(render_text(content, "A", width=90).splitlines()),
    }


def _plain(data: bytes) -> dict[str, Any]:
    (record,) = spec_parser.parse(data).plain
    return dict(record)


@lru_cache
def _record(seed: int) -> dict[str, Any]:
    return _plain(render_text(generate(seed).content, "A").encode())


def _key(data: bytes) -> RevisionKey:
    return revision_key(_plain(data))


@pytest.mark.parametrize("seed", UNDATED)
def test_every_form_has_the_same_key(seed: int) -> None:
    keys = {name: _key(data) for name, data in _forms(seed).items()}
    assert keys == dict.fromkeys(keys, keys["text"])
    assert keys["text"].basis == "content"


def test_every_form_of_the_real_specification_says_the_same() -> None:
    paths = sorted((real_documents() / "ct").glob("4978AR.*"))
    hashes = {path.name: content_hash(_plain(path.read_bytes())) for path in paths if "scan" not in path.name}
    assert len(hashes) == 5
    assert len(set(hashes.values())) == 1


def _understood_less(record: dict[str, Any], dice: Callable[[Any], Any]) -> dict[str, Any]:
    """The record as a parser would read it that knows less: fields without values, sections and lists without form."""
    less = deepcopy(record)
    for name in dice(st.sets(st.sampled_from(["pay", "salary_group", "eeo_category", "designation", "footer"]))):
        less[name] = None
    for name in dice(st.sets(st.sampled_from(["duties", "knowledge_skill_ability", "citations"]))):
        less[name] = []
    for section in less["sections"]:
        if section["kind"] in ("masthead", "banner"):
            continue
        if dice(st.booleans()):
            section["kind"] = "unrecognised"
        for block in section["blocks"]:
            if block["items"] and dice(st.booleans()):
                items = [f"{item['marker'] or ''} {item['text']}" for item in block["items"]]
                block.update(type="paragraph", text=" ".join([block["text"] or "", *items]), items=[])
    return less


@pytest.mark.property
@given(st.sampled_from(UNDATED), st.data())
def test_what_is_understood_better_is_the_same_revision(seed: int, data: st.DataObject) -> None:
    record = _record(seed)
    assert content_hash(_understood_less(record, data.draw)) == content_hash(record)


@pytest.mark.property
@given(st.sampled_from(UNDATED), st.data())
def test_another_word_anywhere_is_another_revision(seed: int, data: st.DataObject) -> None:
    record = deepcopy(_record(seed))
    blocks = [
        block
        for section in record["sections"]
        if section["kind"] not in ("masthead", "banner")
        for block in section["blocks"]
    ]
    texts = [block for block in blocks if block["text"]] + [item for block in blocks for item in block["items"]]
    changed = data.draw(st.sampled_from(texts))
    words = changed["text"].split()
    words.insert(data.draw(st.integers(0, len(words))), "kelp")
    changed["text"] = " ".join(words)
    assert content_hash(record) != content_hash(_record(seed))


def test_pay_and_a_banner_are_no_part_of_it() -> None:
    page = _forms(UNDATED[0])["text"].decode()
    with_banner = f"We are currently accepting applications for this position.\n\n{page}"
    assert _key(with_banner.encode()) == _key(page.encode())
