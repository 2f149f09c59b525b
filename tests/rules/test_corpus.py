"""What is found in specifications that have no fault: nothing above info, save where corpus.yaml says so."""

from pathlib import Path

import pytest

from spec_parser import parse
from tests.rules.harness import FAULTY, judged, undamaged


@pytest.mark.parametrize("path", undamaged(), ids=lambda path: path.stem)
def test_only_faults_are_found(path: Path) -> None:
    found = [notice.code for notice in judged(parse(path)) if notice.severity != "info"]
    assert found == FAULTY.get(path.stem, [])


def test_every_faulty_specimen_is_there() -> None:
    assert set(FAULTY) <= {path.stem for path in undamaged()}
