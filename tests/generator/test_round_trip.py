"""What the generator says is what the parser reads: in each dialect, and under each kind of damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spec_parser
from spec_parser.generator import DAMAGES
from spec_parser.render import DIALECTS
from tests.generator.comparing import read, shows_enough

SEEDS = st.integers(0, 1_000_000)

_INFERENCE = "the nesting of flat bullets is not inferred from stems and labels yet"
_HEADERS = "a header that is nearly one that the profile knows is not taken for it yet"

NOT_YET: dict[tuple[str, str | None], str] = {}
"""What is not read yet, as (dialect, damage): why. Each runs, and must fail as long as it stands here."""


def _cases(*cases: tuple[str, str | None]) -> list[object]:
    return [
        pytest.param(
            dialect,
            damage,
            id=dialect if damage is None else f"{dialect} {damage}",
            marks=pytest.mark.xfail(reason=NOT_YET[dialect, damage]) if (dialect, damage) in NOT_YET else (),
        )
        for dialect, damage in cases
    ]


@pytest.mark.property
@pytest.mark.parametrize(("dialect", "damage"), _cases(*((dialect, None) for dialect in DIALECTS)))
@given(seed=SEEDS)
def test_a_page_gives_back_what_its_dialect_carries(dialect: str, damage: str | None, seed: int) -> None:
    if not shows_enough(seed, dialect):
        with pytest.raises(spec_parser.NotASpecificationError):
            read(seed, dialect, damage)
        return
    reading = read(seed, dialect, damage)
    assert reading.found == reading.expected
    if DIALECTS[dialect].headers == "own line" and not reading.torn:
        assert reading.warnings == reading.truth.implied


@pytest.mark.property
@pytest.mark.parametrize(("dialect", "damage"), _cases(*(("A", damage) for damage in DAMAGES)))
@given(seed=SEEDS)
def test_damage_destroys_no_more_than_it_says(dialect: str, damage: str, seed: int) -> None:
    reading = read(seed, dialect, damage)
    assert reading.found == reading.expected
    if not reading.whole:
        assert reading.remarks != read(seed, dialect).remarks
