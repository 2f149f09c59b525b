"""Small files that unpack to very large ones: each ends in a record or one clear line, in time and in memory."""

import sys

import pytest

from spec_parser.limits import DEFAULT
from tests.isolation.bombs import BOMBS
from tests.isolation.mutations import Mutant
from tests.isolation.test_mutations import GOOD, faults
from tests.isolation.trial import Trial

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is told by /proc")


@pytest.fixture(scope="module")
def trial() -> Trial:
    """One worker after the other, as long as each is fit."""
    return Trial(GOOD, ocr=True, limits=DEFAULT._replace(seconds=3))


@pytest.mark.parametrize("name", BOMBS)
def test_each_ends_well(trial: Trial, name: str) -> None:
    (result,) = trial.results([Mutant(name, "made", name[:4], BOMBS[name]())])
    assert faults(result) == []
    assert "root:" not in result.message
