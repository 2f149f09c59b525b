"""What rules know of a state is in its profile: they find the same faults in a state that does not exist."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from spec_parser import parse
from spec_parser.profiles.loading import load
from spec_parser.rules.checking import Settings, check
from tests.rules.harness import TODAY, changed
from tests.samples import SECOND_PROFILE

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "second_state.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['of']} {case['findings'][:1]}" for case in CASES])
def test_the_second_state(case: dict[str, Any]) -> None:
    text = (SECOND_PROFILE.parent / f"{case['of']}.txt").read_text(encoding="utf-8")
    parsed = parse(changed(text, case.get("replace", {})), profile=SECOND_PROFILE)
    notices = check(parsed, load(SECOND_PROFILE), Settings(today=TODAY))
    assert [f"{one.code} {one.message}" for one in notices if one.severity != "info"] == case["findings"]
