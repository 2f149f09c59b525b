"""What the generator says is what the parser reads: in each dialect, and under each kind of damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spec_parser
from spec_parser.generator import DAMAGES
from spec_parser.render import DIALECTS
from tests.generator.comparing import read, shows_enough

SEEDS = st.integers(0, 1_000_000)


@pytest.mark.property
@pytest.mark.parametrize("dialect", DIALECTS)
@given(seed=SEEDS)
def test_a_page_gives_back_what_its_dialect_carries(dialect: str, seed: int) -> None:
    if not shows_enough(seed, dialect):
        with pytest.raises(spec_parser.NotASpecificationError):
            read(seed, dialect)
        return
    reading = read(seed, dialect)
    assert reading.found == reading.expected
    if DIALECTS[dialect].headers == "own line" and not reading.torn:
        assert reading.warnings == reading.truth.implied


@pytest.mark.property
@pytest.mark.parametrize("damage", DAMAGES)
@given(seed=SEEDS)
def test_damage_destroys_no_more_than_it_says(damage: str, seed: int) -> None:
    reading = read(seed, damage=damage)
    assert reading.found == reading.expected
    if not reading.whole:
        assert reading.remarks != read(seed).remarks
