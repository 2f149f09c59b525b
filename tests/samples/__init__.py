"""Whole specifications for tests: written for them, describing jobs that nobody has."""

from pathlib import Path
from typing import NamedTuple

_SECOND_STATE = Path(__file__).parent.parent / "profiles" / "second_state"


class Sample(NamedTuple):
    """A specification and the profile to read it with."""

    path: Path
    profile: str | Path


SECOND_PROFILE = _SECOND_STATE / "xx-av.toml"
FERRY_PILOT = Path(__file__).parent / "1234AB.txt"
SAMPLES = {
    "ferry-pilot": Sample(FERRY_PILOT, "us-ct"),
    "ferry-inspector": Sample(_SECOND_STATE / "ferry-inspector.txt", SECOND_PROFILE),
    "orchard-warden": Sample(_SECOND_STATE / "orchard-warden.txt", SECOND_PROFILE),
}
