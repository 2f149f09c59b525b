"""Load a profile by its name or from a file, with errors that name the entry and say what to do."""

import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec

from spec_parser.errors import ProfileError
from spec_parser.profiles.profile import Profile
from spec_parser.resources import PROFILES

DEFAULT = "us-ct"


def load(profile: str | Path | None = None) -> Profile:
    """The profile of that name (`us-ct`), or the one in that TOML file; the default is Connecticut's."""
    if isinstance(profile, Path):
        return _read(profile)
    return _shipped(profile or DEFAULT)


@lru_cache(maxsize=8)
def _shipped(name: str) -> Profile:
    known = sorted(path.stem for path in PROFILES.glob("*.toml"))
    if name not in known:
        raise ProfileError(f"{name}: no such profile; known are {', '.join(known)}, or give the path of a TOML file")
    return _read(PROFILES / f"{name}.toml")


def _read(path: Path) -> Profile:
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(plain, Profile)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ProfileError(f"{path}: {error}") from error
