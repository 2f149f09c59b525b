"""Pages and what they carry: round trips of read records, wrapping, and what the table of dialects promises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spec_parser
from spec_parser.generator import generate
from spec_parser.model import Content
from spec_parser.render import DIALECTS, Style, render_text
from spec_parser.render.wrapping import wrap
from tests.conftest import real_documents
from tests.fields.qualifications.without import drawn

SEEDS = st.integers(0, 1_000_000)


@given(SEEDS, SEEDS)
def test_every_style_prints_the_same_content(seed: int, style: int) -> None:
    content = generate(seed).content
    first, second = (
        spec_parser.parse(render_text(content, style=Style.seeded(one))).records[0] for one in (seed, style)
    )
    assert first.content == second.content
    assert drawn(first.content) == drawn(content)


def test_the_real_specification_comes_back() -> None:
    record = spec_parser.parse(real_documents() / "ct" / "4978AR.txt").records[0]
    assert spec_parser.parse(render_text(record)).records[0].content == record.content


@given(SEEDS, st.integers(40, 100))
def test_wrapping_keeps_every_word(seed: int, width: int) -> None:
    for line in render_text(generate(seed).content).splitlines():
        pieces = wrap(line, width)
        assert " ".join(pieces) == line.rstrip()
        assert all(len(piece) <= width or " " not in piece.strip() for piece in pieces)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("  • Keeps logs of tides", ["  • Keeps", "logs of", "tides"]),
        ("", [""]),
        ("unbreakable-word x", ["unbreakable-word", "x"]),
    ],
)
def test_wrap(line: str, pieces: list[str]) -> None:
    assert wrap(line, 10) == pieces


@pytest.mark.parametrize("name", list(DIALECTS))
def test_losses_name_properties_of_content(name: str) -> None:
    for loss in DIALECTS[name].losses:
        assert loss.pointer.split("/")[1] in Content.__struct_fields__
        assert loss.why.endswith(".")
