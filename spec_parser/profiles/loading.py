"""Load a profile by its name or from a file, with errors that name the entry and say what to do."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec

from spec_parser.errors import ProfileError
from spec_parser.profiles.checks import first_problem
from spec_parser.profiles.profile import Profile
from spec_parser.resources import PROFILES

DEFAULT = "us-ct"

# tomllib ends its messages with the place: "Unclosed array (at line 3, column 7)", "(at end of document)".
_TOML_PLACE = re.compile(r"(?P<what>.*) \(at (?P<place>[^()]*)\)$", re.DOTALL)


def load(profile: str | Path | None = None) -> Profile:
    """The profile of that name (`us-ct`), or the one in that TOML file; the default is Connecticut's.

    Raises ProfileError, one line that names the file and the entry, if it cannot be used as it stands.
    """
    if isinstance(profile, Path):
        return _read(profile)
    return _shipped(profile or DEFAULT)


@lru_cache(maxsize=8)
def _shipped(name: str) -> Profile:
    known = sorted(path.stem for path in PROFILES.glob("*.toml"))
    if name not in known:
        raise ProfileError(
            f"{name}: there is no such profile; known are {', '.join(known)}; or give the path of a profile's TOML file"
        )
    return _read(PROFILES / f"{name}.toml")


def _read(path: Path) -> Profile:
    plain = _toml(path)
    try:
        profile = msgspec.convert(plain, Profile)
    except msgspec.ValidationError as error:
        # Loaded for broken profiles only: the validator takes longer to import than a profile takes to load.
        from spec_parser.profiles.explain import explain

        raise ProfileError(f"{path}: {explain(plain) or error}") from error
    problem = first_problem(profile)
    if problem is not None:
        raise ProfileError(f"{path}: {problem}")
    return profile


def _toml(path: Path) -> dict[str, object]:
    """The file's tables. A byte order mark, as Windows editors write it, is let pass."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ProfileError(
            f"{path}: cannot be read: {error.strerror}; give the path of a profile's TOML file"
        ) from error
    except UnicodeDecodeError as error:
        raise ProfileError(f"{path}: byte {error.start + 1} is not UTF-8; save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.match(str(error))
        what, place = (found["what"], found["place"]) if found else (str(error), "unknown place")
        what = what[:1].lower() + what[1:]
        raise ProfileError(f"{path}: {place}: this is not TOML ({what}); mend the line") from error
